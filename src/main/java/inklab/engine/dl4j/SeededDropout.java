package inklab.engine.dl4j;

import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Dropout for DL4J's dropout layer, as {@link Draws} decides: masks are drawn by Java and travel to the device. */
final class SeededDropout implements IDropout {
    private static final long serialVersionUID = 1;

    private final transient Draws draws;
    private final transient Now now;
    private transient INDArray mask;

    SeededDropout(Draws draws, Now now) {
        this.draws = draws;
        this.now = now;
    }

    @Override
    public INDArray applyDropout(
            INDArray input, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaces) {
        mask = null;
        if (!draws.drops(now.pass())) return input;
        float[] factors = new float[Math.toIntExact(input.length())];
        for (int i = 0; i < input.size(0); i++) draws.factors(now.pass(), i, factors);
        mask = workspaces.createUninitialized(ArrayType.INPUT, DataType.FLOAT, input.shape(), 'c');
        GraphTensors.put(factors, mask);
        // Not in place, as DL4J offers: others still look at what came in.
        return input.mul(
                mask, workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, input.shape(), 'c'));
    }

    @Override
    public INDArray backprop(INDArray gradAtOutput, INDArray gradAtInput, int iteration, int epoch) {
        if (mask != null) gradAtOutput.mul(mask, gradAtInput);
        mask = null;
        return gradAtInput;
    }

    @Override
    public void clear() {
        mask = null;
    }

    /** DL4J clones its configurations; the layer and the draws stay the same. */
    @Override
    @SuppressWarnings({"MethodDoesntCallSuperMethod", "CloneMethodDoesntCallSuperClone"})
    public IDropout clone() {
        return this;
    }
}
