package inklab.export;

import inklab.net.Shape;
import inklab.recipe.DataSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;

/**
 * A net, or a committee, as one ONNX model of operator set 13: {@code image [n, channels, height, width]} in, {@code probabilities [n,
 * classes]} out. Members of a committee that are prepared alike share an input; their probabilities are averaged.
 */
final class OnnxFile {
    /** Averages, activations and pools all mean in this set what they mean here; every runtime of the last years knows it. */
    private static final int OPERATORS = 13;

    private static final int FORMAT = 7;
    private static final String OUTPUT = "probabilities";

    private final Exported net;
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Map<Input, String> inputs = new LinkedHashMap<>();

    /** Members share an input when the same image becomes the same numbers for them. */
    private record Input(Shape shape, int normaliseWidth, DataSettings.Pixels pixels) {}

    private OnnxFile(Exported net) {
        this.net = net;
    }

    /** The file's bytes. */
    static byte[] bytes(Exported net) {
        return new OnnxFile(net).model().toByteArray();
    }

    /** The name of each member's input. */
    static List<String> inputs(Exported net) {
        OnnxFile file = new OnnxFile(net);
        return net.members().stream().map(file::input).toList();
    }

    private ModelProto model() {
        boolean one = net.members().size() == 1;
        String[] answers = new String[net.members().size()];
        for (int i = 0; i < answers.length; i++) {
            Exported.Member member = net.members().get(i);
            String prefix = one ? "" : "net" + (i + 1) + ".";
            String out = one ? OUTPUT : prefix + OUTPUT;
            new OnnxNet(graph, prefix, member.weights())
                    .add(Plan.of(member.recipe().net()), input(member), out);
            answers[i] = out;
        }
        if (!one) OnnxNet.node(graph, "Mean", OUTPUT, answers);
        inputs.forEach((input, name) -> graph.addInput(value(
                name,
                input.shape().channels(),
                input.shape().height(),
                input.shape().width())));
        graph.setName(net.name()).addOutput(value(OUTPUT, net.members().get(0).classes()));
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("Inklab")
                .setDocString(Notes.of(net, ExportFormat.ONNX))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .setGraph(graph);
        Notes.metadata(net)
                .forEach((key, text) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
        return model.build();
    }

    private String input(Exported.Member member) {
        DataSettings data = member.recipe().data();
        Input input = new Input(member.recipe().net().input(), data.normaliseWidth(), data.pixels());
        return inputs.computeIfAbsent(input, key -> inputs.isEmpty() ? "image" : "image" + (inputs.size() + 1));
    }

    private static ValueInfoProto value(String name, int... sides) {
        TensorShapeProto.Builder shape =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("n"));
        for (int side : sides) shape.addDim(Dimension.newBuilder().setDimValue(side));
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
