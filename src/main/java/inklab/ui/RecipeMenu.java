package inklab.ui;

import inklab.recipe.Recipe;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

/** The recipe's name, with a dot while it differs from the saved one; below it everything about recipes as files. */
final class RecipeMenu extends MenuButton {
    private final Selection selection;
    private final Recipes recipes;
    private final Texts texts;
    private final Menu presets;
    private final Menu recent;

    RecipeMenu(Selection selection, Recipes recipes, Texts texts) {
        this.selection = selection;
        this.recipes = recipes;
        this.texts = texts;
        setId("recipe");
        getStyleClass().addAll("quiet", "recipe-menu");
        Region dot = new Region();
        dot.getStyleClass().add("changed-dot");
        dot.setAccessibleText(texts.get("recipe.changed"));
        setContentDisplay(ContentDisplay.LEFT);
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(selection.recipeProperty().map(Recipe::name));
        selection.changedProperty().addListener((o, was, now) -> setGraphic(now ? dot : null));
        setGraphic(selection.changedProperty().get() ? dot : null);
        accessibleTextProperty()
                .bind(selection
                        .changedProperty()
                        .map(changed -> texts.get(changed ? "recipe.name.changed" : "recipe.name")));

        presets = new Menu(texts.get("recipe.presets"));
        recent = new Menu(texts.get("recipe.recent"));
        MenuItem undo = item("recipe.undo", "Shortcut+Z", selection::undo);
        undo.disableProperty().bind(selection.undoableProperty().not());
        MenuItem redo = item("recipe.redo", "Shortcut+Shift+Z", selection::redo);
        redo.disableProperty().bind(selection.redoableProperty().not());
        MenuItem revert = item("recipe.revert", null, recipes::revert);
        revert.disableProperty().bind(selection.changedProperty().not());
        getItems()
                .addAll(
                        presets,
                        item("recipe.open", "Shortcut+O", this::open),
                        recent,
                        new SeparatorMenuItem(),
                        item("recipe.save", "Shortcut+S", this::save),
                        item("recipe.save.as", "Shortcut+Shift+S", this::saveAs),
                        revert,
                        new SeparatorMenuItem(),
                        undo,
                        redo);
        setOnShowing(e -> fill());
        fill();
    }

    void open() {
        FileChooser chooser = chooser(texts.get("recipe.open"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) recipes.open(file.toPath());
    }

    void save() {
        Optional<Path> file = selection.fileProperty().get();
        if (file.isPresent()) recipes.save(file.get());
        else saveAs();
    }

    void saveAs() {
        FileChooser chooser = chooser(texts.get("recipe.save.as"));
        chooser.setInitialFileName(selection.recipe().name() + ".json");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) recipes.save(file.toPath());
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("recipe.files"), "*.json"));
        selection
                .fileProperty()
                .get()
                .map(Path::toAbsolutePath)
                .map(Path::getParent)
                .map(Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private void fill() {
        presets.getItems().setAll(PresetItems.of(recipes.presets(), recipes.rows(), texts, recipes::usePreset));
        presets.setDisable(recipes.presets().isEmpty());
        recent.getItems().setAll(recipes.recent().stream().map(this::recentItem).toList());
        recent.setDisable(recipes.recent().isEmpty());
    }

    private MenuItem recentItem(Path file) {
        MenuItem item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> recipes.open(file));
        return item;
    }

    private MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        if (keys != null) item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(e -> action.run());
        return item;
    }
}
