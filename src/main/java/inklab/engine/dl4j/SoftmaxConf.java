package inklab.engine.dl4j;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** DL4J's configuration of the output layer, computed by an {@link OutputKernel}. */
final class SoftmaxConf extends OutputLayer {
    private static final long serialVersionUID = 1;

    private final transient OutputKernel kernel;
    private final transient Tape tape;
    private final transient Map<String, INDArray> weights;

    SoftmaxConf(OutputKernel kernel, Tape tape, Map<String, INDArray> weights, int in, int classes) {
        super(new Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nIn(in)
                .nOut(classes));
        this.kernel = kernel;
        this.tape = tape;
        this.weights = weights;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray paramsView,
            boolean initialize,
            DataType type) {
        SoftmaxLayer layer = new SoftmaxLayer(conf, type, kernel, tape, weights, paramsView);
        layer.setListeners(listeners);
        layer.setIndex(index);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return new PlacedWeights(weights);
    }
}
