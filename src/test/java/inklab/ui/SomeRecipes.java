package inklab.ui;

import inklab.distort.Distortion;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;

/** Recipes to test with. */
public final class SomeRecipes {
    /** The small net of the MCDNN reproduction, on MNIST. */
    public static final Recipe CIRESAN = new Recipe(
            "ciresan-elastic",
            "The reproduction's small net.",
            new DataSettings("mnist", 0, 10_000, 0, DataSettings.Pixels.UNIT),
            Distortion.elastic(8, 36),
            Notation.parse("1x29x29-20C4-MP2-40C5-MP3-150N-10N").net().orElseThrow(),
            new TrainingSettings(128, 40, 0, 0, new Optimizer.Sgd(), new Schedule.Exponential(0.2, 0.993, 0), 0, 0, 1));

    private SomeRecipes() {}

    /** The same with another net. */
    public static Recipe withNet(String notation) {
        return CIRESAN.withNet(Notation.parse(notation).net().orElseThrow());
    }
}
