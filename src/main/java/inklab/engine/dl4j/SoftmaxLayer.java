package inklab.engine.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's output layer, computed once a step where DL4J's own computes its product twice. */
final class SoftmaxLayer extends OutputLayer {
    private final transient OutputKernel kernel;
    private final transient Tape tape;
    private final transient Map<String, INDArray> weights;
    private final transient INDArray flat;

    SoftmaxLayer(
            NeuralNetConfiguration conf,
            DataType type,
            OutputKernel kernel,
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
        activate(true, workspaces);
        tape.advance(kernel.backward(tape.current()));
        return new Pair<>(
                new DefaultGradient(),
                tape.current() == null ? null : tape.current().array());
    }

    /** The labels are the kernel's, as numbers. */
    @Override
    public boolean needsLabels() {
        return false;
    }

    /** The chunk's summed cross-entropy; weight decay is not part of it. */
    @Override
    public double computeScore(double regularisation, boolean training, LayerWorkspaceMgr workspaces) {
        return kernel.loss();
    }

    @Override
    public double calcRegularizationScore(boolean backpropOnly) {
        return 0;
    }

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
        return flat.length();
    }

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
        return other instanceof SoftmaxLayer;
    }
}
