package inklab.data;

import inklab.fuzz.Fuzzed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Fuzz target: a {@code .tar.gz} as it comes, and the archive within. */
public final class ArchiveFuzz {
    private static final long LARGEST = 4096;

    private ArchiveFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read("raw.tar.gz", data, ArchiveFuzz::extract);
        Fuzzed.read("packed.tar.gz", gzip(data), ArchiveFuzz::extract);
    }

    private static byte[] gzip(byte[] plain) {
        try {
            return TestFiles.gzip(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(Path file) throws IOException {
        Set<String> found = TarGz.extract(file, Set.of("a.bin", "b.bin"), LARGEST, file.getParent(), Progress.NONE);
        for (String name : found)
            if (Files.size(file.resolveSibling(name)) > LARGEST) throw new AssertionError("larger than allowed");
    }

    public static List<byte[]> seeds() throws IOException {
        byte[] packed = TestFiles.tarGz(Map.of("folder/a.bin", new byte[] {1, 2, 3}, "c.bin", new byte[600]));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return List.of(packed, in.readAllBytes());
        }
    }
}
