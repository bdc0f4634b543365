package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptRecipeTest {
    private final Presets presets = new Presets();

    private List<String> differences(String row, Recipe trained, int epochs, String... deviations) {
        Measured run = new Measured(
                row,
                RecipeFile.hash(trained),
                trained.training().seed(),
                epochs,
                0,
                epochs,
                0.01,
                0.01,
                10_000,
                60,
                1000,
                LocalDate.EPOCH,
                new Measured.Machine("A processor", 2, "Linux", "Java 17"),
                "",
                List.of(deviations));
        return KeptRecipe.differences(presets.rows().find(row).orElseThrow(), run, presets);
    }

    private static Recipe with(Recipe recipe, int epochs, long seed) {
        return recipe.withTraining(recipe.training().withEpochs(epochs).withSeed(seed));
    }

    @Test
    void a_rows_own_recipe_differs_in_nothing_however_early_it_ended() {
        Recipe steady = presets.find("keras-64-64").orElseThrow();
        int all = steady.training().epochs();
        assertThat(differences("keras-64-64", with(steady, all, 7), all)).isEmpty();
        assertThat(differences("keras-64-64", with(steady, all, 7), 3)).isEmpty();
        assertThat(differences("keras-64-64", with(steady, 4, 7), 3)).isEmpty();
    }

    @Test
    void fewer_epochs_of_a_rate_that_falls_over_all_of_them_are_told() {
        Recipe falling = presets.find("ciresan-w16").orElseThrow();
        int all = falling.training().epochs();
        assertThat(differences("ciresan-w16", with(falling, all, 2), all / 2)).isEmpty();
        assertThat(differences("ciresan-w16", with(falling, all / 2, 2), all / 3))
                .containsExactly("training.epochs is " + all / 2 + ", not " + all + ".");
    }

    @Test
    void a_recipe_that_has_changed_since_is_told_unless_the_net_tells_it_itself() {
        Recipe other = presets.find("ciresan-w14").orElseThrow();
        assertThat(differences("ciresan-w16", other, 3)).containsExactly(KeptRecipe.EARLIER);
        assertThat(differences("ciresan-w16", other, 3, "data.normalise_width is 14, not 16."))
                .isEmpty();
    }
}
