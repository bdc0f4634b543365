package inklab.engine.dl4j;

import inklab.engine.WeightLayout;
import inklab.engine.WeightLayout.Entry;
import inklab.engine.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The tensors of a vector that is laid out as a DL4J graph's parameters are: its weights, their gradients, what an optimiser remembers.
 * They are views, wherever the vector lies; numbers come and go as copies.
 */
@SuppressWarnings("try") // A scope is there for its end.
final class GraphTensors {
    /** DL4J's words for what a layer has, and ours. */
    private static final Map<String, String> WORDS = Map.of(
            "W",
            "weight",
            "b",
            "bias",
            "gamma",
            "weight",
            "beta",
            "bias",
            "mean",
            "running_mean",
            "var",
            "running_var");

    private final WeightLayout layout;
    private final Map<String, INDArray> views = new LinkedHashMap<>();

    /** @param flat as many numbers as the graph has parameters */
    GraphTensors(StandardGraph graph, WeightLayout layout, INDArray flat) {
        this.layout = layout;
        INDArray row = flat.reshape(flat.length());
        ComputationGraph built = graph.graph();
        long at = 0;
        for (int index : built.topologicalSortOrder()) {
            String vertex = built.getVertices()[index].getVertexName();
            String prefix = graph.learning().get(vertex);
            if (prefix == null) continue;
            long n = built.getConfiguration().getVertices().get(vertex).numParams(true);
            NeuralNetConfiguration conf = built.getLayer(vertex).conf();
            conf.getLayer()
                    .initializer()
                    .getGradientsFromFlattened(conf, row.get(NDArrayIndex.interval(at, at + n)))
                    .forEach((word, view) -> views.put(prefix + "." + WORDS.get(word), view));
            at += n;
        }
        if (at != flat.length())
            throw new IllegalStateException("DL4J's graph has " + flat.length() + " parameters, the layout " + at);
    }

    /** The view of one tensor, in DL4J's shape. */
    INDArray get(String name) {
        return views.get(name);
    }

    /** Sets the numbers of all tensors of a role. */
    void fill(WeightLayout.Role role, double value) {
        for (Entry entry : layout.entries())
            if (entry.role() == role) get(entry.name()).assign(value);
    }

    /** A copy of all tensors, their names behind a prefix. */
    Map<String, Weights.Tensor> read(String prefix) {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        for (Entry entry : layout.entries())
            tensors.put(prefix + entry.name(), new Weights.Tensor(entry.shape(), numbers(turned(entry))));
        return tensors;
    }

    /** Takes over the tensors, which {@link WeightLayout#check} has seen. */
    void write(Weights from, String prefix) {
        for (Entry entry : layout.entries()) put(from.get(prefix + entry.name()).values(), turned(entry));
    }

    /** DL4J keeps the weights of dense layers by inputs, we by units. */
    private INDArray turned(Entry entry) {
        INDArray view = get(entry.name());
        return entry.shape().size() == 2 ? view.transpose() : view;
    }

    /** Copies row-major numbers into an array, wherever it lies. */
    static void put(float[] numbers, INDArray to) {
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
                INDArray from = Nd4j.createFromArray(numbers)) {
            to.assign(from.reshape('c', to.shape()));
        }
    }

    /** A copy of an array's numbers in row-major order; waits for the device. */
    static float[] numbers(INDArray array) {
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
                INDArray copy = array.dup('c')) {
            return copy.data().asFloat();
        }
    }
}
