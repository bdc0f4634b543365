package inklab.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The fonts that come with Inklab; style sheets address each by its family name. */
final class Fonts {
    private static final List<String> FILES = List.of(
            "IBMPlexSans-Regular.ttf",
            "IBMPlexSans-Medium.ttf",
            "IBMPlexSans-SemiBold.ttf",
            "IBMPlexMono-Regular.ttf",
            "IBMPlexMono-Medium.ttf",
            "SourceSerif4-Semibold.ttf");

    private static boolean loaded;

    private Fonts() {}

    /** Makes the families known to JavaFX; only the first call does anything. */
    static synchronized void load() {
        if (loaded) return;
        loaded = true;
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/assets/fonts/" + file)) {
                // A font that cannot be read leaves the system's own in its place: the window is plainer, not broken.
                if (in != null) Font.loadFont(in, 14);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
