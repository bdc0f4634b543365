package inklab.recipe;

import java.util.Optional;

/**
 * The figure that a source reports for a recipe.
 *
 * @param testError share of the test images misread, 0 to 1
 * @param source who reported it
 */
public record Published(double testError, String source) {
    /** The published figure of a recipe; only a row's own data, net and distortion have it, whatever the name. */
    public static Optional<Published> of(Recipe recipe, Presets presets) {
        Rows rows = presets.rows();
        return rows.nearest(recipe, presets)
                .flatMap(row -> row.figure().map(figure -> {
                    String title = rows.family(row).title();
                    String label = figure.label().isEmpty() ? "" : ", " + figure.label();
                    return new Published(figure.error(), title + label);
                }));
    }
}
