package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PresetItemsTest {
    private final Presets presets = new Presets();
    private final List<Recipe> used = new ArrayList<>();

    private List<MenuItem> items(Locale language) {
        return PresetItems.of(presets.all(), presets.rows(), new Texts(Shell.class, language), used::add);
    }

    private static Stream<MenuItem> leaves(MenuItem item) {
        if (item instanceof Menu menu) return menu.getItems().stream().flatMap(PresetItemsTest::leaves);
        return item instanceof SeparatorMenuItem ? Stream.empty() : Stream.of(item);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void every_preset_is_there_once_and_the_menu_is_short(String language) {
        List<MenuItem> items = items(Locale.forLanguageTag(language));
        assertThat(items.stream().flatMap(PresetItemsTest::leaves).map(MenuItem::getText))
                .containsExactlyInAnyOrderElementsOf(presets.names());
        assertThat(items).hasSizeLessThan(14);
        assertThat(items.get(0).getText()).isEqualTo("quick-ink");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nielsen-relu", "mlp-512"})
    void a_press_takes_the_preset(String name) {
        items(Locale.ENGLISH).stream()
                .flatMap(PresetItemsTest::leaves)
                .filter(item -> item.getText().equals(name))
                .forEach(MenuItem::fire);
        assertThat(used).extracting(Recipe::name).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void without_published_results_all_presets_stand_side_by_side(String language) {
        Texts texts = new Texts(Shell.class, Locale.forLanguageTag(language));
        assertThat(PresetItems.of(presets.all(), new Rows(List.of(), List.of()), texts, used::add))
                .extracting(MenuItem::getText)
                .containsExactlyElementsOf(presets.names());
    }
}
