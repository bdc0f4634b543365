package inklab.data;

import inklab.fuzz.Fuzzed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Fuzz target: pictures, and what is made of them. */
public final class PictureFuzz {
    private PictureFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read("picture.png", data, file -> {
            Picture picture = Picture.read(file);
            picture.ink();
        });
    }

    public static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (int type : new int[] {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_BINARY
        }) seeds.add(written(type, "png"));
        seeds.add(written(BufferedImage.TYPE_BYTE_GRAY, "jpg"));
        byte[] jpeg = written(BufferedImage.TYPE_INT_RGB, "jpg");
        seeds.add(jpeg);
        seeds.add(turned(jpeg));
        return seeds;
    }

    private static byte[] written(int type, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(5, 4, type);
        image.setRGB(2, 1, 0x80FF8040);
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** With a camera's note, big-endian, that it lies on its side. */
    private static byte[] turned(byte[] jpeg) {
        byte[] note = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] turned = new byte[jpeg.length + note.length];
        System.arraycopy(jpeg, 0, turned, 0, 2);
        System.arraycopy(note, 0, turned, 2, note.length);
        System.arraycopy(jpeg, 2, turned, 2 + note.length, jpeg.length - 2);
        return turned;
    }
}
