package inklab;

import java.nio.file.Path;

/** Starts Inklab: the window when there are no arguments, else the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length > 0) System.exit(new CommandStart().run(args));
        int code = window();
        if (code != 0) System.exit(code);
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
