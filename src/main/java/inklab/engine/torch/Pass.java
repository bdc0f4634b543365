package inklab.engine.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * One chunk's way through the layers, and what it leaves behind.
 */
final class Pass {
    private final boolean training;
    private final boolean shows;
    private final long step;
    private final int firstImage;
    private final int batch;
    private final int ghost;
    private final Map<String, Tensor> statistics;
    private final List<Tensor> shown = new ArrayList<>();

    private Pass(
            boolean training,
            boolean shows,
            long step,
            int firstImage,
            int batch,
            int ghost,
            Map<String, Tensor> statistics) {
        this.training = training;
        this.shows = shows;
        this.step = step;
        this.firstImage = firstImage;
        this.batch = batch;
        this.ghost = ghost;
        this.statistics = statistics;
    }

    /**
     * @param shows whether each layer's output is wanted afterwards
     * @param firstImage its place in the mini-batch
     * @param batch images of the whole mini-batch
     * @param ghost how many images batch normalisation takes together
     * @param statistics where it leaves what the running statistics take up, by tensor name
     */
    static Pass training(
            boolean shows, long step, int firstImage, int batch, int ghost, Map<String, Tensor> statistics) {
        return new Pass(true, shows, step, firstImage, batch, ghost, statistics);
    }

    static Pass predicting(boolean shows) {
        return new Pass(false, shows, 0, 0, 1, 1, Map.of());
    }

    boolean training() {
        return training;
    }

    long step() {
        return step;
    }

    int firstImage() {
        return firstImage;
    }

    int batch() {
        return batch;
    }

    int ghost() {
        return ghost;
    }

    Map<String, Tensor> statistics() {
        return statistics;
    }

    /** Takes note of a top-level layer's output as the user knows it; made only where somebody wants to see it. */
    void show(Tensor output, UnaryOperator<Tensor> finish) {
        if (shows) shown.add(finish.apply(output));
    }

    /** The top-level layers' outputs, in order. */
    List<Tensor> shown() {
        return shown;
    }
}
