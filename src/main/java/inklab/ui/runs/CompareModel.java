package inklab.ui.runs;

import inklab.recipe.Recipe;
import inklab.recipe.RecipeDifference;
import inklab.ui.widget.Picture;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** In what the recipes of two runs differ: what their nets see first, then every field. */
final class CompareModel {
    /**
     * Two runs side by side.
     *
     * @param fields every field that their recipes have otherwise
     * @param firstSeen images as the first one's net gets them; empty when they cannot be had
     * @param secondSeen the same images as the second one's net gets them
     */
    record Comparison(
            RunRow first,
            RunRow second,
            List<RecipeDifference.Field> fields,
            List<Picture> firstSeen,
            List<Picture> secondSeen) {
        Recipe firstRecipe() {
            return first.recipe().orElseThrow();
        }

        Recipe secondRecipe() {
            return second.recipe().orElseThrow();
        }

        boolean sameNet() {
            return firstRecipe().net().equals(secondRecipe().net());
        }

        /** Whether their nets see the same images in the same way. */
        boolean sameSight() {
            return firstRecipe().data().equals(secondRecipe().data())
                    && firstRecipe().distortion().equals(secondRecipe().distortion())
                    && firstRecipe().net().input().equals(secondRecipe().net().input());
        }
    }

    private final RunsViewModel table;
    private final Looks looks;
    private final Latest<List<RunRow>, Comparison> comparing;
    private List<RunRow> pair = List.of();
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison", Optional.empty());

    CompareModel(RunsViewModel table, Looks looks, Jobs jobs) {
        this.table = table;
        this.looks = looks;
        comparing = jobs.latest(this::compare, now -> comparison.set(Optional.of(now)));
        table.versionProperty().addListener(o -> look());
    }

    ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    private void look() {
        List<RunRow> now = table.pair();
        if (now.equals(pair)) return;
        pair = now;
        if (now.size() == 2) comparing.set(now);
        else {
            comparing.cancel();
            comparison.set(Optional.empty());
        }
    }

    private Comparison compare(List<RunRow> two) {
        Recipe first = two.get(0).recipe().orElseThrow();
        Recipe second = two.get(1).recipe().orElseThrow();
        return new Comparison(
                two.get(0), two.get(1), RecipeDifference.fields(first, second), seen(first), seen(second));
    }

    /** Data that is not here, or does not fit the net, has no pictures; the fields are compared all the same. */
    private List<Picture> seen(Recipe recipe) {
        try {
            return looks.seen(recipe);
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
