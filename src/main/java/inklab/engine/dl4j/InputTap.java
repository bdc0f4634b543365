package inklab.engine.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Passes pictures on as they are; what comes back to them, which DL4J's graph throws away, is kept where it is wanted. */
final class InputTap extends BaseActivationFunction {
    private static final long serialVersionUID = 1;

    private transient boolean wanted;
    private transient float[] gradient;

    /** To be called before a pass whose gradient is wanted. */
    void want() {
        wanted = true;
    }

    /** The last wanted gradient with respect to the pictures, row-major. */
    float[] take() {
        float[] taken = gradient;
        gradient = null;
        return taken;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in;
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        if (wanted) gradient = GraphTensors.numbers(epsilon);
        wanted = false;
        return new Pair<>(epsilon, null);
    }
}
