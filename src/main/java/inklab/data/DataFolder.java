package inklab.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The folder that all data sets live in, laid out with the public files' own names: {@code mnist/*-ubyte.gz},
 * {@code fashion-mnist/*-ubyte.gz}, {@code cifar-10/cifar-10-batches-bin/*.bin}, {@code pictures/NAME/CLASS/*.png}.
 *
 * @param root need not exist yet
 */
public record DataFolder(Path root) {
    /**
     * Finds the folder: the one named, else {@code $INKLAB_DATA}, else the platform's per-user data folder, which is
     * {@code %LOCALAPPDATA%\Inklab} on Windows, {@code ~/Library/Application Support/Inklab} on macOS, and
     * {@code $XDG_DATA_HOME/inklab} or {@code ~/.local/share/inklab} elsewhere.
     *
     * @param named what the user named, or null
     * @param environment the environment variables
     * @param system the system properties; {@code os.name} and {@code user.home} are looked at
     */
    public static DataFolder find(Path named, Map<String, String> environment, Properties system) {
        if (named != null) return new DataFolder(named);
        String fromEnvironment = environment.getOrDefault("INKLAB_DATA", "");
        if (!fromEnvironment.isBlank()) return new DataFolder(Path.of(fromEnvironment));
        Path home = Path.of(system.getProperty("user.home", "."));
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path base = local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
            return new DataFolder(base.resolve("Inklab"));
        }
        if (os.startsWith("mac"))
            return new DataFolder(
                    home.resolve("Library").resolve("Application Support").resolve("Inklab"));
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification says that a relative path there is to be ignored.
        Path base = !xdg.isBlank() && Path.of(xdg).isAbsolute()
                ? Path.of(xdg)
                : home.resolve(".local").resolve("share");
        return new DataFolder(base.resolve("inklab"));
    }

    /** Where folders of pictures lie that were removed, until somebody deletes them. */
    public Path removed() {
        return root.resolve("removed-pictures");
    }

    /** Where the pictures' folders are, each a data set {@code pictures/NAME}. */
    public Path pictures() {
        return root.resolve("pictures");
    }
}
