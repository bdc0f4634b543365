package inklab.ui;

import inklab.recipe.Recipe;
import inklab.recipe.Row;
import inklab.recipe.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Presets as a menu: those that reproduce a published result below their source, the others, and the first to begin with, before them. */
public final class PresetItems {
    private PresetItems() {}

    /**
     * The items.
     *
     * @param texts of any room: its language is taken
     * @param use what a press on a preset does
     */
    public static List<MenuItem> of(List<Recipe> presets, Rows rows, Texts texts, Consumer<Recipe> use) {
        Texts words = new Texts(PresetItems.class, texts.isChinese() ? Locale.CHINESE : Locale.ENGLISH);
        Set<Recipe> placed = new HashSet<>();
        List<Recipe> further = presets.subList(Math.min(1, presets.size()), presets.size());
        List<MenuItem> menus = new ArrayList<>();
        for (Row.Family family : rows.families()) {
            Menu menu = new Menu(words.get("family." + family.id()));
            menu.setId("presets-" + family.id());
            menu.setMnemonicParsing(false);
            for (Row row : rows.of(family))
                for (Recipe preset : further)
                    if (row.presets().contains(preset.name()) && placed.add(preset))
                        menu.getItems().add(item(preset, use));
            if (!menu.getItems().isEmpty()) menus.add(menu);
        }
        List<MenuItem> items = new ArrayList<>();
        for (Recipe preset : presets) if (!placed.contains(preset)) items.add(item(preset, use));
        if (!items.isEmpty() && !menus.isEmpty()) items.add(new SeparatorMenuItem());
        items.addAll(menus);
        return items;
    }

    private static MenuItem item(Recipe preset, Consumer<Recipe> use) {
        MenuItem item = new MenuItem(preset.name());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> use.accept(preset));
        return item;
    }
}
