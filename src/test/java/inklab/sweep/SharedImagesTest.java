package inklab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Dataset;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members of a sweep that learn the same images share them, and no others. */
class SharedImagesTest {
    private final List<Recipe> loaded = new ArrayList<>();
    private final SharedImages shared = new SharedImages((recipe, cancelled) -> {
        loaded.add(recipe);
        return new Dataset(recipe.data().dataset(), null, null, null);
    });

    private Dataset load(Recipe recipe) throws IOException {
        return shared.load(recipe, () -> false);
    }

    @Test
    void other_seeds_share_and_other_images_do_not() throws IOException {
        Recipe recipe = new Presets().find("pad-small").orElseThrow();
        Dataset first = load(recipe);
        assertThat(load(recipe.withTraining(recipe.training().withSeed(2)))).isSameAs(first);
        assertThat(load(recipe.withData(recipe.data().withInk(0)))).isNotSameAs(first);
        assertThat(load(recipe)).isSameAs(first);
        assertThat(load(recipe.withData(recipe.data().withTrain(1000)))).isNotSameAs(first);
        assertThat(loaded).hasSize(3);
    }
}
