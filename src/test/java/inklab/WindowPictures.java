package inklab;

import inklab.data.DataFolder;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.ui.LabWindow;
import inklab.ui.Place;
import inklab.ui.Settings;
import inklab.ui.SettingsFile;
import inklab.ui.work.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Draws the whole window as it is, workspace by workspace, at each size and in each theme and language: to be looked at. */
public final class WindowPictures {
    private static final int[][] SIZES = {{1280, 800}, {1440, 900}, {1920, 1080}};
    private static final List<String> THEMES = List.of("light", "dark", "projector");

    private WindowPictures() {}

    /**
     * @param args the folder for pictures; a data folder; a preset's name; then what pictures' names must contain, any of them; none for
     *     all
     */
    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[0]);
        Files.createDirectories(out);
        List<String> wanted = List.of(args).subList(3, args.length);
        Toolkit.headless(1920, 1200);
        Toolkit.start().join();
        javafx.application.Platform.setImplicitExit(false);
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Path folder = Files.createTempDirectory("inklab-pictures");
            Settings first = new Settings(
                    1440,
                    900,
                    false,
                    Place.DRAW,
                    false,
                    false,
                    true,
                    language.getLanguage(),
                    "",
                    0,
                    List.of(),
                    List.of());
            Recipe recipe = new Presets().find(args[2]).orElseThrow();
            LabWindow window = new WindowStart(folder, new DataFolder(Path.of(args[1])))
                    .show(
                            first,
                            new SettingsFile(folder),
                            recipe,
                            Path.of(args[1]).resolve("runs"));
            for (Place place : Place.values())
                for (int[] size : SIZES)
                    for (String theme : THEMES) {
                        String name = place.id() + "-" + size[0] + "-" + theme + "-" + language.getLanguage();
                        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::matches)) continue;
                        draw(window, place, size, theme, out.resolve(name + ".png"));
                    }
            Toolkit.run(() -> {
                window.close();
                return null;
            });
        }
        System.exit(0);
    }

    private static void draw(LabWindow window, Place place, int[] size, String theme, Path file) throws Exception {
        Toolkit.run(() -> {
            Stage stage = (Stage) window.scene().getWindow();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
            window.parts().look().darkProperty().set(theme.equals("dark"));
            window.parts().look().projectorProperty().set(theme.equals("projector"));
            window.parts().navigation().go(place);
            return null;
        });
        Thread.sleep(Integer.getInteger("pictures.wait", 1500));
        WritableImage image = Toolkit.run(() -> window.scene().snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        System.out.println(file);
    }
}
