package inklab.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes small data files for tests. */
public final class TestFiles {
    private TestFiles() {}

    /** An IDX file of images with this header and these pixels, whether they fit together or not. */
    static byte[] idxImages(int count, int height, int width, byte[] pixels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x803);
        out.writeInt(count);
        out.writeInt(height);
        out.writeInt(width);
        out.write(pixels);
        return bytes.toByteArray();
    }

    static byte[] idxLabels(int count, byte... labels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x801);
        out.writeInt(count);
        out.write(labels);
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    /** A small, well-formed set with MNIST's file names: {@code train} and {@code test} images of 3×2, labels i mod 10. */
    public static void smallMnist(Path folder, int train, int test) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("train-images-idx3-ubyte.gz"), gzip(idxImages(train, 3, 2, counting(train * 6))));
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), gzip(idxLabels(train, labels(train))));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), gzip(idxImages(test, 3, 2, counting(test * 6))));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), gzip(idxLabels(test, labels(test))));
    }

    /** A CIFAR batch: record k has the label k mod 3 and pixels k, k + 1, k, k + 1 … */
    static byte[] cifar(int records) {
        byte[] bytes = new byte[records * 3073];
        for (int k = 0; k < records; k++) {
            bytes[k * 3073] = (byte) (k % 3);
            for (int p = 0; p < 3072; p++) bytes[k * 3073 + 1 + p] = (byte) (k + p % 2);
        }
        return bytes;
    }

    /** A tar archive of plain files, packed; made by hand after the format's description. */
    static byte[] tarGz(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] header = new byte[512];
            put(header, 0, file.getKey());
            put(header, 100, "0000644");
            put(header, 124, String.format("%011o", file.getValue().length));
            put(header, 148, "        ");
            header[156] = '0';
            put(header, 257, "ustar");
            int sum = 0;
            for (byte b : header) sum += b & 0xFF;
            put(header, 148, String.format("%06o", sum) + "\0 ");
            tar.write(header);
            tar.write(file.getValue());
            tar.write(new byte[(512 - file.getValue().length % 512) % 512]);
        }
        tar.write(new byte[1024]);
        return gzip(tar.toByteArray());
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Checksums.sha256().digest(bytes));
    }

    /** 0, 1, 2 … 255, 0, 1 … */
    static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) i;
        return bytes;
    }

    private static byte[] labels(int count) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) labels[i] = (byte) (i % 10);
        return labels;
    }
}
