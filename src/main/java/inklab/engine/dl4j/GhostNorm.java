package inklab.engine.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's configuration of batch normalisation, computed by a {@link GhostNormLayer}. */
final class GhostNorm extends BatchNormalization {
    private static final long serialVersionUID = 1;

    private final transient Now now;

    GhostNorm(Now now) {
        this.now = now;
        setEps(BatchNormKernel.EPSILON);
        setDecay(BatchNormKernel.DECAY);
        setUseLogStd(false);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray paramsView,
            boolean initialize,
            DataType type) {
        GhostNormLayer layer = new GhostNormLayer(conf, type, now);
        if (listeners != null) layer.setListeners(listeners.toArray(TrainingListener[]::new));
        layer.setIndex(index);
        layer.setParamsViewArray(paramsView);
        layer.setParamTable(initializer().init(conf, paramsView, initialize));
        layer.setConf(conf);
        return layer;
    }
}
