package inklab;

import inklab.data.DataFolder;
import inklab.recipe.Presets;
import inklab.ui.LabWindow;
import inklab.ui.Place;
import inklab.ui.Selection;
import inklab.ui.Settings;
import inklab.ui.SettingsFile;
import inklab.ui.work.Toolkit;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a first start opens it, with everything in it real, on folders of its own; and a robot's hands. */
final class RealWindow implements AutoCloseable {
    final LabWindow window;
    final FxRobot robot = new FxRobot();

    /** @param folder empty: settings, data and runs come to lie in it */
    RealWindow(Path folder) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        window = new WindowStart(folder.resolve("settings"), new DataFolder(folder.resolve("data")))
                .show(
                        Settings.FIRST,
                        new SettingsFile(folder.resolve("settings")),
                        new Presets().find("quick-ink").orElseThrow(),
                        folder.resolve("data").resolve("runs"));
        Toolkit.run(() -> {
            window.scene().getWindow().setX(0);
            window.scene().getWindow().setY(0);
            return null;
        });
        robot.targetWindow(window.scene());
        WaitForAsyncUtils.waitForFxEvents();
    }

    Selection selection() {
        return window.parts().selection();
    }

    Place place() {
        return Toolkit.run(() -> window.shell().shown().place());
    }

    Node node(String id) {
        return Toolkit.run(() -> window.scene().lookup("#" + id));
    }

    /** What has the keyboard's focus. */
    Node focus() {
        return Toolkit.run(() -> window.scene().getFocusOwner());
    }

    /** Keys pressed together. */
    void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void type(String words) {
        robot.write(words);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until this holds; looked at on the FX thread. */
    void until(int seconds, BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> Toolkit.run(holds::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        Toolkit.run(() -> {
            window.close();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
