package inklab.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/**
 * How the window is coloured and measured. All three share AtlantaFX's sheet below and the sheets of rules above it; a theme's own sheet
 * gives the named roles their values (they are listed at the head of {@code theme/light.css}).
 */
public enum Theme {
    LIGHT("light.css"),
    DARK("dark.css"),
    /** Large type, thick lines and more contrast, for a lecture hall. */
    PROJECTOR("projector.css");

    /** AtlantaFX's light and dark sheets differ in colours alone, and those are replaced: one sheet serves every theme. */
    private static final String BASE = "/atlantafx/base/theme/primer-light.css";

    private static final List<String> RULES = List.of("base.css", "type.css", "controls.css", "shell.css");

    private final String roles;

    Theme(String roles) {
        this.roles = roles;
    }

    /** Dresses the scene, its words in English; a second call changes the theme in place. */
    public void apply(Scene scene) {
        apply(scene, Typeface.OWN);
    }

    /** Dresses the scene. */
    public void apply(Scene scene, Typeface typeface) {
        Fonts.load();
        if (!BASE.equals(Application.getUserAgentStylesheet())) Application.setUserAgentStylesheet(BASE);
        scene.getStylesheets().setAll(styleSheets().stream().map(typeface::set).toList());
    }

    /** The style sheets of this theme, in order. The roles stand last, so that a theme may replace measures too. */
    public List<String> styleSheets() {
        List<String> sheets = new ArrayList<>();
        for (String name : RULES) sheets.add(sheet("theme/" + name));
        sheets.add(sheet("widget/widgets.css"));
        sheets.add(sheet("theme/" + roles));
        if (this == PROJECTOR) sheets.add(sheet("widget/projector.css"));
        return List.copyOf(sheets);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
