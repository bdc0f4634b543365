package inklab.ui.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A well-formed set with MNIST's file names, small: image i is of class i mod 10, a bar of ink that is 4 + i mod 10 pixels wide. */
final class SmallMnist {
    private SmallMnist() {}

    static void write(Path folder, int train, int test) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), gzip(images(train)));
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), gzip(labels(train)));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), gzip(images(test)));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), gzip(labels(test)));
    }

    private static byte[] images(int n) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x803);
        out.writeInt(n);
        out.writeInt(28);
        out.writeInt(28);
        for (int i = 0; i < n; i++)
            for (int p = 0; p < 784; p++) {
                int x = p % 28 - 4;
                int y = p / 28 - 4;
                out.write(x >= 0 && x < 4 + i % 10 && y >= 0 && y < 20 ? 255 - i % 50 : 0);
            }
        return bytes.toByteArray();
    }

    private static byte[] labels(int n) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x801);
        out.writeInt(n);
        for (int i = 0; i < n; i++) out.write(i % 10);
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
