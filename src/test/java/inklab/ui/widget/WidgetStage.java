package inklab.ui.widget;

import inklab.ui.Theme;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** One widget in the light theme on a stage, large enough for any of them. */
final class WidgetStage {
    private final Stage stage;

    WidgetStage(Stage stage) {
        this.stage = stage;
    }

    /** Shows a widget, made on the FX thread, at its own size in the middle of the stage. */
    <T extends Node> T show(FxRobot robot, Supplier<T> make) {
        AtomicReference<T> made = new AtomicReference<>();
        robot.interact(() -> {
            made.set(make.get());
            StackPane root = new StackPane(new Group(made.get()));
            Scene scene = new Scene(root, 900, 700);
            Theme.LIGHT.apply(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return made.get();
    }
}
