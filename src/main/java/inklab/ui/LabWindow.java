package inklab.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/** The window itself: its size, its theme, what it remembers, and how it closes. */
public final class LabWindow {
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 620;
    private static final String DROP =
            "M12 2L6.02 10.38C3.84 13.43 4.31 17.63 7.1 20.13C8.49 21.38 10.25 22 12 22C13.75 22 15.51 21.38 16.9"
                    + " 20.13C19.69 17.63 20.16 13.43 17.98 10.38L12 2Z";

    private final Stage stage = new Stage();
    private final Scene scene;
    private final Shell shell;
    private final ShellParts parts;
    private final SettingsFile file;
    private final Consumer<Throwable> fault;
    private final PauseTransition writing = new PauseTransition(Duration.seconds(1));
    private Settings settings;

    /**
     * @param settings those that the parts were made with
     * @param fault told when the settings cannot be written
     */
    public LabWindow(Shell shell, ShellParts parts, Settings settings, SettingsFile file, Consumer<Throwable> fault) {
        this.shell = shell;
        this.parts = parts;
        this.file = file;
        this.fault = fault;
        this.settings = settings;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        scene = new Scene(
                shell, Math.min(settings.width(), screen.getWidth()), Math.min(settings.height(), screen.getHeight()));
        parts.look().themeProperty().addListener((o, was, now) -> now.apply(scene, parts.typeface()));
        parts.look().theme().apply(scene, parts.typeface());
        stage.setTitle("Inklab");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setMaximized(settings.maximized());
        stage.setOnCloseRequest(this::closing);
        writing.setOnFinished(e -> write());
        watch();
    }

    public void show() {
        stage.show();
        stage.getIcons().add(icon());
    }

    /** Does this once, when the window has been drawn: what can wait until then should not make it open later. */
    public void whenDrawn(Runnable work) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames < 3) return;
                stop();
                work.run();
            }
        }.start();
    }

    public Scene scene() {
        return scene;
    }

    public Shell shell() {
        return shell;
    }

    /** What the window was made of: its selection, navigation and look among others. */
    public ShellParts parts() {
        return parts;
    }

    /** Closes without asking: the settings are written, workspaces end, and, out of sight, training is brought to a checkpoint. */
    public void close() {
        writing.stop();
        settings = remembered(parts.training().leave());
        write();
        shell.close();
        stage.close();
        new Thread(parts.training()::close, "inklab-closing").start();
    }

    private void closing(WindowEvent e) {
        e.consume();
        if (parts.training().liveProperty().get() == null) close();
        else
            shell.overlay()
                    .open(new QuitCard(
                            parts.texts(), this::close, () -> shell.overlay().close()));
    }

    private void watch() {
        scene.widthProperty().addListener(o -> remember());
        scene.heightProperty().addListener(o -> remember());
        stage.maximizedProperty().addListener(o -> remember());
        parts.navigation().placeProperty().addListener(o -> remember());
        parts.look().darkProperty().addListener(o -> remember());
        parts.look().projectorProperty().addListener(o -> remember());
        parts.look().reduceMotionProperty().addListener(o -> remember());
        parts.language().laterProperty().addListener(o -> remember());
        parts.selection().deviceProperty().addListener(o -> remember());
        parts.selection().nextDeviceProperty().addListener(o -> remember());
        parts.selection().threadsProperty().addListener(o -> remember());
        parts.recipes().recent().addListener((Observable o) -> remember());
    }

    /** Soon, not now: a window being dragged larger changes its size sixty times a second. */
    private void remember() {
        settings = remembered(List.of());
        writing.playFromStart();
    }

    private Settings remembered(List<Path> training) {
        boolean whole = stage.isMaximized();
        return new Settings(
                whole ? settings.width() : scene.getWidth(),
                whole ? settings.height() : scene.getHeight(),
                whole,
                parts.navigation().place(),
                parts.look().darkProperty().get(),
                parts.look().projectorProperty().get(),
                parts.look().reduceMotionProperty().get(),
                parts.language().setting(),
                parts.selection().nextDeviceId(),
                parts.selection().threads() == parts.selection().cores()
                        ? 0
                        : parts.selection().threads(),
                parts.recipes().recent(),
                training);
    }

    private void write() {
        try {
            file.write(settings);
        } catch (IOException e) {
            fault.accept(e);
        }
    }

    private static Image icon() {
        SVGPath drop = new SVGPath();
        drop.setContent(DROP);
        drop.setFill(Color.web("#1F1C17"));
        drop.setScaleX(3);
        drop.setScaleY(3);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return drop.snapshot(clear, null);
    }
}
