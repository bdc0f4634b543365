package inklab.engine.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BroadcastOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastDivOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastSubOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Batch normalisation by the statistics of so many images at a time as make a chunk of the other engines' ({@link Now#ghost}), though the
 * mini-batch is on its way whole. DL4J's own knows one group, keeps a running variance that is too small by its bias, and goes back
 * through the mini-batch's statistics when a net is only read.
 */
final class GhostNormLayer extends BatchNormalization {
    private final transient Now now;
    private transient INDArray normal;
    private transient List<Group> groups;

    /**
     * Images that are normalised together.
     *
     * @param numbers of a channel
     */
    @SuppressWarnings("ArrayRecordComponent") // ND4J wants it so; compared by nobody.
    private record Group(
            INDArrayIndex[] place, long images, long numbers, INDArray mean, INDArray variance, INDArray deviation) {}

    GhostNormLayer(NeuralNetConfiguration conf, DataType type, Now now) {
        super(conf, type);
        this.now = now;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = input;
        long n = x.size(0);
        long size = learns() ? now.ghost() : n;
        normal = workspaces.createUninitialized(ArrayType.INPUT, x.dataType(), x.shape(), 'c');
        groups = new ArrayList<>();
        for (long from = 0; from < n; from += size) {
            Group group = group(x, from, Math.min(n, from + size), workspaces);
            INDArray unit = normal.get(group.place());
            run(new BroadcastSubOp(x.get(group.place()), group.mean(), unit, 1));
            run(new BroadcastDivOp(unit, group.deviation(), unit, 1));
            groups.add(group);
        }
        INDArray y = workspaces.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), x.shape(), 'c');
        run(new BroadcastMulOp(normal, getParam("gamma"), y, 1));
        run(new BroadcastAddOp(y, getParam("beta"), y, 1));
        return y;
    }

    private Group group(INDArray x, long from, long to, LayerWorkspaceMgr workspaces) {
        INDArrayIndex[] place = new INDArrayIndex[x.rank()];
        Arrays.fill(place, NDArrayIndex.all());
        place[0] = NDArrayIndex.interval(from, to);
        INDArray part = x.get(place);
        INDArray mean = learns() ? row(part.mean(rest(x))) : getParam("mean");
        INDArray variance = learns() ? row(part.var(false, rest(x))) : getParam("var");
        INDArray deviation =
                workspaces.dup(ArrayType.INPUT, variance).addi(layerConf().getEps());
        return new Group(
                place,
                to - from,
                part.length() / mean.length(),
                workspaces.dup(ArrayType.INPUT, mean),
                workspaces.dup(ArrayType.INPUT, variance),
                Transforms.sqrt(deviation, false));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        Gradient gradient = new DefaultGradient();
        gradientViews.forEach((word, view) -> gradient.setGradientFor(word, view.assign(0)));
        INDArray delta =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), epsilon.shape(), 'c');
        for (Group group : groups) {
            INDArray out = epsilon.get(group.place());
            INDArray unit = normal.get(group.place());
            INDArray back = delta.get(group.place());
            INDArray sum = row(out.sum(rest(epsilon)));
            INDArray product = row(out.mul(unit).sum(rest(epsilon)));
            gradientViews.get("beta").addi(sum);
            gradientViews.get("gamma").addi(product);
            if (learns()) {
                run(new BroadcastMulOp(unit, product.divi(-group.numbers()), back, 1));
                run(new BroadcastSubOp(back, sum.divi(group.numbers()), back, 1));
                back.addi(out);
                follow(group, epsilon.size(0));
            } else {
                back.assign(out);
            }
            run(new BroadcastMulOp(back, getParam("gamma").div(group.deviation()), back, 1));
        }
        normal = null;
        groups = null;
        return new Pair<>(gradient, delta);
    }

    /** The running statistics are reduced by their distance from the group's, by its share of the mini-batch. */
    private void follow(Group group, long batch) {
        double share = (1 - layerConf().getDecay()) * group.images() / batch;
        double unbiased = group.numbers() > 1 ? (double) group.numbers() / (group.numbers() - 1) : 1;
        gradientViews.get("mean").addi(getParam("mean").sub(group.mean()).muli(share));
        gradientViews
                .get("var")
                .addi(getParam("var").sub(group.variance().mul(unbiased)).muli(share));
    }

    private boolean learns() {
        return now.pass().training();
    }

    /** All dimensions but the channels'. */
    private static int[] rest(INDArray x) {
        return x.rank() == 4 ? new int[] {0, 2, 3} : new int[] {0};
    }

    /** Of one image ND4J keeps its dimension. */
    private static INDArray row(INDArray channels) {
        return channels.reshape(channels.length());
    }

    private static void run(BroadcastOp op) {
        Nd4j.getExecutioner().exec(op);
    }
}
