package inklab.engine.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A DL4J layer whose arithmetic is a {@link Kernel}; DL4J's network drives it forward and backward. */
class KernelLayer extends AbstractLayer<KernelConf> {
    private final transient Kernel kernel;
    private final transient Tape tape;
    private final transient Map<String, INDArray> weights;
    private final transient INDArray flat;

    KernelLayer(
            NeuralNetConfiguration conf,
            DataType type,
            Kernel kernel,
            Tape tape,
            Map<String, INDArray> weights,
            INDArray flat) {
        super(conf, type);
        this.kernel = kernel;
        this.tape = tape;
        this.weights = weights;
        this.flat = flat;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        tape.advance(kernel.forward(tape.current(), tape.n(), tape.pass()));
        return tape.current().array();
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        Gradient gradients = new DefaultGradient();
        if (tape.current() == null) return new Pair<>(gradients, null);
        tape.advance(kernel.backward(tape.current()));
        return new Pair<>(
                gradients, tape.current() == null ? null : tape.current().array());
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public void clearNoiseWeightParams() {}

    @Override
    public INDArray params() {
        return flat;
    }

    @Override
    public INDArray getParam(String name) {
        return weights.get(name);
    }

    @Override
    public Map<String, INDArray> paramTable(boolean backpropOnly) {
        return weights;
    }

    @Override
    public long numParams() {
        return flat == null ? 0 : flat.length();
    }

    /** Gradients go where {@link Kernel#bindGradients} said, not into DL4J's own vector. */
    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {}

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof KernelLayer;
    }
}
