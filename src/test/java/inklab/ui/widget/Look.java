package inklab.ui.widget;

import inklab.ui.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Widgets in the window's themes, and pictures of them. */
final class Look {
    private Look() {}

    /** A scene in a theme. */
    static Scene scene(Theme theme, Parent root, double width, double height) {
        Scene scene = new Scene(root, width, height);
        theme.apply(scene);
        return scene;
    }

    static String id(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    /** Writes a picture as {@code target/gallery/NAME.png}. */
    static Path write(WritableImage image, String name) {
        try {
            Path file = Path.of("target", "gallery", name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
