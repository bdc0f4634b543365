package inklab.ui.tour;

import inklab.ui.LabWindow;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;

/** Eyes and hands on a window, for a thread of its own: it finds nodes by id, clicks them with a real pointer, and takes pictures. */
public final class Guide {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /** Pictures that are alike this far apart show something that has come to rest. */
    private static final Duration STILL = Duration.ofMillis(400);

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

    /** Clicks the middle of a node that was found before. */
    void click(Node node) {
        moveTo(node, 0.5, 0.5, () -> {});
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

    /** Whether there is a node with this id, in sight. */
    boolean sees(String id) {
        return Toolkit.run(() -> isSeen(node(id)));
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return node != null;
    }

    /** All nodes of a kind that are in sight within the node with this id. */
    <T extends Node> List<T> seen(String id, String selector, Class<T> kind) {
        return Toolkit.run(() -> {
            Node within = node(id);
            if (within == null) return List.<T>of();
            return within.lookupAll(selector).stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .filter(Guide::isSeen)
                    .toList();
        });
    }

    /** All words of the node with this id; empty without such a node. On the FX thread. */
    String words(String id) {
        Node node = node(id);
        if (node instanceof Labeled label) return label.getText();
        if (node instanceof Text text) return text.getText();
        if (node == null) return "";
        return node.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining(" "));
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
        until(what, holds, () -> null);
    }

    /** The same for what takes long on a slow machine: nothing is in vain while this changes now and then. */
    void until(String what, BooleanSupplier holds, Supplier<Object> progress) throws IOException {
        Patience patience = new Patience(PATIENCE, System.nanoTime());
        while (!Toolkit.run(holds::getAsBoolean)) {
            if (patience.isOver(Toolkit.run(progress::get), System.nanoTime()))
                throw new IOException("The tour waited in vain for " + what + ".");
            rest(LOOK_AGAIN);
        }
    }

    /** Waits so long at most until this holds, and says whether it does. */
    boolean within(Duration time, BooleanSupplier holds) {
        long end = System.nanoTime() + time.toNanos();
        while (!Toolkit.run(holds::getAsBoolean)) {
            if (System.nanoTime() > end) return false;
            rest(LOOK_AGAIN);
        }
        return true;
    }

    /** Waits so long at most until nothing moves in the window. */
    void stillness(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        int before = look();
        do {
            rest(STILL);
            int now = look();
            if (now == before) return;
            before = now;
        } while (System.nanoTime() < end);
    }

    /** A number that differs, most probably, when anything in the window looks different. */
    private int look() {
        return Toolkit.run(() -> {
            WritableImage image = window.scene().snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            return Arrays.hashCode(pixels);
        });
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
                    if (node == null) throw new Lost("Nothing in the window is called " + id + ".");
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

    /** What was to be clicked is not there; the message is one sentence. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Lost(String sentence) {
            super(sentence);
        }
    }
}
