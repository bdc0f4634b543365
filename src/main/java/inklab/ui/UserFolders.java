package inklab.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this platform keeps a program's settings for each user. */
public final class UserFolders {
    private UserFolders() {}

    /** The folder for settings and crash reports; it may not exist yet. */
    public static Path configuration() {
        return configuration(
                System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    static Path configuration(String system, Path home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isEmpty() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
                    .resolve("Inklab");
        }
        if (os.contains("mac"))
            return home.resolve("Library").resolve("Application Support").resolve("Inklab");
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".config") : Path.of(xdg)).resolve("inklab");
    }
}
