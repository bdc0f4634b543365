package inklab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void a_recipe_that_was_double_clicked_opens_the_window_and_everything_else_is_a_command(@TempDir Path folder)
            throws IOException {
        Path recipe = Files.writeString(folder.resolve("my.recipe.json"), "{}");
        assertThat(Main.isRecipe(recipe.toString())).isTrue();
        assertThat(Main.isRecipe(folder.resolve("none.json").toString())).isFalse();
        assertThat(Main.isRecipe("train", recipe.toString())).isFalse();
        assertThat(Main.isRecipe("presets")).isFalse();
        assertThat(Main.isRecipe("a\0.json")).isFalse();
    }
}
