package inklab.engine.dl4j;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's configuration of a layer whose arithmetic is a {@link Kernel}. Its weights are already in place in the network's vector. */
final class KernelConf extends BaseLayer {
    private static final long serialVersionUID = 1;

    private final transient Kernel kernel;
    private final transient Tape tape;
    private final transient Map<String, INDArray> weights;

    private KernelConf(Builder builder) {
        super(builder);
        this.kernel = builder.kernel;
        this.tape = builder.tape;
        this.weights = builder.weights;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray paramsView,
            boolean initialize,
            DataType type) {
        KernelLayer layer = new KernelLayer(conf, type, kernel, tape, weights, paramsView);
        layer.setListeners(listeners);
        layer.setIndex(index);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return new PlacedWeights(weights);
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        return input;
    }

    @Override
    public void setNIn(InputType input, boolean override) {}

    @Override
    public InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    public boolean isPretrainParam(String name) {
        return false;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        return new LayerMemoryReport.Builder(getLayerName(), KernelConf.class, input, input)
                .standardMemory(initializer().numParams(this), 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    /** DL4J's way of making a configuration. */
    static final class Builder extends BaseLayer.Builder<Builder> {
        private final Kernel kernel;
        private final Tape tape;
        private final Map<String, INDArray> weights;

        Builder(Kernel kernel, Tape tape, Map<String, INDArray> weights) {
            this.kernel = kernel;
            this.tape = tape;
            this.weights = new LinkedHashMap<>(weights);
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // DL4J's own signature.
        public <E extends org.deeplearning4j.nn.conf.layers.Layer> E build() {
            return (E) new KernelConf(this);
        }
    }
}
