package inklab.export;

import inklab.engine.Weights;
import inklab.net.Activation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.nd4j.shade.protobuf.ByteString;

/** Adds one net's nodes and weights to an ONNX graph. */
final class OnnxNet {
    private final GraphProto.Builder graph;
    private final String prefix;
    private int values;

    /**
     * @param prefix of all names, so that several nets may lie in one graph
     */
    OnnxNet(GraphProto.Builder graph, String prefix, Weights weights) {
        this.graph = graph;
        this.prefix = prefix;
        for (var tensor : weights.tensors().entrySet())
            graph.addInitializer(tensor(prefix + tensor.getKey(), tensor.getValue()));
    }

    /** Adds the net from one value to another. */
    void add(Plan plan, String input, String output) {
        String last = layers(plan.layers(), input);
        node(graph, "Identity", output, last);
    }

    private String layers(List<Plan.Layer> layers, String input) {
        String value = input;
        for (Plan.Layer layer : layers) for (PlanStep step : layer.steps()) value = step(step, value);
        return value;
    }

    private String step(PlanStep step, String x) {
        if (step instanceof PlanStep.Flatten) return op("Flatten", x);
        if (step instanceof PlanStep.Unflatten un)
            return op("Reshape", x, whole("shape", new long[] {-1, un.channels(), 1, 1}));
        if (step instanceof PlanStep.Linear linear) {
            String y = op("Gemm", x, prefix + linear.name() + ".weight", prefix + linear.name() + ".bias");
            last().addAttribute(number("transB", 1));
            return y;
        }
        if (step instanceof PlanStep.Conv conv) {
            String y = op("Conv", x, prefix + conv.name() + ".weight", prefix + conv.name() + ".bias");
            PlanStep.Pads pads = conv.pads();
            last().addAttribute(numbers("kernel_shape", conv.kernel(), conv.kernel()))
                    .addAttribute(numbers("strides", conv.stride(), conv.stride()))
                    .addAttribute(numbers("pads", pads.top(), pads.left(), pads.bottom(), pads.right()));
            return y;
        }
        if (step instanceof PlanStep.Pool pool) return pool(pool, x);
        if (step instanceof PlanStep.GlobalAverage) return op("Flatten", op("GlobalAveragePool", x));
        if (step instanceof PlanStep.Norm norm) {
            String name = prefix + norm.name();
            String y = op(
                    "BatchNormalization",
                    x,
                    name + ".weight",
                    name + ".bias",
                    name + ".running_mean",
                    name + ".running_var");
            last().addAttribute(real("epsilon", 1e-5f));
            return y;
        }
        if (step instanceof PlanStep.Drop) return x;
        if (step instanceof PlanStep.Activate activate) return activate(activate.activation(), x);
        if (step instanceof PlanStep.Residual residual) return op("Add", x, layers(residual.body(), x));
        String y = op("Softmax", x);
        last().addAttribute(number("axis", 1));
        return y;
    }

    private String pool(PlanStep.Pool pool, String x) {
        String y = op(
                switch (pool.kind()) {
                    case MAX -> "MaxPool";
                    case AVERAGE -> "AveragePool";
                    case L2 -> "LpPool";
                },
                x);
        last().addAttribute(numbers("kernel_shape", pool.size(), pool.size()))
                .addAttribute(numbers("strides", pool.stride(), pool.stride()));
        return y;
    }

    private String activate(Activation activation, String x) {
        return switch (activation) {
            case IDENTITY -> x;
            case TANH -> op("Tanh", x);
            case SCALED_TANH -> op("Mul", op("Tanh", op("Mul", x, scalar(2f / 3f))), scalar(1.7159f));
            case RELU -> op("Relu", x);
            case LEAKY_RELU -> {
                String y = op("LeakyRelu", x);
                last().addAttribute(real("alpha", 0.01f));
                yield y;
            }
            case SIGMOID -> op("Sigmoid", x);
            case ELU -> op("Elu", x);
            case GELU -> gelu(x);
            case SWISH -> op("Mul", x, op("Sigmoid", x));
        };
    }

    /** {@code x/2 · (1 + tanh(√(2/π) (x + 0.044715 x³)))}; ONNX has it as one operator from set 20 on only. */
    private String gelu(String x) {
        String cube = op("Mul", op("Mul", op("Mul", x, x), x), scalar(0.044715f));
        String inner = op("Mul", op("Add", x, cube), scalar((float) Math.sqrt(2 / Math.PI)));
        return op("Mul", op("Mul", x, scalar(0.5f)), op("Add", op("Tanh", inner), scalar(1)));
    }

    private String op(String type, String... in) {
        String out = prefix + "v" + values++;
        node(graph, type, out, in);
        return out;
    }

    private NodeProto.Builder last() {
        return graph.getNodeBuilder(graph.getNodeCount() - 1);
    }

    private String scalar(float value) {
        String name = prefix + "c" + values++;
        graph.addInitializer(tensor(name, new Weights.Tensor(List.of(), new float[] {value})));
        return name;
    }

    private String whole(String what, long[] numbers) {
        String name = prefix + what + values++;
        TensorProto.Builder proto = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(numbers.length);
        for (long number : numbers) proto.addInt64Data(number);
        graph.addInitializer(proto);
        return name;
    }

    static void node(GraphProto.Builder graph, String type, String out, String... in) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(type)
                .setName(out)
                .addAllInput(List.of(in))
                .addOutput(out));
    }

    private static TensorProto tensor(String name, Weights.Tensor tensor) {
        TensorProto.Builder proto =
                TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (int side : tensor.shape()) proto.addDims(side);
        ByteBuffer bytes =
                ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        return proto.setRawData(ByteString.copyFrom(bytes)).build();
    }

    private static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto real(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    private static AttributeProto numbers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) attribute.addInts(value);
        return attribute.build();
    }
}
