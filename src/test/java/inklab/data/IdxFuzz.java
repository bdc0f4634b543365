package inklab.data;

import inklab.fuzz.Fuzzed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fuzz target: IDX files, plain and gzipped. The first byte says where the file of images ends and that of labels begins. */
public final class IdxFuzz {
    private static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private IdxFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 1) return;
        int cut = Math.min(data.length, 1 + (data[0] & 0xFF));
        Path labels = Fuzzed.file("labels", Arrays.copyOfRange(data, cut, data.length));
        Fuzzed.read("images", Arrays.copyOfRange(data, 1, cut), images -> {
            ImageSet set = IdxFile.read(images, labels, CLASSES);
            if (set.size() * set.imageSize() > 300 * 1032) throw new AssertionError("more than the file can hold");
        });
        Fuzzed.read("images", Arrays.copyOfRange(data, 1, cut), images -> IdxFile.glance(images, labels, CLASSES, 3));
    }

    public static List<byte[]> seeds() throws IOException {
        byte[] images = TestFiles.idxImages(2, 3, 2, new byte[12]);
        byte[] labels = TestFiles.idxLabels(2, (byte) 1, (byte) 2);
        return List.of(
                joined(images, labels),
                joined(TestFiles.gzip(images), TestFiles.gzip(labels)),
                joined(images, TestFiles.gzip(labels)));
    }

    private static byte[] joined(byte[] images, byte[] labels) {
        byte[] both = Arrays.copyOf(new byte[] {(byte) images.length}, 1 + images.length + labels.length);
        System.arraycopy(images, 0, both, 1, images.length);
        System.arraycopy(labels, 0, both, 1 + images.length, labels.length);
        return both;
    }
}
