package inklab.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import inklab.engine.SafetensorsHeader.Entry;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The safetensors file format: eight bytes with the header's length, a JSON header with each tensor's type, shape and place, then the
 * numbers, little-endian, one tensor after the other. It holds nothing that could be executed, and Python reads it in one line.
 *
 * <p>Written as {@code F32}, in the order of the {@link Weights}; floating-point and integer types are read, and become floats.
 */
public final class Safetensors {
    private static final int BUFFER = 1 << 20;

    /**
     * What a file holds.
     *
     * @param weights its tensors, in the file's order
     * @param metadata its free text, such as {@code format → pt}; may be empty
     */
    public record Content(Weights weights, Map<String, String> metadata) {}

    private Safetensors() {}

    /** Writes the file whole and flushes it to the disk. Not atomic: write beside and move where a reader may come by. */
    public static void write(Path file, Weights weights) throws IOException {
        write(file, weights, Map.of());
    }

    /** The same, with free text in the header. */
    public static void write(Path file, Weights weights, Map<String, String> metadata) throws IOException {
        // A stream, not a channel: an interrupt, which means to end a training, must not break off what it saves.
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            write(out, weights, metadata);
            out.getFD().sync();
        }
    }

    /** Writes the format's bytes, and leaves the stream open. */
    public static void write(OutputStream out, Weights weights, Map<String, String> metadata) throws IOException {
        byte[] header = header(weights, metadata);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        out.write(buffer.putLong(header.length).array(), 0, Long.BYTES);
        out.write(header);
        for (Weights.Tensor tensor : weights.tensors().values()) {
            float[] values = tensor.values();
            for (int from = 0; from < values.length; from += BUFFER / Float.BYTES) {
                int count = Math.min(BUFFER / Float.BYTES, values.length - from);
                buffer.clear().asFloatBuffer().put(values, from, count);
                out.write(buffer.array(), 0, count * Float.BYTES);
            }
        }
    }

    /** SHA-256, in lower-case hexadecimal, of the file that {@link #write(Path, Weights)} makes. */
    public static String sha256(Weights weights) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            write(new DigestOutputStream(OutputStream.nullOutputStream(), digest), weights, Map.of());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // A null stream writes nothing that could fail.
        }
    }

    /**
     * Reads a file. Nothing is allocated that the file's real length does not cover.
     *
     * @throws IOException in one sentence that names the file, when it is missing, cut off or malformed
     */
    public static Content read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SafetensorsHeader header = SafetensorsHeader.read(file, channel);
            Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
            for (Entry entry : header.entries()) tensors.put(entry.name(), tensor(channel, entry, buffer));
            return new Content(new Weights(tensors), header.metadata());
        } catch (EOFException e) {
            throw new IOException(file + " became shorter while it was read; copy it again.", e);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new IOException(file + " does not exist.", e);
        } catch (java.nio.file.AccessDeniedException e) {
            throw new IOException(file + " may not be read: check its permissions.", e);
        }
    }

    private static Weights.Tensor tensor(FileChannel channel, Entry entry, ByteBuffer buffer) throws IOException {
        float[] values = new float[entry.count()];
        int width = entry.type().width();
        int room = BUFFER / width;
        channel.position(entry.position());
        for (int from = 0; from < values.length; from += room) {
            int count = Math.min(room, values.length - from);
            buffer.clear().limit(count * width);
            while (buffer.hasRemaining()) if (channel.read(buffer) < 0) throw new EOFException();
            entry.type().decode(buffer.flip(), values, from, count);
        }
        return new Weights.Tensor(entry.shape(), values);
    }

    private static byte[] header(Weights weights, Map<String, String> metadata) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            if (!metadata.isEmpty()) {
                json.writeObjectFieldStart("__metadata__");
                for (var entry : metadata.entrySet()) json.writeStringField(entry.getKey(), entry.getValue());
                json.writeEndObject();
            }
            long offset = 0;
            for (var entry : weights.tensors().entrySet()) {
                Weights.Tensor tensor = entry.getValue();
                json.writeObjectFieldStart(entry.getKey());
                json.writeStringField("dtype", "F32");
                json.writeArrayFieldStart("shape");
                for (int side : tensor.shape()) json.writeNumber(side);
                json.writeEndArray();
                json.writeArrayFieldStart("data_offsets");
                json.writeNumber(offset);
                offset += (long) tensor.values().length * Float.BYTES;
                json.writeNumber(offset);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        while (bytes.size() % Long.BYTES != 0) bytes.write(' '); // So that the numbers are aligned.
        return bytes.toByteArray();
    }
}
