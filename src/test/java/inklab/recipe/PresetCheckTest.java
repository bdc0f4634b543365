package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.net.Cost;
import inklab.net.Inference;
import inklab.net.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetCheckTest {
    private static final Path FOLDER = Path.of("presets");
    /** Files beside the recipes that are none. */
    private static final List<String> OTHERS = List.of("published.json", "results.json");

    private static List<String> names() {
        return new Presets().names();
    }

    @Test
    void the_index_lists_every_preset_file() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !OTHERS.contains(name))
                    .map(name -> name.substring(0, name.length() - 5))
                    .toList();
            assertThat(names()).containsExactlyInAnyOrderElementsOf(there);
        }
        assertThat(names()).startsWith("quick-ink");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_preset_parses_infers_and_fits_its_data_without_a_warning(String name) throws IOException {
        RecipeFile.Parsed parsed = RecipeFile.read(FOLDER.resolve(name + ".json"));
        assertThat(parsed.problems()).isEmpty();
        Recipe recipe = parsed.recipe().orElseThrow();
        assertThat(recipe.name()).isEqualTo(name);
        assertThat(recipe.says()).hasSizeGreaterThan(60);
        assertThat(Inference.of(recipe.net()).shapes()).endsWith(Shape.vector(10));
        assertThat(new Presets().find(name)).contains(recipe);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_presets_file_is_in_canonical_form(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name + ".json"));
        assertThat(RecipeFile.text(RecipeFile.parse(text).recipe().orElseThrow()))
                .isEqualTo(text);
    }

    @Test
    void the_ciresan_preset_has_its_true_count_of_weights() {
        Recipe recipe = new Presets().find("ciresan-elastic").orElseThrow();
        assertThat(Cost.of(recipe.net()).total().parameters()).isEqualTo(76_040);
    }

    @Test
    void a_name_that_is_no_preset_finds_nothing_even_where_a_file_lies() {
        assertThat(new Presets().find("index")).isEmpty();
        assertThat(new Presets().find("../presets/quick-ink")).isEmpty();
    }
}
