package inklab.ui.work;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Starts JavaFX, with a display or without, for whoever is not on its thread. */
public final class Toolkit {
    /** What a fault says when a library is missing, in lower case, and what to do; the first that fits. */
    private record Remedy(String sign, String sentence) {}

    private static final List<Remedy> REMEDIES = List.of(
            new Remedy(
                    "libpango",
                    "Pango is missing: install libpango-1.0-0 and libpangoft2-1.0-0 (Debian, Ubuntu) or pango (Fedora)."),
            new Remedy(
                    "libfreetype", "FreeType is missing: install libfreetype6 (Debian, Ubuntu) or freetype (Fedora)."),
            new Remedy("libxtst", "libXtst is missing: install libxtst6 (Debian, Ubuntu) or libXtst (Fedora)."),
            new Remedy("gtk", "GTK 3 is missing: install libgtk-3-0 (Debian, Ubuntu) or gtk3 (Fedora)."),
            new Remedy("display", "The display cannot be opened: check DISPLAY and the right to use it."));

    /** JavaFX warns of a class path at each start; Inklab runs on it on purpose. Kept here so that the filter is not collected. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static final int PATIENCE_SECONDS = 30;

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

    /** JavaFX, which is running, then goes on without any window, until {@link #stop}. */
    public static void outliveWindows() {
        Platform.setImplicitExit(false);
    }

    /** Ends JavaFX. */
    public static void stop() {
        Platform.exit();
    }

    /**
     * Does this on the FX thread and waits for it; what is thrown there is thrown here.
     *
     * @throws IllegalStateException in one sentence, when the FX thread does not come to it within half a minute
     */
    public static <T> T run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new FxThread().execute(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The window has not answered for " + PATIENCE_SECONDS + " seconds.", e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /**
     * Starts something for which libraries of the system may be missing. JavaFX prints traces of its own then: they are held back, and what
     * they say becomes one sentence.
     *
     * @throws Missing when it could not be started
     */
    public static void guarded(Runnable start) throws Missing {
        PrintStream err = System.err;
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        System.setErr(new PrintStream(held, true, StandardCharsets.UTF_8));
        try {
            start.run();
        } catch (RuntimeException | Error fault) {
            String printed = held.toString(StandardCharsets.UTF_8);
            held.reset();
            throw new Missing(explain(fault, printed), fault);
        } finally {
            System.setErr(err);
            err.print(held.toString(StandardCharsets.UTF_8));
            err.flush();
        }
    }

    /** JavaFX could not be started; the message is one sentence for people. */
    public static final class Missing extends Exception {
        private Missing(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    static String explain(Throwable fault, String printed) {
        StringBuilder said = new StringBuilder(printed);
        Throwable root = fault;
        for (Throwable t = fault; t != null; t = t.getCause()) {
            said.append(t).append('\n');
            root = t;
        }
        String text = said.toString().toLowerCase(Locale.ROOT);
        String last = String.valueOf(root);
        return REMEDIES.stream()
                .filter(remedy -> text.contains(remedy.sign()))
                .findFirst()
                .map(Remedy::sentence)
                .orElse("The window cannot be opened: " + last);
    }
}
