package inklab.engine;

import inklab.net.Inference;
import inklab.net.WeightInit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** First weights as a function of the seed alone, the same for every engine. */
public final class InitialWeights {
    private InitialWeights() {}

    /**
     * Draws a net's weights: each tensor from a stream of its own, so that adding a layer at the end leaves the others as they were.
     *
     * @throws IllegalStateException when the net is not sound
     */
    public static Weights draw(Inference net, long seed) {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        int stream = 0;
        for (WeightLayout.Entry entry : WeightLayout.of(net).entries()) {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L * ++stream);
            float[] values = new float[entry.size()];
            for (int i = 0; i < values.length; i++)
                values[i] = entry.init() == null ? entry.first() : draw(entry, random);
            tensors.put(entry.name(), new Weights.Tensor(entry.shape(), values));
        }
        return new Weights(tensors);
    }

    private static float draw(WeightLayout.Entry entry, SplittableRandom random) {
        WeightInit init = entry.init();
        return (float)
                switch (init.kind()) {
                    case GLOROT -> uniform(random) * Math.sqrt(6.0 / (entry.fanIn() + entry.fanOut()));
                    case HE -> normal(random) * Math.sqrt(2.0 / entry.fanIn());
                    case LECUN -> normal(random) * Math.sqrt(1.0 / entry.fanIn());
                    case NORMAL -> normal(random) * init.scale();
                    case UNIFORM -> uniform(random) * init.scale();
                };
    }

    private static double uniform(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }

    /** Box and Muller's transform, one of its two numbers. */
    private static double normal(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
