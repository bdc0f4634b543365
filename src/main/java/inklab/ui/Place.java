package inklab.ui;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The seven workspaces, in the order of the rail. */
public enum Place {
    DATA(KeyCode.DIGIT1, Feather.DATABASE),
    /** Its three waves are Inklab's own. */
    DISTORT(KeyCode.DIGIT2, null),
    BUILD(KeyCode.DIGIT3, Feather.LAYERS),
    TRAIN(KeyCode.DIGIT4, Feather.TRENDING_DOWN),
    INSPECT(KeyCode.DIGIT5, Feather.EYE),
    DRAW(KeyCode.DIGIT6, Feather.EDIT_3),
    RUNS(KeyCode.DIGIT7, Feather.LIST);

    private final KeyCode number;
    private final Feather icon;

    Place(KeyCode number, Feather icon) {
        this.number = number;
        this.icon = icon;
    }

    /** As settings and pictures name it: {@code data}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its name in the shell's texts. */
    public String nameKey() {
        return "place." + id();
    }

    /** Ctrl, or Cmd on a Mac, and its number on the rail. */
    public KeyCombination shortcut() {
        return new KeyCodeCombination(number, KeyCombination.SHORTCUT_DOWN);
    }

    /** A new icon, in the colour of its text. */
    public Node icon() {
        if (icon != null) return new FontIcon(icon);
        Region waves = new Region();
        waves.getStyleClass().add("icon-waves");
        return waves;
    }
}
