package inklab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    private static Weights random(long seed, int tensors) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Weights.Tensor> map = new LinkedHashMap<>();
        for (int t = tensors; t-- > 0; ) {
            List<Integer> shape = random.ints(random.nextInt(4), 1, 9).boxed().toList();
            float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) values[i] = Float.intBitsToFloat(random.nextInt());
            map.put(t + ".weight", new Weights.Tensor(shape, values));
        }
        return new Weights(map);
    }

    private static void assertSame(Weights found, Weights expected) {
        assertThat(found.names()).isEqualTo(expected.names());
        for (String name : expected.names()) {
            assertThat(found.get(name).shape()).isEqualTo(expected.get(name).shape());
            assertThat(found.get(name).values()).isEqualTo(expected.get(name).values());
        }
    }

    @Test
    void what_was_written_is_read_bit_for_bit_and_in_order() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            Weights weights = random(seed, seed % 13);
            Path file = folder.resolve("w" + seed);
            Safetensors.write(file, weights, Map.of("epoch", "12"));
            Safetensors.Content content = Safetensors.read(file);
            assertSame(content.weights(), weights);
            assertThat(content.metadata()).isEqualTo(Map.of("epoch", "12"));
        }
    }

    @Test
    void tensors_larger_than_the_buffer_survive() throws IOException {
        float[] values = new float[700_001];
        for (int i = 0; i < values.length; i++) values[i] = i;
        Weights weights = new Weights(Map.of("0.weight", new Weights.Tensor(List.of(values.length), values)));
        Path file = folder.resolve("large");
        Safetensors.write(file, weights);
        assertSame(Safetensors.read(file).weights(), weights);
    }

    @Test
    void the_hash_is_the_hash_of_the_file() throws Exception {
        Weights weights = random(7, 5);
        Path file = folder.resolve("w");
        Safetensors.write(file, weights);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(Safetensors.sha256(weights)).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void the_bytes_are_those_of_the_format() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(
                out, new Weights(Map.of("a", new Weights.Tensor(List.of(2, 1), new float[] {1, -2}))), Map.of());
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}";
        String padded = header + " ".repeat((8 - header.length() % 8) % 8);
        ByteBuffer expected = ByteBuffer.allocate(8 + padded.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded.length()).put(padded.getBytes(StandardCharsets.UTF_8));
        expected.putInt(0x3F800000).putInt(0xC0000000);
        assertThat(out.toByteArray()).isEqualTo(expected.array());
    }

    @ParameterizedTest
    @CsvSource({
        "F16,  0000 003C 00C0 FF7B 0100 0004 007C 3555, 0 1 -2 65504 5.9604645E-8 6.1035156E-5 Infinity 83.3125",
        "BF16, 803F 00C0 493F, 1 -2 0.78515625",
        "F64,  000000000000F03F 00000000000000C0, 1 -2",
        "I64,  FEFFFFFFFFFFFFFF, -2",
        "I32,  FEFFFFFF, -2",
        "I16,  FEFF 0001, -2 256",
        "I8,   FE 7F, -2 127",
        "U8,   FE 7F, 254 127",
    })
    void other_number_types_become_floats(String type, String hex, String expected) throws IOException {
        byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));
        int count = hex.split(" ").length;
        Path file = file(
                "{\"x\":{\"dtype\":\"" + type + "\",\"shape\":[" + count + "],\"data_offsets\":[0," + data.length
                        + "]}}",
                data);
        String[] numbers = expected.split(" ");
        float[] values = Safetensors.read(file).weights().get("x").values();
        assertThat(values).hasSize(numbers.length);
        for (int i = 0; i < values.length; i++) assertThat(values[i]).isEqualTo(Float.parseFloat(numbers[i]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,9]}};lies at",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}};lies at",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}};does not fill",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,7]}};does not fill",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967298],\"data_offsets\":[0,8]}};does not fill",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,2147483647,2],\"data_offsets\":[0,8]}};does not fill",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2,0],\"data_offsets\":[0,8]}};does not fill",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}};whole numbers",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}};whole numbers",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,8]}};no shape",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}};end at byte",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}};gap",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}};overlaps",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}};Duplicate",
                "{\"x\":{\"dtype\":\"Q4\",\"shape\":[2],\"data_offsets\":[0,8]}};type Q4",
                "{\"x\":7};type (none)",
                "[];not a JSON object",
                "{;not JSON",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} {};not JSON",
            })
    void a_malformed_header_is_refused_in_a_sentence(String header, String says) throws IOException {
        Path file = file(header, new byte[8]);
        assertThatIOException()
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageContaining(says)
                .withMessageStartingWith(file + " is not a whole safetensors file: ");
    }

    @ParameterizedTest
    @CsvSource({"40000000000", "9223372036854775807", "-1", "17"})
    void a_header_longer_than_the_file_is_refused_before_it_is_allocated(long claimed) throws IOException {
        Path file = folder.resolve("liar");
        Files.write(
                file,
                ByteBuffer.allocate(24)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(claimed)
                        .array());
        assertThatIOException().isThrownBy(() -> Safetensors.read(file)).withMessageContaining("only 16 follow");
    }

    @Test
    void a_file_cut_anywhere_or_with_a_byte_changed_is_read_or_refused_in_a_sentence() throws IOException {
        Path file = folder.resolve("w");
        Safetensors.write(file, random(3, 3));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, length));
            assertThatIOException().isThrownBy(() -> Safetensors.read(cut)).withMessageContaining(cut.toString());
        }
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            Path file2 = Files.write(folder.resolve("changed"), changed);
            try {
                Safetensors.read(file2);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining(file2.toString());
            }
        }
    }

    @Test
    void a_missing_file_is_a_sentence() {
        Path file = folder.resolve("nowhere.safetensors");
        assertThatIOException().isThrownBy(() -> Safetensors.read(file)).withMessage(file + " does not exist.");
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text).put(data);
        return Files.write(folder.resolve("made"), bytes.array());
    }
}
