package inklab.cli;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.data.ink.InkDigits;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A few generated digits in files named and laid out as MNIST's. */
final class SomeMnist {
    private static final int IMAGES = 0x803;
    private static final int LABELS = 0x801;

    private SomeMnist() {}

    static void write(Path folder, int train, int test) throws IOException {
        Files.createDirectories(folder);
        Dataset digits = InkDigits.open().make(train, 1, test, 7);
        write(folder, "train", digits.train());
        write(folder, "t10k", digits.test());
    }

    private static void write(Path folder, String part, ImageSet images) throws IOException {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        try (DataOutputStream p = new DataOutputStream(new GZIPOutputStream(pixels));
                DataOutputStream l = new DataOutputStream(new GZIPOutputStream(labels))) {
            p.writeInt(IMAGES);
            p.writeInt(images.size());
            p.writeInt(images.height());
            p.writeInt(images.width());
            l.writeInt(LABELS);
            l.writeInt(images.size());
            for (int i = 0; i < images.size(); i++) {
                p.write(images.image(i));
                l.writeByte(images.label(i));
            }
        }
        Files.write(folder.resolve(part + "-images-idx3-ubyte.gz"), pixels.toByteArray());
        Files.write(folder.resolve(part + "-labels-idx1-ubyte.gz"), labels.toByteArray());
    }
}
