package inklab.ui.build;

import inklab.ui.Texts;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.paint.Color;

/** What can be done with one card. */
final class CardMenu extends ContextMenu {
    private final Texts texts;

    CardMenu(BuildViewModel model, LayerCardView card, Texts texts) {
        this.texts = texts;
        int layer = card.card().index();
        if (layer >= 0) {
            MenuItem up = item("card.up", "Alt+Up", () -> model.moveChosen(-1));
            up.setDisable(layer == 0);
            MenuItem down = item("card.down", "Alt+Down", () -> model.moveChosen(1));
            down.setDisable(layer == model.column().layers() - 1);
            getItems()
                    .addAll(
                            item("card.duplicate", "Shortcut+D", () -> model.duplicate(layer)),
                            up,
                            down,
                            item("card.delete", "Delete", () -> model.delete(layer)),
                            new SeparatorMenuItem());
        }
        getItems()
                .addAll(
                        item("card.copy.picture", null, () -> copyPicture(card)),
                        item("card.copy.table", null, () -> copy(model.csv())));
    }

    private MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        // Shown only: the keys themselves belong to the workspace.
        if (keys != null) item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(e -> action.run());
        return item;
    }

    private static void copyPicture(LayerCardView card) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        ClipboardContent content = new ClipboardContent();
        content.putImage(card.glyph().snapshot(parameters, null));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
