package inklab.ui.tour;

import inklab.distort.Distortion;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.RunProgress;
import inklab.train.TrainingJob;
import inklab.ui.LabWindow;
import inklab.ui.Place;
import inklab.ui.QueueTraining;
import inklab.ui.Selection;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.DigitWall;
import inklab.ui.widget.LabeledSlider;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/**
 * Measures a window that is showing, with a real pointer, while the largest of the usual nets is trained on all cores: dragging σ, drawing
 * on the pad, looking at the curves. Everything is on Ink, which is always there. Not for the FX thread.
 */
public final class WindowBench {
    private static final double SECONDS = 8;
    private static final double SECONDS_OF_WARMING = 4;
    private static final int MOST_SECONDS_OF_WARMING = 25;
    private static final long MILLIS_OF_STRAY_COMPILING = 20;
    private static final double SECONDS_OF_TURN = 5;
    private static final int TURNS = 4;
    /** A mouse reports its place about so often. */
    private static final long BETWEEN_MOVES = 8_000_000L;

    private static final double[][] THREE = Stops.THREE;
    private static final int MOVES_BETWEEN = 7;

    private final LabWindow window;
    private final Selection selection;
    private final QueueTraining training;
    private final Consumer<String> says;
    private final Guide guide;

    /** @param says told what is being measured */
    public WindowBench(LabWindow window, Selection selection, QueueTraining training, Consumer<String> says) {
        this.window = window;
        this.selection = selection;
        this.training = training;
        this.says = says;
        guide = new Guide(window, Path.of(""));
    }

    private record Drag(List<Double> gaps, Replies replies, double stepsPerSecond) {}

    /** Measures for about a minute and a half; the window is closed afterwards, and the training ended. */
    public WindowFigures measure() throws IOException {
        Toolkit.outliveWindows();
        try {
            says.accept("a net to ask");
            Recipe recipe = recipe();
            train(recipe.withTraining(recipe.training().withEpochs(1)));
            guide.until("the training's end", () -> training.liveProperty().get() == null);
            says.accept("drawing, nothing being trained");
            go(Place.DRAW);
            draw(SECONDS_OF_WARMING);
            Drag idle = draw(SECONDS);
            train(recipe);
            guide.until("the second epoch", () -> progress().epoch() > 1);
            says.accept("dragging σ while training");
            go(Place.DISTORT);
            Drag dragging = dragSigma();
            says.accept("drawing while training");
            go(Place.DRAW);
            Drag drawing = draw(SECONDS);
            says.accept("training with and without the window");
            double watched = 0;
            double alone = 0;
            // By turns, so that whatever else changes on the machine changes for both.
            show(true);
            show(false);
            show(true);
            warm();
            for (int turn = 0; turn < TURNS; turn++) {
                show(true);
                watched += stepsPerSecond(SECONDS_OF_TURN) / TURNS;
                show(false);
                alone += stepsPerSecond(SECONDS_OF_TURN) / TURNS;
            }
            return new WindowFigures(
                    Math.max(p95(dragging.gaps()), p95(drawing.gaps())),
                    Math.max(most(dragging.gaps()), most(drawing.gaps())),
                    p95(idle.replies().publishedMillis()),
                    p95(idle.replies().seenMillis()),
                    p95(drawing.replies().publishedMillis()),
                    p95(drawing.replies().seenMillis()),
                    p95(dragging.replies().workMillis()),
                    p95(dragging.replies().seenMillis()),
                    100 * (1 - watched / alone),
                    100 * (1 - dragging.stepsPerSecond() / alone));
        } finally {
            shut();
            training.close();
        }
    }

    /** Ciresan's net, which keeps all cores busiest, on enough digits for an epoch of seconds. */
    private static Recipe recipe() {
        return new Recipe(
                "bench",
                "",
                new DataSettings("ink", 20_000, 200, 0, DataSettings.Pixels.UNIT),
                Distortion.elastic(8, 36),
                Notation.parse("1x29x29-20C4-MP2-40C5-MP3-150N-10N").net().orElseThrow(),
                new TrainingSettings(128, 10_000, 0, 0, new Optimizer.Sgd(), new Schedule.Constant(0.02), 0, 0, 1));
    }

    private void train(Recipe recipe) throws IOException {
        onFx(() -> {
            selection.open(recipe, Optional.empty());
            training.start(recipe);
            return null;
        });
        guide.until(
                "the training's start",
                () -> training.jobProperty().get() != null
                        && training.jobProperty().get().recipe().equals(recipe));
    }

    private void go(Place place) throws IOException {
        guide.click("rail-" + place.id());
        guide.until(place.id(), () -> window.shell().shown().place() == place);
        guide.settle();
    }

    private Drag dragSigma() throws IOException {
        guide.until("the wall", () -> wall() != null && !wall().cells().isEmpty());
        guide.until("what the net reads", () -> !wall().cells().get(0).caption().isEmpty());
        LabeledSlider sigma = (LabeledSlider) onFx(() -> guide.node("distort-sigma"));
        Replies replies = new Replies();
        InvalidationListener moved = o -> replies.asked(System.nanoTime());
        List<DigitWall.Cell> before = new ArrayList<>();
        InvalidationListener drawn = o -> {
            List<DigitWall.Cell> now = wall().cells();
            // The same pictures with other words under them are no new wall.
            if (before.isEmpty() || before.get(0).picture() != now.get(0).picture()) replies.published();
            before.clear();
            before.add(now.get(0));
        };
        ObservableValue<?> shown = onFx(() -> wall().cellsProperty());
        onFx(() -> {
            sigma.valueProperty().addListener(moved);
            shown.addListener(drawn);
            return null;
        });
        guide.moveTo("distort-sigma", 0.5, 0.8);
        Drag drag = watched(replies, () -> {
            guide.press();
            long begun = System.nanoTime();
            for (int i = 0; seconds(begun) < SECONDS; i++) {
                long due = begun + i * BETWEEN_MOVES;
                await(due);
                double there = 0.5 + 0.48 * Math.sin(seconds(begun) * 2.5);
                guide.moveTo(sigma, there, 0.8, () -> {});
            }
            guide.release();
            return null;
        });
        onFx(() -> {
            sigma.valueProperty().removeListener(moved);
            shown.removeListener(drawn);
            return null;
        });
        return drag;
    }

    private DigitWall wall() {
        return (DigitWall) guide.node("distort-wall");
    }

    private Drag draw(double length) throws IOException {
        // Only a net that is there says something of a drawing.
        three(new Replies());
        guide.until(
                "an answer on the pad",
                () -> guide.node("draw-digit") instanceof Text digit
                        && !digit.getText().isEmpty());
        guide.click("draw-clear");
        DigitView input = (DigitView) onFx(() -> guide.node("draw-input"));
        Replies replies = new Replies();
        // Not told of an invalid value alone: until the pulse that paints it, the next one would pass unseen.
        ChangeListener<Object> answered = (o, was, now) -> replies.published();
        onFx(() -> {
            input.pictureProperty().addListener(answered);
            return null;
        });
        Drag drag = watched(replies, () -> {
            long begun = System.nanoTime();
            while (seconds(begun) < length) {
                three(replies);
                guide.click("draw-clear");
            }
            return null;
        });
        onFx(() -> {
            input.pictureProperty().removeListener(answered);
            return null;
        });
        return drag;
    }

    private void three(Replies replies) {
        Node pad = onFx(() -> guide.node("draw-pad"));
        guide.moveTo("draw-pad", THREE[0][0], THREE[0][1]);
        guide.press();
        long begun = System.nanoTime();
        int moves = 0;
        for (int i = 0; i + 1 < THREE.length; i++)
            for (int k = 1; k <= MOVES_BETWEEN; k++) {
                double t = (double) k / MOVES_BETWEEN;
                await(begun + moves++ * BETWEEN_MOVES);
                long now = System.nanoTime();
                double x = THREE[i][0] + t * (THREE[i + 1][0] - THREE[i][0]);
                double y = THREE[i][1] + t * (THREE[i + 1][1] - THREE[i][1]);
                guide.moveTo(pad, x, y, () -> replies.asked(now));
            }
        guide.release();
    }

    private Drag watched(Replies replies, Callable<Void> work) throws IOException {
        Pulses pulses = new Pulses();
        Runnable before = replies::layoutBegins;
        Runnable after = replies::layoutEnds;
        onFx(() -> {
            window.scene().addPreLayoutPulseListener(before);
            window.scene().addPostLayoutPulseListener(after);
            pulses.start();
            return null;
        });
        long steps = steps();
        long begun = System.nanoTime();
        try {
            work.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        double rate = (steps() - steps) / seconds(begun);
        return onFx(() -> {
            pulses.stop();
            window.scene().removePreLayoutPulseListener(before);
            window.scene().removePostLayoutPulseListener(after);
            return new Drag(pulses.gaps(), replies, rate);
        });
    }

    private double stepsPerSecond(double seconds) {
        long steps = steps();
        long begun = System.nanoTime();
        rest(seconds);
        return (steps() - steps) / seconds(begun);
    }

    /**
     * Rests until the virtual machine has compiled what is used here. It does so once for all, on the cores that train, in a window's first
     * minute; what is measured is the time after.
     */
    private static void warm() {
        rest(SECONDS_OF_WARMING);
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        for (int waited = 0; waited < MOST_SECONDS_OF_WARMING; waited++) {
            long before = compiler.getTotalCompilationTime();
            rest(1);
            if (compiler.getTotalCompilationTime() - before < MILLIS_OF_STRAY_COMPILING) return;
        }
    }

    private RunProgress progress() {
        return training.jobProperty().get().control().progress();
    }

    private long steps() {
        TrainingJob job = training.jobProperty().get();
        RunProgress at = job.control().progress();
        return (long) Math.max(0, at.epoch() - 1) * at.stepsPerEpoch() + at.step();
    }

    /** With the curves in view, or without a window. */
    private void show(boolean seen) throws IOException {
        if (seen)
            onFx(() -> {
                ((Stage) window.scene().getWindow()).show();
                return null;
            });
        // Out of view nothing looks at the training.
        go(seen ? Place.TRAIN : Place.DRAW);
        if (!seen)
            onFx(() -> {
                window.scene().getWindow().hide();
                return null;
            });
        rest(0.5);
    }

    private void shut() {
        onFx(() -> {
            window.shell().close();
            window.scene().getWindow().hide();
            return null;
        });
        Toolkit.stop();
    }

    static double p95(List<Double> values) {
        if (values.isEmpty()) return Double.NaN;
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    private static <T> T onFx(Callable<T> work) {
        return Toolkit.run(work);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void await(long due) {
        long left = due - System.nanoTime();
        if (left > 0) rest(left / 1e9);
    }

    private static void rest(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1e3), (int) (seconds * 1e9 % 1e6));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
