package inklab.ui.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;

/** The window's fonts and style sheets, for showing widgets in tests as the window shows them. */
enum Look {
    LIGHT("light"),
    DARK("dark"),
    PROJECTOR("projector");

    private final String theme;

    Look(String theme) {
        this.theme = theme;
    }

    String id() {
        return theme;
    }

    /** A scene in this look. */
    Scene scene(Parent root, double width, double height) {
        loadFonts();
        Scene scene = new Scene(root, width, height);
        scene.setFill(Color.web(this == DARK ? "#151A21" : "#F8F5EE"));
        scene.getStylesheets().addAll(sheets());
        return scene;
    }

    private List<String> sheets() {
        List<String> names = Stream.of(
                        "theme/light.css",
                        "theme/" + theme + ".css",
                        "theme/base.css",
                        "theme/type.css",
                        "theme/controls.css")
                .distinct()
                .toList();
        return Stream.concat(names.stream(), Stream.of("widget/widgets.css"))
                .map(name -> getClass().getResource("/inklab/ui/" + name))
                .map(url -> url.toExternalForm())
                .toList();
    }

    private static void loadFonts() {
        if (Font.getFamilies().contains("IBM Plex Sans Medm")) return;
        try (Stream<Path> files = Files.list(Path.of("assets/fonts"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ttf")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    Font.loadFont(in, 14);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a picture of a scene as {@code target/gallery/NAME.png}. */
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
