package inklab.ui.build;

import inklab.recipe.Recipe;
import inklab.ui.Place;
import inklab.ui.ShellParts;
import inklab.ui.Shortcut;
import inklab.ui.Texts;
import inklab.ui.Workspace;
import inklab.ui.work.Jobs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The net as a column of cards. */
public final class BuildWorkspace implements Workspace {
    /** How long the net must rest before its speed is measured. */
    private static final long CALM_MILLIS = 600;

    private final ShellParts parts;
    private final Jobs jobs;
    private final Texts texts;
    private final BuildViewModel model;
    private final Trials trials;
    private final BuildView view;
    private final PalettePanel panel;
    private final List<Node> actions;

    /** @param jobs for what is tried on a real network, closed with the workspace; two threads are enough */
    public BuildWorkspace(ShellParts parts, Jobs jobs, Specimens specimens, Looker looker, SpeedMeter meter) {
        this.parts = parts;
        this.jobs = jobs;
        texts = new Texts(BuildWorkspace.class, parts.language().now());
        model = new BuildViewModel(parts.selection(), texts);
        trials = new Trials(
                parts.selection(), parts.training().liveProperty(), jobs, specimens, looker, meter, CALM_MILLIS);
        view = new BuildView(model, trials, parts.look(), texts);
        panel = new PalettePanel(model, trials, view.stack().hand(), texts);
        actions = List.of(
                action(
                        "build-undo",
                        Feather.CORNER_UP_LEFT,
                        "action.undo",
                        model::undo,
                        parts.selection().undoableProperty()),
                action(
                        "build-redo",
                        Feather.CORNER_UP_RIGHT,
                        "action.redo",
                        model::redo,
                        parts.selection().redoableProperty()),
                presets());
        view.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        panel.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    BuildViewModel model() {
        return model;
    }

    private static Button plain(String id, Feather icon, String says, String help) {
        Button button = new Button(says, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        return button;
    }

    private Button action(String id, Feather icon, String key, Runnable run, ObservableValue<Boolean> possible) {
        Button button = plain(id, icon, texts.get(key), texts.get(key + ".help"));
        button.setOnAction(e -> run.run());
        possible.addListener((o, was, now) -> button.setDisable(!now));
        button.setDisable(!possible.getValue());
        return button;
    }

    private MenuButton presets() {
        MenuButton menu = new MenuButton(texts.get("action.presets"));
        menu.setId("build-presets");
        menu.setAccessibleText(texts.get("action.presets"));
        MenuItem empty = new MenuItem(texts.get("presets.empty"));
        empty.setId("build-clear");
        empty.setOnAction(e -> model.clear());
        InvalidationListener fill = o -> {
            menu.getItems().clear();
            for (Recipe preset : parts.recipes().presets()) {
                MenuItem item = new MenuItem(preset.name());
                item.setMnemonicParsing(false);
                item.setOnAction(e -> parts.recipes().usePreset(preset));
                menu.getItems().add(item);
            }
            if (!menu.getItems().isEmpty()) menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().add(empty);
        };
        menu.setOnShowing(e -> fill.invalidated(null));
        fill.invalidated(null);
        return menu;
    }

    /** Wherever "+" is on a keyboard, it adds. */
    private void typed(KeyEvent e) {
        if (!e.getCharacter().equals("+") || e.getTarget() instanceof TextInputControl) return;
        view.openMenu();
        e.consume();
    }

    @Override
    public Place place() {
        return Place.BUILD;
    }

    @Override
    public ObservableValue<String> state() {
        return model.stateProperty();
    }

    @Override
    public List<Node> actions() {
        return actions;
    }

    @Override
    public Node content() {
        return view;
    }

    @Override
    public Optional<Node> panel() {
        return Optional.of(panel);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                key(KeyCode.UP, texts.get("keys.up"), () -> view.stack().step(-1, false)),
                key(KeyCode.DOWN, texts.get("keys.down"), () -> view.stack().step(1, false)),
                key(
                        KeyCode.UP,
                        KeyCombination.ALT_DOWN,
                        texts.get("keys.move.up"),
                        () -> view.stack().step(-1, true)),
                key(
                        KeyCode.DOWN,
                        KeyCombination.ALT_DOWN,
                        texts.get("keys.move.down"),
                        () -> view.stack().step(1, true)),
                key(
                        KeyCode.D,
                        KeyCombination.SHORTCUT_DOWN,
                        texts.get("keys.duplicate"),
                        () -> model.duplicate(model.chosen())),
                key(KeyCode.DELETE, texts.get("keys.delete"), () -> model.delete(model.chosen())),
                key(KeyCode.PLUS, texts.get("keys.add"), view::openMenu));
    }

    private static Shortcut key(KeyCode code, String says, Runnable action) {
        return new Shortcut(new KeyCodeCombination(code), says, action);
    }

    private static Shortcut key(KeyCode code, KeyCombination.Modifier with, String says, Runnable action) {
        return new Shortcut(new KeyCodeCombination(code, with), says, action);
    }

    @Override
    public List<String> styleSheets() {
        return List.of(Objects.requireNonNull(BuildWorkspace.class.getResource("build.css"))
                .toExternalForm());
    }

    @Override
    public void shown() {
        trials.watch();
    }

    @Override
    public void hidden() {
        model.letGo();
        trials.rest();
    }

    @Override
    public void close() {
        trials.rest();
        jobs.close();
    }
}
