package inklab.export;

import inklab.net.Activation;
import java.util.List;

/**
 * A net as Python source for Keras 3. Keras has channels last, so kernels are turned as they are loaded, and the rows of a dense layer after
 * maps are put into the order rows, columns, channels.
 */
final class KerasSource {
    private static final String SCALED_TANH = """
            def scaled_tanh(x):
                \"""LeCun's tanh: it is 1 at 1.\"""
                return 1.7159 * ops.tanh(x * (2 / 3))


            """;
    private static final String GELU = """
            def gelu(x):
                return keras.activations.gelu(x, approximate=True)


            """;
    private static final String L2_POOL = """
            class L2Pool(layers.Layer):
                \"""The root of the sum of squares of each window.\"""

                def __init__(self, size, stride, **rest):
                    super().__init__(**rest)
                    self.size = size
                    self.mean = layers.AveragePooling2D(size, stride)

                def call(self, x):
                    return self.size * ops.sqrt(self.mean(x * x))


            """;
    private static final String LOAD = """


            def load(file=WEIGHTS):
                \"""The trained net, ready to predict.\"""
                model = build()
                weights = read_weights(file)
                for layer in model.layers:
                    name = layer.name.replace("layer_", "", 1).replace("_", ".")
                    if isinstance(layer, layers.Conv2D):
                        kernel = weights[name + ".weight"].transpose(2, 3, 1, 0)
                        layer.set_weights([kernel, weights[name + ".bias"]])
                    elif isinstance(layer, layers.Dense):
                        matrix = weights[name + ".weight"]
                        if layer.name in MAPS_BEFORE:
                            channels, rows, columns = MAPS_BEFORE[layer.name]
                            matrix = matrix.reshape(-1, channels, rows, columns).transpose(0, 2, 3, 1)
                            matrix = matrix.reshape(len(matrix), -1)
                        layer.set_weights([matrix.T, weights[name + ".bias"]])
                    elif isinstance(layer, layers.BatchNormalization):
                        words = ("weight", "bias", "running_mean", "running_var")
                        layer.set_weights([weights[name + "." + word] for word in words])
                return model


            def predict(model, inputs):
                \"""Probabilities [n, classes] of inputs [n, channels, height, width].\"""
                inputs = np.transpose(np.asarray(inputs, np.float32), (0, 2, 3, 1))
                return ops.convert_to_numpy(model(inputs, training=False))
            """;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder mapsBefore = new StringBuilder();
    private PlanStep.Flatten flattened;

    private KerasSource() {}

    /**
     * The source.
     *
     * @param weights the name of the safetensors file beside it
     */
    static String of(Exported net, Exported.Member member, String weights) {
        return new KerasSource().source(net, member, weights);
    }

    private String source(Exported net, Exported.Member member, String weights) {
        Plan plan = Plan.of(member.recipe().net());
        int rows = plan.input().height();
        int columns = plan.input().width();
        int channels = plan.input().channels();
        String shape = "[n, " + rows + ", " + columns + ", " + channels + "] (rows, columns, channels)";
        String imports = "import keras\nfrom keras import layers, ops\n";
        var used = PythonText.activations(plan.layers());
        StringBuilder source = new StringBuilder(PythonText.head(net, member, weights, imports, shape));
        if (used.contains(Activation.SCALED_TANH)) source.append(SCALED_TANH);
        if (used.contains(Activation.GELU)) source.append(GELU);
        if (PythonText.hasL2(plan.layers())) source.append(L2_POOL);
        layers(plan.layers(), "x");
        source.append(
                        "# The maps that a dense layer's input was flattened from: channels, rows, columns.\nMAPS_BEFORE = {")
                .append(mapsBefore)
                .append("}\n\n\ndef build():\n    \"\"\"The net with fresh weights.\"\"\"\n")
                .append("    x = inputs = keras.Input((" + rows + ", " + columns + ", " + channels + "))\n")
                .append(text)
                .append("    return keras.Model(inputs, x)\n\n\n");
        source.append(PythonText.READ_WEIGHTS).append(LOAD);
        return source.append(PythonText.main(member, "predict(load(), inputs)")).toString();
    }

    private void layers(List<Plan.Layer> layers, String in) {
        String x = in;
        for (Plan.Layer layer : layers) {
            text.append("    # ").append(layer.says()).append("\n");
            for (PlanStep step : layer.steps()) {
                if (step instanceof PlanStep.Residual residual) {
                    String before = "before_" + residual.name().replace('.', '_');
                    text.append("    ").append(before).append(" = x\n");
                    layers(residual.body(), x);
                    text.append("    x = layers.Add()([").append(before).append(", x])\n");
                } else
                    text.append("    x = ")
                            .append(layer(step))
                            .append("(")
                            .append(x)
                            .append(")\n");
                x = "x";
            }
        }
    }

    private String layer(PlanStep step) {
        if (step instanceof PlanStep.Flatten flatten) {
            flattened = flatten;
            return "layers.Flatten()";
        }
        if (step instanceof PlanStep.Unflatten un) return "layers.Reshape((1, 1, " + un.channels() + "))";
        if (step instanceof PlanStep.Linear linear) {
            String name = name(linear.name());
            if (flattened != null && flattened.height() * flattened.width() > 1)
                mapsBefore
                        .append(mapsBefore.isEmpty() ? "" : ", ")
                        .append(name + ": (" + flattened.channels() + ", " + flattened.height() + ", "
                                + flattened.width() + ")");
            flattened = null;
            return "layers.Dense(" + linear.out() + ", name=" + name + ")";
        }
        if (step instanceof PlanStep.Conv conv)
            return "layers.Conv2D(" + conv.out() + ", " + conv.kernel()
                    + (conv.stride() == 1 ? "" : ", strides=" + conv.stride())
                    + (conv.pads().isNone() ? "" : ", padding=\"same\"")
                    + ", name=" + name(conv.name()) + ")";
        if (step instanceof PlanStep.Pool pool)
            return switch (pool.kind()) {
                case MAX -> "layers.MaxPooling2D(" + pool.size() + ", " + pool.stride() + ")";
                case AVERAGE -> "layers.AveragePooling2D(" + pool.size() + ", " + pool.stride() + ")";
                case L2 -> "L2Pool(" + pool.size() + ", " + pool.stride() + ")";
            };
        if (step instanceof PlanStep.GlobalAverage) return "layers.GlobalAveragePooling2D()";
        if (step instanceof PlanStep.Norm norm)
            return "layers.BatchNormalization(momentum=0.9, epsilon=1e-5, name=" + name(norm.name()) + ")";
        if (step instanceof PlanStep.Drop drop) return "layers.Dropout(" + drop.rate() + ")";
        if (step instanceof PlanStep.Activate activate) return activation(activate.activation());
        return "layers.Softmax()";
    }

    private static String name(String layer) {
        return "\"layer_" + layer.replace('.', '_') + "\"";
    }

    private static String activation(Activation activation) {
        return switch (activation) {
            case IDENTITY -> "layers.Activation(\"linear\")";
            case TANH -> "layers.Activation(\"tanh\")";
            case SCALED_TANH -> "layers.Activation(scaled_tanh)";
            case RELU -> "layers.ReLU()";
            case LEAKY_RELU -> "layers.LeakyReLU(negative_slope=0.01)";
            case SIGMOID -> "layers.Activation(\"sigmoid\")";
            case ELU -> "layers.ELU()";
            case GELU -> "layers.Activation(gelu)";
            case SWISH -> "layers.Activation(\"silu\")";
        };
    }
}
