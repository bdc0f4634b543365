package inklab.ui.widget;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** Copies a picture or chart as it is seen, at twice its size, so that it stays sharp on a slide. */
public final class CopyPicture {
    private static final double SCALE = 2;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private CopyPicture() {}

    /** Gives a node a menu on the secondary button, and Ctrl/Cmd+C while it has the focus. */
    public static void install(Node node, String words) {
        install(node, words, () -> node);
    }

    /**
     * The same for a node that stands for another, such as a wall for the digit chosen on it.
     *
     * @param copied what the first item and the keys copy, asked for at that moment
     * @param more further items of the menu
     */
    public static void install(Node node, String words, Supplier<? extends Node> copied, MenuItem... more) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> toClipboard(copied.get()));
        ContextMenu menu = new ContextMenu(item);
        menu.getItems().addAll(more);
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> {
            menu.show(node, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (!COPY.match(e)) return;
            toClipboard(copied.get());
            e.consume();
        });
    }

    /** The node as a picture, twice its size, on the ground that it lies on: light ink of the dark theme is seen on any slide. */
    public static WritableImage of(Node node) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        parameters.setFill(ground(node));
        return node.snapshot(parameters, null);
    }

    /** The nearest opaque colour under a node. */
    private static Color ground(Node node) {
        for (Parent at = node.getParent(); at != null; at = at.getParent())
            if (at instanceof Region region && region.getBackground() != null)
                for (BackgroundFill fill : region.getBackground().getFills())
                    if (fill.getFill() instanceof Color colour && colour.isOpaque()) return colour;
        return Color.TRANSPARENT;
    }

    /** Puts a node's picture on the clipboard. */
    public static void toClipboard(Node node) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(of(node));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
