package inklab.ui.inspect;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.distort.Distortion;
import inklab.engine.Engine;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.Keep;
import inklab.train.Result;
import inklab.train.RunFolder;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingImages;
import inklab.train.TrainingJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Runs of a tiny net on images so noisy that it misreads some. */
final class SomeRuns {
    static final List<String> CLASSES = List.of("a", "b", "c");

    private SomeRuns() {}

    static Recipe recipe(int epochs) {
        return new Recipe(
                "tiny",
                "",
                new DataSettings("pictures/tiny", 0, 90, 0, DataSettings.Pixels.UNIT),
                Distortion.NONE,
                Notation.parse("1x8x8-4C3-MP2-6N-3N").net().orElseThrow(),
                new TrainingSettings(
                        10, epochs, 0, 0, new Optimizer.Momentum(0.8), new Schedule.Constant(0.02), 0, 0, 5));
    }

    /** 90 test images, in the order of {@link #images}. */
    static TrainingImages images() {
        return (recipe, cancelled) ->
                new Dataset("pictures/tiny", set(1, 200), set(2, recipe.data().validation()), set(3, 90));
    }

    static ImageSet set(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * 64];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(3);
            for (int p = 0; p < 64; p++) {
                boolean bright = p / 8 / 3 == labels[i];
                pixels[i * 64 + p] = (byte) (random.nextInt(150) + (bright ? random.nextInt(90) : 0));
            }
        }
        return new ImageSet(1, 8, 8, CLASSES, pixels, labels);
    }

    /** Trains, or goes on. */
    static Result train(Engine engine, Path folder, int epochs, int history) throws IOException {
        Habits habits = Habits.onCpu(1).keeping(new Keep(history));
        return new TrainingJob(recipe(epochs), new RunFolder(folder), images(), habits, true).run(engine);
    }
}
