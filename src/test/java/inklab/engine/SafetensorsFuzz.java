package inklab.engine;

import inklab.fuzz.Fuzzed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Fuzz target: safetensors files. */
public final class SafetensorsFuzz {
    private SafetensorsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read("weights.safetensors", data, file -> {
            Safetensors.Content content = Safetensors.read(file);
            if (content.weights().size() > data.length) throw new AssertionError("more numbers than bytes");
        });
    }

    public static List<byte[]> seeds() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        Weights weights = new Weights(Map.of(
                "0.weight", new Weights.Tensor(List.of(2, 3), new float[6]),
                "0.bias", new Weights.Tensor(List.of(2), new float[2])));
        Safetensors.write(two, weights, Map.of("format", "pt"));
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        Safetensors.write(none, Weights.none(), Map.of());
        return List.of(
                two.toByteArray(),
                none.toByteArray(),
                typed("F64", 8),
                typed("F16", 2),
                typed("BF16", 2),
                typed("I64", 8),
                typed("U8", 1),
                typed("BOOL", 1));
    }

    private static byte[] typed(String type, int width) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] header = ("{\"a\":{\"dtype\":\"" + type + "\",\"shape\":[2],\"data_offsets\":[0," + 2 * width + "]}}")
                .getBytes(StandardCharsets.UTF_8);
        out.write(header.length);
        out.write(new byte[7]);
        out.write(header);
        out.write(new byte[2 * width]);
        return out.toByteArray();
    }
}
