package inklab.recipe;

import java.util.List;

/** Whether a net that was measured was trained by the recipe that its row has now: a preset may have changed since. */
public final class KeptRecipe {
    static final String EARLIER = "Trained by an earlier recipe of this name, which has other settings.";

    private KeptRecipe() {}

    /**
     * In what a net's recipe differs from its row's preset, as far as that shows in what was kept: a sentence each. None where the net's
     * own deviations tell it.
     *
     * @param run of a row that is about a single net
     */
    public static List<String> differences(Row row, Measured run, Presets presets) {
        if (!run.deviations().isEmpty()) return List.of();
        Recipe preset = presets.find(row.presets().get(0)).orElseThrow();
        Recipe same = preset.withTraining(preset.training().withSeed(run.seed()));
        // A training may have been asked for fewer epochs, and have been ended before them.
        for (int epochs = preset.training().epochs(); epochs >= run.epochs(); epochs--) {
            Recipe shorter = same.withTraining(same.training().withEpochs(epochs));
            if (RecipeFile.hash(shorter).equals(run.recipe())) return RecipeDifference.of(preset, shorter);
        }
        return List.of(EARLIER);
    }
}
