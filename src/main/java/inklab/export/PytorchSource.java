package inklab.export;

import inklab.net.Activation;
import java.util.List;

/** A net as Python source for PyTorch; its modules are called as the tensors are, so that the weights load as they are. */
final class PytorchSource {
    private static final String RESIDUAL = """
            class Residual(nn.Module):
                \"""What goes in, added to what the body makes of it.\"""

                def __init__(self, body):
                    super().__init__()
                    self.body = body

                def forward(self, x):
                    return x + self.body(x)


            """;
    private static final String SCALED_TANH = """
            class ScaledTanh(nn.Module):
                \"""LeCun's tanh: it is 1 at 1.\"""

                def forward(self, x):
                    return 1.7159 * torch.tanh(x * (2 / 3))


            """;
    private static final String LOAD = """


            def load(file=WEIGHTS):
                \"""The trained net, ready to predict.\"""
                net = build()
                weights = {name: torch.from_numpy(tensor) for name, tensor in read_weights(file).items()}
                missing, unexpected = net.load_state_dict(weights, strict=False)
                missing = [name for name in missing if not name.endswith("num_batches_tracked")]
                if missing or unexpected:
                    raise ValueError(f"{file} has other weights: missing {missing}, unexpected {unexpected}")
                return net.eval()


            def predict(net, inputs):
                \"""Probabilities [n, classes] of inputs [n, channels, height, width].\"""
                with torch.no_grad():
                    return net(torch.from_numpy(np.ascontiguousarray(inputs, np.float32))).numpy()
            """;

    private final StringBuilder text = new StringBuilder();

    private PytorchSource() {}

    /**
     * The source.
     *
     * @param weights the name of the safetensors file beside it
     */
    static String of(Exported net, Exported.Member member, String weights) {
        return new PytorchSource().source(net, member, weights);
    }

    private String source(Exported net, Exported.Member member, String weights) {
        Plan plan = Plan.of(member.recipe().net());
        String shape = "[n, " + plan.input().toString().replace("x", ", ") + "] (channels, rows, columns)";
        String head = PythonText.head(net, member, weights, "import torch\nfrom torch import nn\n", shape);
        text.append(head.replace("import sys\n", "import sys\nfrom collections import OrderedDict\n"));
        if (PythonText.activations(plan.layers()).contains(Activation.SCALED_TANH)) text.append(SCALED_TANH);
        if (PythonText.hasResidual(plan.layers())) text.append(RESIDUAL);
        text.append(
                "def build():\n    \"\"\"The net with fresh weights; leave the softmax off to train it.\"\"\"\n    return ");
        sequential(plan.layers(), 1);
        text.append("\n\n\n").append(PythonText.READ_WEIGHTS).append(LOAD);
        return text.append(PythonText.main(member, "predict(load(), inputs)")).toString();
    }

    private void sequential(List<Plan.Layer> layers, int depth) {
        String indent = "    ".repeat(depth + 1);
        text.append("nn.Sequential(OrderedDict([\n");
        for (Plan.Layer layer : layers) {
            text.append(indent).append("# ").append(layer.says()).append("\n");
            int extra = 0;
            for (PlanStep step : layer.steps()) {
                boolean named = step instanceof PlanStep.Linear
                        || step instanceof PlanStep.Conv
                        || step instanceof PlanStep.Norm
                        || step instanceof PlanStep.Residual;
                if (step instanceof PlanStep.Conv conv && !conv.pads().isEven())
                    module(indent, layer.index() + "_" + extra++, pad(conv.pads()));
                String name = named ? String.valueOf(layer.index()) : layer.index() + "_" + extra++;
                text.append(indent).append("(\"").append(name).append("\", ");
                if (step instanceof PlanStep.Residual residual) {
                    text.append("Residual(");
                    sequential(residual.body(), depth + 1);
                    text.append(")");
                } else text.append(module(step));
                text.append("),\n");
            }
        }
        text.append("    ".repeat(depth)).append("]))");
    }

    private void module(String indent, String name, String module) {
        text.append(indent)
                .append("(\"")
                .append(name)
                .append("\", ")
                .append(module)
                .append("),\n");
    }

    private static String pad(PlanStep.Pads pads) {
        return "nn.ZeroPad2d((" + pads.left() + ", " + pads.right() + ", " + pads.top() + ", " + pads.bottom() + "))";
    }

    private static String module(PlanStep step) {
        if (step instanceof PlanStep.Flatten) return "nn.Flatten()";
        if (step instanceof PlanStep.Unflatten un) return "nn.Unflatten(1, (" + un.channels() + ", 1, 1))";
        if (step instanceof PlanStep.Linear linear) return "nn.Linear(" + linear.in() + ", " + linear.out() + ")";
        if (step instanceof PlanStep.Conv conv) {
            PlanStep.Pads pads = conv.pads();
            return "nn.Conv2d(" + conv.in() + ", " + conv.out() + ", " + conv.kernel()
                    + (conv.stride() == 1 ? "" : ", stride=" + conv.stride())
                    + (pads.isNone() || !pads.isEven() ? "" : ", padding=(" + pads.top() + ", " + pads.left() + ")")
                    + ")";
        }
        if (step instanceof PlanStep.Pool pool)
            return switch (pool.kind()) {
                case MAX -> "nn.MaxPool2d(" + pool.size() + ", " + pool.stride() + ")";
                case AVERAGE -> "nn.AvgPool2d(" + pool.size() + ", " + pool.stride() + ")";
                case L2 -> "nn.LPPool2d(2, " + pool.size() + ", " + pool.stride() + ")";
            };
        if (step instanceof PlanStep.GlobalAverage) return "nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())";
        if (step instanceof PlanStep.Norm norm)
            return "nn.BatchNorm" + (norm.vector() ? 1 : 2) + "d(" + norm.channels() + ")";
        if (step instanceof PlanStep.Drop drop) return "nn.Dropout(" + drop.rate() + ")";
        if (step instanceof PlanStep.Activate activate) return activation(activate.activation());
        return "nn.Softmax(dim=1)";
    }

    private static String activation(Activation activation) {
        return switch (activation) {
            case IDENTITY -> "nn.Identity()";
            case TANH -> "nn.Tanh()";
            case SCALED_TANH -> "ScaledTanh()";
            case RELU -> "nn.ReLU()";
            case LEAKY_RELU -> "nn.LeakyReLU(0.01)";
            case SIGMOID -> "nn.Sigmoid()";
            case ELU -> "nn.ELU()";
            case GELU -> "nn.GELU(approximate=\"tanh\")";
            case SWISH -> "nn.SiLU()";
        };
    }
}
