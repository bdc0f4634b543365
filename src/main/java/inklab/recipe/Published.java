package inklab.recipe;

import java.util.Map;
import java.util.Optional;

/**
 * The figure that a preset's source reports for it.
 *
 * @param testError share of the test images misread, 0 to 1
 * @param source who reported it
 */
public record Published(double testError, String source) {
    private static final Map<String, Published> BY_PRESET = Map.of(
            "ciresan-elastic", new Published(0.0079, "MCDNN reproduction, one net"),
            "deep-big-simple", new Published(0.0035, "Cireşan et al. 2010"),
            "keras-cnn-dropout", new Published(0.0081, "Keras example, 99.19 % right"));

    /** The published figure of a recipe; only the preset's own data set and net have it, whatever the name. */
    public static Optional<Published> of(Recipe recipe, Presets presets) {
        return BY_PRESET.entrySet().stream()
                .filter(entry -> presets.find(entry.getKey())
                        .filter(preset -> preset.net().equals(recipe.net())
                                && preset.data().dataset().equals(recipe.data().dataset())
                                && preset.distortion().equals(recipe.distortion()))
                        .isPresent())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
