package inklab.export;

import inklab.fuzz.Fuzzed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Fuzz target: Keras's files. */
public final class KerasFuzz {
    private KerasFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read("model.h5", data, file -> {
            Imported imported = Imported.keras(file);
            if (imported.weights().size() > 1 << 24) throw new AssertionError("more weights than the file can hold");
        });
    }

    public static List<byte[]> seeds() throws IOException {
        try (InputStream in = KerasFuzz.class.getResourceAsStream("/keras/small.h5")) {
            return List.of(in.readAllBytes());
        }
    }
}
