package inklab.ui.widget;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The six cuts of type in the window, each a family of its own to JavaFX. */
public enum Face {
    SANS("IBM Plex Sans"),
    MEDIUM("IBM Plex Sans Medm"),
    SEMIBOLD("IBM Plex Sans SmBld"),
    MONO("IBM Plex Mono"),
    MONO_MEDIUM("IBM Plex Mono Medm"),
    SERIF("Source Serif 4 Semibold");

    private final String family;

    Face(String family) {
        this.family = family;
    }

    String family() {
        return family;
    }

    /** The system's own type where the family is not loaded. */
    public Font at(double size) {
        return Font.font(family, size);
    }

    /** The same, the sans cuts taken from this family where it is not Inklab's own. */
    Font at(double size, String sans) {
        boolean own = sans == null || sans.equals(SANS.family);
        return switch (this) {
            case SANS, MEDIUM -> own ? at(size) : Font.font(sans, size);
            case SEMIBOLD -> own ? at(size) : Font.font(sans, FontWeight.BOLD, size);
            case MONO, MONO_MEDIUM, SERIF -> at(size);
        };
    }
}
