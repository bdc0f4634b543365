package inklab;

import inklab.data.DataFolder;
import inklab.distort.Distortion;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.ui.LabWindow;
import inklab.ui.Place;
import inklab.ui.Settings;
import inklab.ui.SettingsFile;
import inklab.ui.work.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javax.imageio.ImageIO;

/** A training in the whole window, step by step, with a robot's hands: to be looked at. */
public final class TrainPictures {
    private final Path out;
    private final LabWindow window;
    private final Robot robot = Toolkit.run(Robot::new);

    private TrainPictures(Path out, LabWindow window) {
        this.out = out;
        this.window = window;
    }

    /** @param args the folder for pictures; a data folder; a preset's name */
    public static void main(String[] args) throws Exception {
        Toolkit.headless(1920, 1200);
        Toolkit.start().join();
        Platform.setImplicitExit(false);
        Path folder = Files.createTempDirectory("inklab-pictures");
        Files.createDirectories(Path.of(args[0]));
        Recipe preset = new Presets().find(args[2]).orElseThrow();
        Recipe recipe = preset.withData(new DataSettings("ink", 6000, 1000, 0, DataSettings.Pixels.UNIT))
                .withDistortion(Distortion.elastic(6, 30));
        LabWindow window = new WindowStart(folder, new DataFolder(Path.of(args[1])))
                .show(Settings.FIRST, new SettingsFile(folder), recipe, folder.resolve("runs"));
        new TrainPictures(Path.of(args[0]), window).walk(recipe);
        System.exit(0);
    }

    private void walk(Recipe recipe) throws Exception {
        fx(() -> {
            window.scene().getWindow().setX(0);
            window.scene().getWindow().setY(0);
            window.parts().navigation().go(Place.TRAIN);
        });
        var live = window.parts().training().liveProperty();
        until(() -> window.parts().selection().deviceProperty().get() != null);
        fx(() -> {
            window.parts().training().start(recipe);
            window.parts().training().start(recipe);
            window.parts()
                    .training()
                    .start(recipe.withTraining(recipe.training().withEpochs(3)));
        });
        until(() -> live.get() != null && live.get().epoch() >= 4);
        picture("train-running");
        point("train-error", 0.5, 0.5);
        picture("train-hover");
        fx(() -> window.parts().look().darkProperty().set(true));
        picture("train-running-dark");
        fx(() -> window.parts().look().darkProperty().set(false));
        drag("train-loss", 0.3, 0.5, 0.7, 0.5);
        picture("train-zoomed");
        fx(() -> ((Button) window.scene().lookup("#train-pause")).fire());
        until(() -> live.get().paused());
        fx(() -> window.scene().lookup(".queue-row").requestFocus());
        fx(() -> {
            robot.keyPress(KeyCode.ALT);
            robot.keyType(KeyCode.DOWN);
            robot.keyRelease(KeyCode.ALT);
        });
        picture("train-paused-queue");
        fx(() -> window.parts().look().projectorProperty().set(true));
        picture("train-projector");
        fx(() -> window.parts().look().projectorProperty().set(false));
        fx(() -> ((Button) window.scene().lookup("#train-pause")).fire());
        until(() -> !live.get().paused());
        fx(() -> ((Button) window.scene().lookup("#train-stop")).fire());
        until(() -> live.get() != null
                && live.get().run().endsWith("3")
                && live.get().epoch() >= 1);
        picture("train-next");
        fx(() -> ((Button) window.scene().lookup("#train-stop")).fire());
        until(() -> live.get() != null
                && live.get().run().endsWith("2")
                && live.get().epoch() >= 1);
        fx(() -> ((Button) window.scene().lookup("#train-stop")).fire());
        until(() -> live.get() == null);
        picture("train-stopped");
        TrainingSettings wild =
                new TrainingSettings(64, 4, 0, 0, new Optimizer.Sgd(), new Schedule.Constant(1000), 0, 0, 1);
        Recipe diverging = recipe.withTraining(wild)
                .withNet(Notation.parse("1x28x28:id-100N-100N-10N").net().orElseThrow());
        fx(() -> {
            window.parts().selection().edit(diverging);
            window.parts().training().start(diverging);
        });
        until(() -> live.get() != null);
        until(() -> live.get() == null);
        picture("train-diverged");
    }

    private void point(String id, double x, double y) throws Exception {
        fx(() -> {
            Node node = window.scene().lookup("#" + id);
            Point2D at = node.localToScreen(
                    x * node.getLayoutBounds().getWidth(),
                    y * node.getLayoutBounds().getHeight());
            robot.mouseMove(at);
        });
        Thread.sleep(100);
    }

    private void drag(String id, double x, double y, double toX, double toY) throws Exception {
        point(id, x, y);
        fx(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int i = 1; i <= 8; i++) point(id, x + (toX - x) * i / 8, y + (toY - y) * i / 8);
        fx(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    private void until(BooleanSupplier holds) throws Exception {
        for (int i = 0; i < 6000; i++) {
            if (Toolkit.run(holds::getAsBoolean)) return;
            Thread.sleep(50);
        }
        throw new AssertionError("it did not come");
    }

    private static void fx(Runnable work) {
        Toolkit.run(() -> {
            work.run();
            return null;
        });
    }

    private void picture(String name) throws Exception {
        Thread.sleep(700);
        WritableImage image = Toolkit.run(() -> window.scene().snapshot(null));
        Path file = out.resolve(name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        System.out.println(file);
    }
}
