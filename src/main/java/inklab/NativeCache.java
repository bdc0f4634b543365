package inklab;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Where a packaged Inklab unpacks its native libraries, about 470 MB: the system's folder for what may be deleted at any time, since no
 * uninstaller may clear users' folders. Run from its jar, it shares the libraries' usual place with other programs.
 */
final class NativeCache {
    private static final String PACKAGED = "inklab.packaged";
    private static final String JAVACPP = "org.bytedeco.javacpp.cachedir";
    private static final String JAVAFX = "javafx.cachedir";

    private NativeCache() {}

    /** To be called before any library is loaded. What somebody has set stays. */
    static void choose(Map<String, String> environment, Properties system) {
        if (!"true".equals(system.getProperty(PACKAGED))) return;
        Path folder = folder(environment, system);
        system.putIfAbsent(JAVACPP, folder.resolve("javacpp").toString());
        system.putIfAbsent(JAVAFX, folder.resolve("javafx").toString());
    }

    private static Path folder(Map<String, String> environment, Properties system) {
        Path home = Path.of(system.getProperty("user.home", "."));
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path base = local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local);
            return base.resolve("Inklab").resolve("cache");
        }
        if (os.startsWith("mac"))
            return home.resolve("Library").resolve("Caches").resolve("Inklab");
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".cache")).resolve("inklab");
    }
}
