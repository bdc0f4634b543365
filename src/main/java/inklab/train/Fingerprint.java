package inklab.train;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** A short number for the images that a training depends on: by it a run that goes on notices that they are no longer the same. */
final class Fingerprint {
    private Fingerprint() {}

    /** Of the training and validation images and their labels; test images shape no weights. */
    static String of(Dataset data) {
        CRC32C crc = new CRC32C();
        add(crc, data.train());
        add(crc, data.validation());
        return "%08x".formatted(crc.getValue());
    }

    private static void add(CRC32C crc, ImageSet images) {
        crc.update(ByteBuffer.allocate(16)
                .putInt(images.size())
                .putInt(images.channels())
                .putInt(images.height())
                .putInt(images.width())
                .flip());
        byte[] bytes = new byte[images.imageSize()];
        for (int i = 0; i < images.size(); i++) {
            images.copy(i, bytes, 0);
            crc.update(bytes);
            crc.update(images.label(i));
        }
    }
}
