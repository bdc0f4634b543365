package inklab.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a camera was held: cameras store the picture as the sensor saw it and note which way is up. Source: CIPA DC-008 (Exif 2.32),
 * tag 0x0112 in the first directory of a JPEG file's APP1 segment.
 *
 * @param code 1 to 8, as in the tag; 1 is upright
 */
record ExifOrientation(int code) {
    private static final ExifOrientation UPRIGHT = new ExifOrientation(1);
    private static final int TAG = 0x0112;

    /** What a file says; upright if it says nothing that can be understood. */
    static ExifOrientation of(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readUnsignedShort() != 0xFFD8) return UPRIGHT;
            while (true) {
                int marker = in.readUnsignedShort();
                // Past the start of the pixels, or out of step: there is no note.
                if (marker == 0xFFDA || (marker & 0xFF00) != 0xFF00) return UPRIGHT;
                int length = in.readUnsignedShort() - 2;
                if (length < 0) return UPRIGHT;
                byte[] segment = in.readNBytes(length);
                if (marker == 0xFFE1 && startsWithExif(segment)) return parse(segment);
            }
        } catch (EOFException e) {
            return UPRIGHT;
        }
    }

    private static boolean startsWithExif(byte[] segment) {
        return segment.length > 14 && new String(segment, 0, 6, StandardCharsets.US_ASCII).equals("Exif\0\0");
    }

    private static ExifOrientation parse(byte[] segment) {
        ByteBuffer tiff = ByteBuffer.wrap(segment, 6, segment.length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) return UPRIGHT;
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry > tiff.limit() - 12) return UPRIGHT;
            if ((tiff.getShort(entry) & 0xFFFF) != TAG) continue;
            int code = tiff.getShort(entry + 8) & 0xFFFF;
            return code >= 1 && code <= 8 ? new ExifOrientation(code) : UPRIGHT;
        }
        return UPRIGHT;
    }

    /** Turns a picture upright. */
    Picture apply(Picture picture) {
        if (code == 1) return picture;
        boolean turned = code >= 5;
        int height = turned ? picture.width() : picture.height();
        int width = turned ? picture.height() : picture.width();
        byte[] from = picture.pixels();
        byte[] to = new byte[from.length];
        int size = height * width;
        for (int c = 0; c < picture.channels(); c++)
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) to[c * size + y * width + x] = from[c * size + source(y, x, picture)];
        return new Picture(picture.channels(), height, width, to);
    }

    /** Where in the stored picture the upright picture's pixel is. */
    private int source(int y, int x, Picture stored) {
        int bottom = stored.height() - 1;
        int right = stored.width() - 1;
        int row = code >= 5 ? x : y;
        int column = code >= 5 ? y : x;
        boolean flipRows = code == 3 || code == 4 || code == 7 || code == 6;
        boolean flipColumns = code == 2 || code == 3 || code == 7 || code == 8;
        return (flipRows ? bottom - row : row) * stored.width() + (flipColumns ? right - column : column);
    }
}
