package inklab.engine;

import inklab.net.Inference;
import inklab.net.NetSpec;

/** What every engine's network begins with: the net that was asked for, how it learns, and where its weights lie. */
public abstract class LaidOutNetwork implements Network {
    /** At least so many images are read at a time, where a network was made for reading alone. */
    protected static final int READING = 32;

    protected final Inference net;
    protected final NetworkSettings settings;
    protected final WeightLayout layout;

    /** How many probabilities an image is answered with. */
    protected final int classes;

    protected LaidOutNetwork(Inference net, NetworkSettings settings) {
        this.net = net;
        this.settings = settings;
        this.layout = WeightLayout.of(net);
        this.classes =
                net.layers().get(net.layers().size() - 1).output().orElseThrow().size();
    }

    @Override
    public final NetSpec spec() {
        return net.net();
    }

    @Override
    public final StepResult step(Batch batch, Step step) {
        if (batch.size() > settings.batch())
            throw new IllegalArgumentException(
                    "a mini-batch of " + batch.size() + " where at most " + settings.batch() + " were announced");
        return learn(batch, step);
    }

    /** {@link Network#step}, of a mini-batch that there is room for. */
    protected abstract StepResult learn(Batch batch, Step step);
}
