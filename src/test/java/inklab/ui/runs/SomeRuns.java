package inklab.ui.runs;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.distort.Distortion;
import inklab.engine.tiny.TinyEngine;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import inklab.net.WeightInit;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.RunFolder;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Runs on images so small that a whole training takes a moment. */
final class SomeRuns {
    private SomeRuns() {}

    /** A finished run; another seed, another net. */
    static RunFolder train(Path root, String name, long seed) throws IOException {
        return train(root, name, seed, "pictures/tiny", 1);
    }

    /** @param split which test images: another number, others */
    static RunFolder train(Path root, String name, long seed, String dataset, int split) throws IOException {
        return train(root, recipe(name, seed, dataset), split, false);
    }

    /** The run of this name goes on to so many epochs. */
    static void goOn(Path root, String name, long seed, int epochs) throws IOException {
        Recipe recipe = recipe(name, seed, "pictures/tiny");
        train(root, recipe.withTraining(recipe.training().withEpochs(epochs)), 1, true);
    }

    private static RunFolder train(Path root, Recipe to, int split, boolean resume) throws IOException {
        RunFolder folder = new RunFolder(root.resolve(to.name()));
        String dataset = to.data().dataset();
        new TrainingJob(
                        to,
                        folder,
                        (recipe, cancelled) ->
                                new Dataset(dataset, images(1, 330), images(2, 100), images(2 + split, 120)),
                        Habits.onCpu(1),
                        resume)
                .run(new TinyEngine());
        return folder;
    }

    static Recipe recipe(String name, long seed, String dataset) {
        return new Recipe(
                name,
                "",
                new DataSettings(dataset, 0, 100, 0, DataSettings.Pixels.SIGNED),
                Distortion.NONE,
                new NetSpec(
                        new Shape(1, 6, 6),
                        List.of(
                                new LayerSpec.Dense(12, Activation.TANH, WeightInit.GLOROT),
                                new LayerSpec.Output(4, WeightInit.GLOROT))),
                new TrainingSettings(
                        16, 2, 0, 0, new Optimizer.Momentum(0.8), new Schedule.Constant(0.05), 0, 0, seed));
    }

    /** 1x6x6 images: each class has a bright spot of its own in much noise. */
    private static ImageSet images(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * 36];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(4);
            for (int p = 0; p < 36; p++)
                pixels[i * 36 + p] = (byte) (random.nextInt(170) + (p / 9 == labels[i] ? random.nextInt(80) : 0));
        }
        return new ImageSet(1, 6, 6, List.of("a", "b", "c", "d"), pixels, labels);
    }
}
