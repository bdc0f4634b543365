package inklab.ui.widget;

import javafx.scene.text.Font;

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

    /** The system's own type where the family is not loaded. */
    public Font at(double size) {
        return Font.font(family, size);
    }
}
