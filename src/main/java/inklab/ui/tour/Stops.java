package inklab.ui.tour;

import inklab.ui.LabWindow;
import inklab.ui.Live;
import inklab.ui.Place;
import inklab.ui.Training;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.DigitWall;
import inklab.ui.widget.PictureSheet;
import inklab.ui.widget.SkeletonLoading;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;

/** What the tour does in each workspace, and what it waits for, so that a picture shows content and not a beginning. */
final class Stops {
    /** A three, in shares of the pad's sides. */
    static final double[][] THREE = {
        {0.36, 0.28},
        {0.46, 0.2},
        {0.58, 0.22},
        {0.64, 0.3},
        {0.6, 0.4},
        {0.48, 0.46},
        {0.6, 0.5},
        {0.67, 0.6},
        {0.63, 0.72},
        {0.5, 0.79},
        {0.34, 0.74}
    };

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(4);

    private final LabWindow window;
    private final Training training;
    private final Guide guide;

    Stops(LabWindow window, Training training, Guide guide) {
        this.window = window;
        this.training = training;
        this.guide = guide;
    }

    /** Goes to a workspace by its item on the rail, and waits until what it shows is there. */
    void go(Place place) throws IOException {
        guide.click("rail-" + place.id());
        guide.until(place.id(), () -> window.shell().shown().place() == place);
        guide.within(
                SOON,
                () -> window.scene().getRoot().lookupAll(".skeleton").stream()
                        .noneMatch(
                                node -> node instanceof SkeletonLoading && node.isVisible() && node.getOpacity() > 0));
        guide.stillness(REST);
    }

    /** What a visitor does in a workspace that was gone to. */
    void act(Place place) throws IOException {
        switch (place) {
            case DATA -> chooseAnImage();
            case DISTORT -> distort();
            case BUILD -> waitForTheEpochsTime();
            case TRAIN -> train();
            case INSPECT -> look();
            case DRAW -> draw();
            case RUNS -> compare();
        }
        // Good news lies over the picture's foot.
        for (Button close : guide.seen("notices", ".button.bare", Button.class)) guide.click(close);
        guide.stillness(REST);
    }

    private void chooseAnImage() {
        if (!guide.sees("data-wall")) return;
        guide.within(SOON, () -> wall("data-wall") > 0);
        guide.clickAt("data-wall", 0.3, 0.3);
        guide.within(SOON, () -> guide.node("data-specimen") instanceof DigitView view && view.getPicture() != null);
    }

    /** Drags σ, which draws the wall anew, and takes what came of it into the recipe. */
    private void distort() throws IOException {
        guide.until("the wall of distorted digits", () -> wall("distort-wall") > 0);
        guide.drag("distort-alpha", new double[][] {{0.3, 0.8}, {0.4, 0.8}, {0.5, 0.8}, {0.45, 0.8}});
        guide.drag("distort-sigma", new double[][] {{0.4, 0.8}, {0.2, 0.8}, {0.3, 0.8}, {0.33, 0.8}});
        guide.within(SOON, () -> !guide.words("distort-flips").isEmpty());
        guide.within(
                SOON,
                () -> guide.node("distort-sheet") instanceof PictureSheet sheet
                        && !sheet.tints().isEmpty());
        if (guide.sees("distort-adopt")) guide.click("distort-adopt");
    }

    private void waitForTheEpochsTime() throws IOException {
        guide.until("the time of an epoch", () -> {
            String words = guide.words("total-time");
            return !words.isEmpty() && !words.contains("…");
        });
    }

    /** Trains the recipe by a click on the button in the top bar, and watches until it is done. */
    void train() throws IOException {
        guide.click("train");
        guide.until("a training", () -> training.liveProperty().get() != null);
        guide.until("the end of a training", () -> training.liveProperty().get() == null, this::progress);
    }

    private Object progress() {
        Live live = training.liveProperty().get();
        return live == null ? null : live.fraction();
    }

    private void look() {
        if (guide.sees("inspect-matrix")) guide.clickAt("inspect-matrix", 0.62, 0.38);
    }

    private void draw() throws IOException {
        guide.drag("draw-pad", curve());
        guide.until("an answer to the drawing", () -> !guide.words("draw-digit").isEmpty());
    }

    private void compare() {
        List<CheckBox> boxes = guide.seen("runs-list", ".check-box", CheckBox.class);
        for (Node box : boxes.subList(0, Math.min(2, boxes.size()))) guide.click(box);
    }

    private int wall(String id) {
        return guide.node(id) instanceof DigitWall wall ? wall.cells().size() : 0;
    }

    /** Round through the points (Catmull and Rom), as a hand writes. */
    private static double[][] curve() {
        int between = 8;
        double[][] way = new double[(THREE.length - 1) * between + 1][];
        for (int i = 0; i < way.length; i++) {
            int from = Math.min(THREE.length - 2, i / between);
            double t = (double) (i - from * between) / between;
            double[] a = THREE[Math.max(0, from - 1)];
            double[] b = THREE[from];
            double[] c = THREE[from + 1];
            double[] d = THREE[Math.min(THREE.length - 1, from + 2)];
            way[i] = new double[] {round(a[0], b[0], c[0], d[0], t), round(a[1], b[1], c[1], d[1], t)};
        }
        return way;
    }

    private static double round(double a, double b, double c, double d, double t) {
        return b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
