package inklab.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Pictures of parts of the window, drawn without a display into {@code target/pictures/NAME.png}, to be looked at:
 * {@code Snapshots.draw("rail-dark", 80, 900, Theme.DARK, () -> new Rail(…))}.
 */
public final class Snapshots {
    private static final Path FOLDER = Path.of("target", "pictures");

    private static boolean started;

    private Snapshots() {}

    /** Builds the node on the FX thread, lays it out at this size in this theme, and writes its picture. */
    public static Path draw(String name, int width, int height, Theme theme, Supplier<? extends Parent> node) {
        return draw(name, width, height, theme, Locale.ENGLISH, node);
    }

    /** The same with the typeface of a language. */
    public static Path draw(
            String name, int width, int height, Theme theme, Locale language, Supplier<? extends Parent> node) {
        WritableImage image = onFx(() -> {
            Scene scene = new Scene(node.get(), width, height);
            theme.apply(scene, Typeface.of(language));
            return scene.snapshot(null);
        });
        return write(name, image);
    }

    /** The picture of a scene that is already showing. */
    public static Path draw(String name, Scene scene) {
        return write(name, onFx(() -> scene.snapshot(null)));
    }

    /** Runs on the FX thread, starting it if need be, and waits for the result; what is thrown there is thrown here. */
    public static <T> T onFx(Callable<T> work) {
        start();
        FutureTask<T> task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) task.run();
        else Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static synchronized void start() {
        if (started) return;
        started = true;
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyStarted) {
            up.countDown();
        }
        try {
            if (!up.await(60, TimeUnit.SECONDS)) throw new AssertionError("the toolkit did not start");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Platform.setImplicitExit(false);
    }

    private static Path write(String name, WritableImage image) {
        try {
            Path file = FOLDER.resolve(name + ".png");
            Files.createDirectories(FOLDER);
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
