package inklab.ui.work;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Starts JavaFX, with a display or without, for whoever is not on its thread. */
public final class Toolkit {
    /** What JavaFX's faults say when a library is missing, and what to install on Debian's family and on Fedora's. */
    private static final Map<String, String> PACKAGES = Map.of(
            "glass gtk", "GTK 3 is missing: install libgtk-3-0 (Debian, Ubuntu) or gtk3 (Fedora).",
            "libgtk-3", "GTK 3 is missing: install libgtk-3-0 (Debian, Ubuntu) or gtk3 (Fedora).",
            "libxtst", "libXtst is missing: install libxtst6 (Debian, Ubuntu) or libXtst (Fedora).",
            "pango",
                    "Pango is missing: install libpango-1.0-0 and libpangoft2-1.0-0 (Debian, Ubuntu) or pango (Fedora).",
            "freetype", "FreeType is missing: install libfreetype6 (Debian, Ubuntu) or freetype (Fedora).",
            "display", "The display cannot be opened: check DISPLAY and the right to use it.");

    /** JavaFX warns of a class path at each start; Inklab runs on it on purpose. Kept here so that the filter is not collected. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Toolkit() {}

    /** Prepares this process to draw without a display; before {@link #start}, for afterwards it is too late. */
    public static void headless(int width, int height) {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("headless.geometry", width + "x" + height + "-32");
        System.setProperty("java.awt.headless", "true");
    }

    /** Starts JavaFX on threads of its own; the future fails when it cannot be started. */
    public static CompletableFuture<Void> start() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        JAVAFX.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
        Thread starter = new Thread(
                () -> {
                    try {
                        Platform.startup(() -> started.complete(null));
                    } catch (RuntimeException | Error fault) {
                        started.completeExceptionally(fault);
                    }
                },
                "inklab-toolkit");
        starter.start();
        return started;
    }

    /** Ends JavaFX. */
    public static void stop() {
        Platform.exit();
    }

    /** Does this on the FX thread and waits for it; what is thrown there is thrown here. */
    public static <T> T run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new FxThread().execute(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /** In one sentence: why JavaFX could not start, and what to install. */
    public static String explain(Throwable fault) {
        StringBuilder said = new StringBuilder();
        Throwable root = fault;
        for (Throwable t = fault; t != null; t = t.getCause()) {
            said.append(t).append('\n');
            root = t;
        }
        String text = said.toString().toLowerCase(Locale.ROOT);
        return PACKAGES.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("The window cannot be opened: " + root);
    }
}
