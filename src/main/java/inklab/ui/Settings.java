package inklab.ui;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the window remembers from one start to the next.
 *
 * @param width of the window's content, in logical pixels; 0 before the first start
 * @param height likewise
 * @param language a language's code, or empty for the system's
 * @param device the id of the device that trains, or empty for the first that can
 * @param threads on how many threads; 0 for all cores
 * @param recent recipe files, newest first
 * @param training what was being trained when the window closed, then what waited to be, in order
 */
public record Settings(
        double width,
        double height,
        boolean maximized,
        Place place,
        boolean dark,
        boolean projector,
        boolean reduceMotion,
        String language,
        String device,
        int threads,
        List<Path> recent,
        List<Path> training) {
    /** Those of the first start. It opens on Draw: a net is ready, and nothing says more than to write a digit. */
    public static final Settings FIRST =
            new Settings(1440, 900, false, Place.DRAW, false, false, false, "", "", 0, List.of(), List.of());

    public Settings {
        recent = List.copyOf(recent);
        training = List.copyOf(training);
    }

    Properties toProperties() {
        Properties p = new Properties();
        p.setProperty("width", Double.toString(width));
        p.setProperty("height", Double.toString(height));
        p.setProperty("maximized", Boolean.toString(maximized));
        p.setProperty("workspace", place.id());
        p.setProperty("dark", Boolean.toString(dark));
        p.setProperty("projector", Boolean.toString(projector));
        p.setProperty("reduce-motion", Boolean.toString(reduceMotion));
        p.setProperty("language", language);
        p.setProperty("device", device);
        p.setProperty("threads", Integer.toString(threads));
        write(p, "recent.", recent);
        write(p, "training.", training);
        return p;
    }

    /** What cannot be read is as at the first start: settings are a convenience, never a reason not to open. */
    static Settings of(Properties p) {
        return new Settings(
                size(p.getProperty("width"), FIRST.width),
                size(p.getProperty("height"), FIRST.height),
                Boolean.parseBoolean(p.getProperty("maximized")),
                Arrays.stream(Place.values())
                        .filter(place -> place.id().equals(p.getProperty("workspace")))
                        .findFirst()
                        .orElse(FIRST.place),
                Boolean.parseBoolean(p.getProperty("dark")),
                Boolean.parseBoolean(p.getProperty("projector")),
                Boolean.parseBoolean(p.getProperty("reduce-motion")),
                p.getProperty("language", ""),
                p.getProperty("device", ""),
                count(p.getProperty("threads")),
                paths(p, "recent."),
                paths(p, "training."));
    }

    private static void write(Properties p, String key, List<Path> paths) {
        for (int i = 0; i < paths.size(); i++)
            p.setProperty(key + i, paths.get(i).toString());
    }

    private static List<Path> paths(Properties p, String key) {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; p.containsKey(key + i); i++)
            path(p.getProperty(key + i)).ifPresent(paths::add);
        return paths;
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static int count(String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double size(String text, double otherwise) {
        try {
            double value = text == null ? otherwise : Double.parseDouble(text);
            return value >= 400 && value <= 20_000 ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
