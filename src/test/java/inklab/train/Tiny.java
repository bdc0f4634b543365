package inklab.train;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.distort.Distortion;
import inklab.distort.Elastic;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import inklab.net.WeightInit;
import inklab.recipe.DataSettings;
import inklab.recipe.DataSettings.Pixels;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import java.util.List;
import java.util.SplittableRandom;

/** A recipe and images so small that a whole training takes a moment. */
final class Tiny {
    static final List<String> CLASSES = List.of("a", "b", "c", "d");

    private static final Distortion DISTORTION = new Distortion(
            new Elastic(2, 4, Elastic.Noise.GAUSSIAN, Elastic.Field.PER_IMAGE), 5, 0, 0, 0, 0, 0, 0.1, false);

    private Tiny() {}

    static BatchPipeline batches(Recipe recipe, ImageSet images) {
        TrainingSettings training = recipe.training();
        return new BatchPipeline(
                images, recipe.distortion(), recipe.data().pixels(), training.batch(), training.seed());
    }

    /** 1x6x6 images: each class has a bright spot of its own in much noise. */
    static Dataset data() {
        return new Dataset("pictures/tiny", images(1, 330), images(2, 100), images(3, 120));
    }

    static ImageSet images(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * 36];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(4);
            for (int p = 0; p < 36; p++)
                pixels[i * 36 + p] = (byte) (random.nextInt(170) + (p / 9 == labels[i] ? random.nextInt(80) : 0));
        }
        return new ImageSet(1, 6, 6, CLASSES, pixels, labels);
    }

    static Recipe recipe(int epochs) {
        return recipe(epochs, new Schedule.Exponential(0.05, 0.95, 0));
    }

    static Recipe recipe(int epochs, Schedule schedule) {
        return new Recipe(
                "tiny",
                "Tests the training.",
                new DataSettings("pictures/tiny", 0, 100, 0, Pixels.SIGNED),
                DISTORTION,
                new NetSpec(
                        new Shape(1, 6, 6),
                        List.of(
                                new LayerSpec.Dense(20, Activation.TANH, WeightInit.GLOROT),
                                new LayerSpec.Dropout(0.25),
                                new LayerSpec.Output(4, WeightInit.GLOROT))),
                new TrainingSettings(16, epochs, 0, 0, new Optimizer.Momentum(0.8), schedule, 0, 0, 5));
    }
}
