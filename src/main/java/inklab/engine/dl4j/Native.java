package inklab.engine.dl4j;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One of ND4J's native ops with its arguments fixed, run on arrays of the caller's: {@code conv2d}, {@code maxpool2d} and the like reach
 * oneDNN this way, which DL4J's own layers do not (their helper looks for a class that this release renamed).
 */
final class Native {
    private final DynamicCustomOp op;
    private final long[] integers;
    private final double[] reals;
    private final Map<Integer, OpContext> contexts = new HashMap<>();

    Native(String name, long... integers) {
        this(name, new double[0], integers);
    }

    Native(String name, double[] reals, long... integers) {
        this.op = DynamicCustomOp.builder(name).build();
        this.integers = integers.clone();
        this.reals = reals.clone();
    }

    /** Runs it, writing into the outputs; a context is kept for each number of images. */
    void run(int n, INDArray[] in, INDArray... out) {
        OpContext context = contexts.computeIfAbsent(n, k -> {
            OpContext fresh = Nd4j.getExecutioner().buildContext();
            fresh.setIArguments(integers);
            if (reals.length > 0) fresh.setTArguments(reals);
            return fresh;
        });
        for (int i = 0; i < in.length; i++) context.setInputArray(i, in[i]);
        for (int i = 0; i < out.length; i++) context.setOutputArray(i, out[i]);
        Nd4j.getExecutioner().exec(op, context);
    }

    static INDArray[] in(Tensor... tensors) {
        INDArray[] arrays = new INDArray[tensors.length];
        for (int i = 0; i < arrays.length; i++) arrays[i] = tensors[i].array();
        return arrays;
    }
}
