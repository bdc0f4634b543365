package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipesTest {
    private static final Recipe RECIPE = SomeRecipes.CIRESAN;

    @TempDir
    private Path folder;

    private final Jobs jobs = new Jobs(Runnable::run, Runnable::run, fault -> {
        throw new AssertionError(fault);
    });
    private final Selection selection = new Selection(SomeRecipes.withNet("1x28x28-10N"));
    private final Notices notices = new Notices();
    private final Recipes recipes = new Recipes(
            selection,
            new RecipeFiles(new Presets()),
            jobs,
            notices,
            new Texts(Shell.class, Locale.ENGLISH),
            List.of());

    @Test
    void a_file_that_was_opened_is_saved_to_and_remembered() throws IOException {
        Path file = folder.resolve("mine.json");
        RecipeFile.write(file, RECIPE);
        recipes.open(file);
        assertThat(selection.recipe()).isEqualTo(RECIPE);
        assertThat(selection.fileProperty().get()).contains(file);
        assertThat(recipes.recent()).containsExactly(file);
    }

    @Test
    void the_copy_that_a_run_keeps_is_opened_but_never_saved_to() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Path copy = run.resolve("recipe.json");
        RecipeFile.write(copy, RECIPE);
        Files.createFile(run.resolve("metrics.jsonl"));
        recipes.open(copy);
        assertThat(selection.recipe()).isEqualTo(RECIPE);
        assertThat(selection.fileProperty().get()).isEmpty();
        assertThat(recipes.recent()).isEmpty();
    }

    @Test
    void a_recent_file_that_is_gone_is_said_and_forgotten() throws IOException {
        Path file = folder.resolve("mine.json");
        RecipeFile.write(file, RECIPE);
        recipes.open(file);
        Files.delete(file);
        recipes.open(file);
        assertThat(recipes.recent()).isEmpty();
        assertThat(notices.shown())
                .singleElement()
                .satisfies(notice -> assertThat(notice.what()).contains("mine.json"));
    }
}
