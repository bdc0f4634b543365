package inklab;

import java.nio.file.Path;

/** Starts Inklab: the window when there are no arguments, else the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code = args.length == 0 ? window() : commandLine(args);
        if (code != 0) System.exit(code);
    }

    private static int window() {
        Display display = Display.here();
        if (display.isThere()) return new WindowStart().open();
        System.out.println(display.whyNot() + " Walking the window without one instead: pictures go to target/tour.");
        return new WindowStart().tour(Path.of("target", "tour"));
    }

    private static int commandLine(String[] args) {
        if (args[0].equals("tour")) {
            boolean out = args.length == 3 && args[1].equals("--out");
            if (out || args.length == 1) return new WindowStart().tour(Path.of(out ? args[2] : "target/tour"));
            System.err.println("Usage: tour [--out DIR]");
            return 2;
        }
        System.err.println("There is no command " + args[0] + ".");
        return 2;
    }
}
