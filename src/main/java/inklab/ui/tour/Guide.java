package inklab.ui.tour;

import inklab.ui.LabWindow;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javax.imageio.ImageIO;

/** Eyes and hands on a window, for a thread of its own: it finds nodes by id, clicks them with a real pointer, and takes pictures. */
public final class Guide {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final LabWindow window;
    private final Path out;
    private final Robot robot;

    Guide(LabWindow window, Path out) {
        this.window = window;
        this.out = out;
        robot = Toolkit.run(Robot::new);
    }

    /** Clicks the middle of a node. */
    public void click(String id) {
        clickAt(id, 0.5, 0.5);
    }

    /** Clicks a node at these shares of its width and height. */
    public void clickAt(String id, double x, double y) {
        moveTo(id, x, y);
        press();
        release();
        settle();
    }

    /** Presses the pointer's button where it is. */
    void press() {
        Toolkit.run(() -> {
            robot.mousePress(MouseButton.PRIMARY);
            return null;
        });
    }

    void release() {
        Toolkit.run(() -> {
            robot.mouseRelease(MouseButton.PRIMARY);
            return null;
        });
    }

    /** The node with this id, null for none; on the FX thread. */
    Node node(String id) {
        return window.scene().lookup("#" + id);
    }

    /** Presses at one place of a node, goes to others in turn, and lets go; places are shares of its size. */
    public void drag(String id, double[][] places) {
        moveTo(id, places[0][0], places[0][1]);
        press();
        for (double[] place : places) moveTo(id, place[0], place[1]);
        release();
        settle();
    }

    /** Waits until this holds; looked at on the FX thread. */
    public void until(String what, BooleanSupplier holds) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Toolkit.run(holds::getAsBoolean)) {
            if (System.nanoTime() > end) throw new IOException("The tour waited in vain for " + what + ".");
            rest(LOOK_AGAIN);
        }
    }

    /** Writes what the window shows. */
    public Path picture(String name) throws IOException {
        settle();
        WritableImage image = Toolkit.run(() -> window.scene().snapshot(null));
        Path file = out.resolve(name + ".png");
        Files.createDirectories(out);
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        return file;
    }

    /** Waits for fades, sliding bars and layout to come to rest. */
    public void settle() {
        rest(Duration.ofMillis(250));
        Toolkit.run(() -> null);
    }

    /** Moves the pointer to a node, at these shares of its width and height. */
    void moveTo(String id, double x, double y) {
        moveTo(
                () -> {
                    Node node = node(id);
                    if (node == null) throw new IllegalStateException("nothing in the window is called " + id);
                    return node;
                },
                x,
                y,
                () -> {});
    }

    /** The same for a node that was found before, and with something to do right before. */
    void moveTo(Node node, double x, double y, Runnable before) {
        moveTo(() -> node, x, y, before);
    }

    private void moveTo(Supplier<Node> target, double x, double y, Runnable before) {
        Toolkit.run(() -> {
            Node node = target.get();
            Bounds bounds = node.getBoundsInLocal();
            Point2D place = node.localToScreen(
                    bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
            before.run();
            robot.mouseMove(place);
            return null;
        });
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
