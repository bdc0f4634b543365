package inklab;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Starts Inklab: the window when there are no arguments, or a recipe's file alone; else the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        NativeCache.choose(System.getenv(), System.getProperties());
        boolean recipe = isRecipe(args);
        if (args.length > 0 && !recipe) System.exit(new CommandStart().run(args));
        int code = recipe ? new WindowStart().open(Path.of(args[0])) : window();
        if (code != 0) System.exit(code);
    }

    /** As a file manager starts it, for a file that was double-clicked. */
    static boolean isRecipe(String... args) {
        if (args.length != 1 || !(args[0].endsWith(".json") || args[0].endsWith(".inkrecipe"))) return false;
        try {
            return Files.isRegularFile(Path.of(args[0]));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static int window() {
        String measured = System.getProperty(StartTimes.MEASURED);
        if (measured != null) return new WindowStart().openMeasured(Path.of(measured));
        Display display = Display.here();
        if (display.isThere()) return new WindowStart().open();
        System.out.println(display.whyNot() + " Walking the window without one instead: pictures go to target/tour.");
        return new WindowStart().tour(Path.of("target", "tour"));
    }
}
