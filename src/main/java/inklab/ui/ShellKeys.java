package inklab.ui;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

/** Keys that work everywhere in the window, and files dropped on it. */
final class ShellKeys {
    private final Shell shell;
    private final ShellParts parts;

    ShellKeys(Shell shell, ShellParts parts) {
        this.shell = shell;
        this.parts = parts;
    }

    void install() {
        shell.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        shell.addEventHandler(KeyEvent.KEY_TYPED, e -> {
            if (!e.getCharacter().equals("?") || e.getTarget() instanceof TextInputControl) return;
            shell.help();
            e.consume();
        });
        shell.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (e.getDragboard().hasFiles()) e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        });
        shell.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            if (e.getDragboard().hasFiles())
                parts.recipes()
                        .drop(shell.open(e.getDragboard().getFiles().stream()
                                .map(File::toPath)
                                .toList()));
            e.setDropCompleted(true);
            e.consume();
        });
    }

    private void pressed(KeyEvent e) {
        boolean typing = e.getTarget() instanceof TextInputControl;
        if (shell.overlay().isOpen() && e.getCode() != KeyCode.F1) return;
        for (Shortcut shortcut : live()) {
            if (!shortcut.keys().match(e)) continue;
            if (typing && !e.isShortcutDown() && !e.getCode().isFunctionKey()) return;
            shortcut.action().run();
            e.consume();
            return;
        }
    }

    private List<Shortcut> live() {
        List<Shortcut> all = new ArrayList<>(shell.shown().shortcuts());
        for (HelpCard.Group group : groups(shell, parts)) all.addAll(group.shortcuts());
        return all;
    }

    /** The keys of the frame, by group. */
    static List<HelpCard.Group> groups(Shell shell, ShellParts parts) {
        Texts texts = parts.texts();
        List<Shortcut> places = new ArrayList<>();
        for (Place place : Place.values())
            places.add(new Shortcut(
                    place.shortcut(),
                    texts.get(place.nameKey()),
                    () -> parts.navigation().go(place)));
        Look look = parts.look();
        RecipeMenu menu = shell.recipeMenu();
        List<Shortcut> recipe = List.of(
                key("Shortcut+O", texts.get("recipe.open"), menu::open),
                key("Shortcut+S", texts.get("recipe.save"), menu::save),
                key("Shortcut+Shift+S", texts.get("recipe.save.as"), menu::saveAs),
                key("Shortcut+Z", texts.get("recipe.undo"), parts.selection()::undo),
                key("Shortcut+Shift+Z", texts.get("recipe.redo"), parts.selection()::redo),
                key("Shortcut+T", texts.get("keys.train"), () -> trainOrPause(parts)));
        List<Shortcut> window = List.of(
                new Shortcut(new KeyCodeCombination(KeyCode.F1), texts.get("keys.help"), shell::help),
                key("Shortcut+Shift+L", texts.get("rail.theme"), look::changeTheme),
                key("Shortcut+Shift+P", texts.get("rail.projector"), look::changeProjector),
                new Shortcut(
                        new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN),
                        texts.get("keys.panel"),
                        shell::callPanel));
        return List.of(
                new HelpCard.Group(texts.get("keys.places"), places),
                new HelpCard.Group(texts.get("keys.recipe"), recipe),
                new HelpCard.Group(texts.get("keys.window"), window));
    }

    private static void trainOrPause(ShellParts parts) {
        Live live = parts.training().liveProperty().get();
        if (live == null) parts.training().start(parts.selection().recipe());
        else if (live.paused()) parts.training().resume();
        else parts.training().pause();
    }

    private static Shortcut key(String keys, String says, Runnable action) {
        return new Shortcut(KeyCombination.valueOf(keys), says, action);
    }
}
