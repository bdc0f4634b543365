package inklab.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The header of a safetensors file, every number of which has been checked against the file's real length. */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {
    /** No file of small networks comes near; the header is held in memory several times while it is read. */
    private static final long LARGEST = 16 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** One tensor's place: {@code count} numbers from {@code position} in the file. */
    record Entry(String name, Type type, List<Integer> shape, int count, long position) {
        long end() {
            return position + (long) count * type.width();
        }
    }

    /** The number types that can be read. */
    enum Type {
        F32(4),
        F16(2),
        BF16(2),
        F64(8),
        I64(8),
        I32(4),
        I16(2),
        I8(1),
        U8(1);

        private final int width;

        Type(int width) {
            this.width = width;
        }

        int width() {
            return width;
        }

        void decode(ByteBuffer from, float[] to, int offset, int count) {
            if (this == F32) {
                from.asFloatBuffer().get(to, offset, count);
                return;
            }
            for (int i = 0; i < count; i++) to[offset + i] = next(from);
        }

        private float next(ByteBuffer from) {
            return switch (this) {
                case F32 -> from.getFloat();
                case F16 -> half(from.getShort());
                case BF16 -> Float.intBitsToFloat(from.getShort() << 16);
                case F64 -> (float) from.getDouble();
                case I64 -> from.getLong();
                case I32 -> from.getInt();
                case I16 -> from.getShort();
                case I8 -> from.get();
                case U8 -> from.get() & 0xFF;
            };
        }

        /** IEEE 754 binary16: sign, 5 bits of exponent, 10 of fraction. */
        private static float half(short bits) {
            int exponent = bits >> 10 & 0x1F;
            int fraction = bits & 0x3FF;
            float size = exponent == 0
                    ? fraction * 0x1p-24f
                    : exponent == 31
                            ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                            : Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
            return bits < 0 ? -size : size;
        }
    }

    static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
        try {
            long length = channel.size();
            if (length < Long.BYTES) throw new Malformed("it has only " + length + " bytes");
            long size = bytes(channel, Long.BYTES).getLong();
            if (size < 0 || size > length - Long.BYTES)
                throw new Malformed("its header claims " + Long.toUnsignedString(size) + " bytes, and only "
                        + (length - Long.BYTES) + " follow");
            if (size > LARGEST) throw new Malformed("its header of " + size + " bytes is larger than any network's");
            return parse(bytes(channel, (int) size).array(), Long.BYTES + size, length);
        } catch (JsonProcessingException e) {
            throw new IOException(sentence(file, "its header is not JSON (" + e.getOriginalMessage() + ")"), e);
        } catch (CharConversionException e) {
            // Zeros between the bytes look like UTF-16 or UTF-32 to the reader of JSON.
            throw new IOException(sentence(file, "its header is not text in UTF-8"), e);
        } catch (Malformed e) {
            throw new IOException(sentence(file, e.getMessage()), e);
        }
    }

    private static String sentence(Path file, String what) {
        return file + " is not a whole safetensors file: " + what + "; copy or train it again.";
    }

    private static ByteBuffer bytes(FileChannel channel, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) if (channel.read(buffer) < 0) throw new EOFException();
        return buffer.flip();
    }

    private static SafetensorsHeader parse(byte[] header, long start, long length) throws IOException {
        JsonNode root = JSON.readTree(header);
        if (!root.isObject()) throw new Malformed("its header is not a JSON object");
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (var field : root.properties()) {
            if (field.getKey().equals("__metadata__"))
                for (var text : field.getValue().properties())
                    metadata.put(text.getKey(), text.getValue().asText());
            else entries.add(entry(field.getKey(), field.getValue(), start, length));
        }
        entries.sort(Comparator.comparingLong(Entry::position).thenComparingLong(Entry::end));
        long position = start;
        for (Entry entry : entries) {
            if (entry.position() != position)
                throw new Malformed("tensor " + entry.name() + " overlaps another or leaves a gap");
            position = entry.end();
        }
        if (position != length)
            throw new Malformed("its tensors end at byte " + position + ", but it has " + length + " bytes");
        return new SafetensorsHeader(List.copyOf(entries), Map.copyOf(metadata));
    }

    private static Entry entry(String name, JsonNode node, long start, long length) throws Malformed {
        String type = node.path("dtype").asText();
        if (Arrays.stream(Type.values()).noneMatch(known -> known.name().equals(type)))
            throw new Malformed("tensor " + name + " has the type " + (type.isEmpty() ? "(none)" : type)
                    + ", which is none of "
                    + Arrays.stream(Type.values()).map(Type::name).collect(Collectors.joining(", ")));
        long[] shape = longs(name, node, "shape");
        long[] offsets = longs(name, node, "data_offsets");
        if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > length - start)
            throw new Malformed("tensor " + name + " lies at " + Arrays.toString(offsets) + " of the "
                    + (length - start) + " bytes that there are");
        int width = Type.valueOf(type).width();
        long count = (offsets[1] - offsets[0]) / width;
        if (count > Integer.MAX_VALUE - 8) throw new Malformed("tensor " + name + " is too large for one array");
        if (count * width != offsets[1] - offsets[0] || !isProduct(count, shape))
            throw new Malformed("tensor " + name + " of type " + type + " and shape " + Arrays.toString(shape)
                    + " does not fill the " + (offsets[1] - offsets[0]) + " bytes that it is given");
        List<Integer> sides = Arrays.stream(shape).mapToObj(side -> (int) side).toList();
        return new Entry(name, Type.valueOf(type), sides, (int) count, start + offsets[0]);
    }

    /** Whether the sides' product is this count, however large the sides claim to be. */
    private static boolean isProduct(long count, long[] shape) {
        if (Arrays.stream(shape).anyMatch(side -> side > Integer.MAX_VALUE)) return false;
        if (Arrays.stream(shape).anyMatch(side -> side == 0)) return count == 0;
        long product = 1;
        for (long side : shape) {
            product *= side;
            if (product > count) return false;
        }
        return product == count;
    }

    private static long[] longs(String tensor, JsonNode node, String field) throws Malformed {
        JsonNode array = node.path(field);
        long[] numbers = new long[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!array.get(i).isIntegralNumber()
                    || !array.get(i).canConvertToLong()
                    || array.get(i).asLong() < 0)
                throw new Malformed("the " + field + " of tensor " + tensor + " are not whole numbers");
            numbers[i] = array.get(i).asLong();
        }
        if (!array.isArray()) throw new Malformed("tensor " + tensor + " has no " + field);
        return numbers;
    }

    /** What is wrong with the file, without its name. */
    private static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what);
        }
    }
}
