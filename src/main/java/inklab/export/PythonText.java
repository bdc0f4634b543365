package inklab.export;

import inklab.net.Activation;
import inklab.recipe.DataSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the Python sources of all toolkits have in common. */
final class PythonText {
    /** Reads weights without another library than NumPy. */
    static final String READ_WEIGHTS = """
            def read_weights(file=WEIGHTS):
                \"""The tensors of a safetensors file, by name.\"""
                data = Path(file).read_bytes()
                (size,) = struct.unpack("<Q", data[:8])
                header = json.loads(data[8 : 8 + size])
                return {
                    name: np.frombuffer(data, "<f4", int(np.prod(entry["shape"])), 8 + size + entry["data_offsets"][0])
                    .reshape(entry["shape"])
                    .copy()
                    for name, entry in header.items()
                    if name != "__metadata__"
                }
            """;

    private PythonText() {}

    /** The head of a source: what it is, and how an image becomes numbers. */
    static String head(Exported net, Exported.Member member, String weights, String imports, String shape) {
        StringBuilder text = new StringBuilder();
        text.append("\"\"\"").append(safe(member.name())).append(", a net trained with Inklab.\n\n");
        text.append("Input: ").append(shape).append(", float32. How an image is prepared:\n\n");
        for (String step : Notes.preparation(member.recipe()))
            text.append("- ").append(safe(step)).append("\n");
        text.append("\nOutput: probabilities of CLASSES, in this order.\n\"\"\"\n\n");
        text.append("import json\nimport struct\nimport sys\nfrom pathlib import Path\n\nimport numpy as np\n");
        text.append(imports).append("\n");
        text.append("WEIGHTS = Path(__file__).with_name(")
                .append(quoted(weights))
                .append(")\nCLASSES = [");
        for (int i = 0; i < net.classes().size(); i++)
            text.append(i == 0 ? "" : ", ").append(quoted(net.classes().get(i)));
        return text.append("]\n\n\n").toString();
    }

    /** The end of a source: run as a program it reads images from a file of NumPy's and writes probabilities. */
    static String main(Exported.Member member, String predict) {
        String scale = member.recipe().data().pixels() == DataSettings.Pixels.UNIT
                ? "images / np.float32(255)"
                : "images / np.float32(127.5) - np.float32(1)";
        return """


                def numbers(images):
                    \"""Bytes from 0 (paper) to 255 (ink) as the numbers that the net wants.\"""
                    images = np.asarray(images, np.float32)
                    return %s


                if __name__ == "__main__":
                    if len(sys.argv) != 3:
                        sys.exit("usage: python " + sys.argv[0] + " INPUTS.npy PROBABILITIES.npy")
                    inputs = np.load(sys.argv[1]).astype(np.float32)
                    np.save(sys.argv[2], %s)
                """.formatted(scale, predict);
    }

    /** A Python string. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < ' ') quoted.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    /** Text in a comment or between triple quotes. */
    static String safe(String text) {
        return text.replace("\\", "/").replace("\"\"\"", "'''").replaceAll("\\R", " ");
    }

    /** The activations that occur. */
    static Set<Activation> activations(List<Plan.Layer> layers) {
        Set<Activation> found = EnumSet.noneOf(Activation.class);
        for (Plan.Layer layer : layers)
            for (PlanStep step : layer.steps()) {
                if (step instanceof PlanStep.Activate activate) found.add(activate.activation());
                if (step instanceof PlanStep.Residual residual) found.addAll(activations(residual.body()));
            }
        return found;
    }

    /** Whether some pool takes the root of the sum of squares. */
    static boolean hasL2(List<Plan.Layer> layers) {
        for (Plan.Layer layer : layers)
            for (PlanStep step : layer.steps()) {
                if (step instanceof PlanStep.Pool pool && pool.kind() == inklab.net.LayerSpec.PoolKind.L2) return true;
                if (step instanceof PlanStep.Residual residual && hasL2(residual.body())) return true;
            }
        return false;
    }

    /** Whether some block has a body. */
    static boolean hasResidual(List<Plan.Layer> layers) {
        return layers.stream().flatMap(layer -> layer.steps().stream()).anyMatch(PlanStep.Residual.class::isInstance);
    }
}
