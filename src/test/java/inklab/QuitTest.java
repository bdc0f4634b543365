package inklab;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.distort.Distortion;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.CatalogueImages;
import inklab.train.Result;
import inklab.train.RunFolder;
import inklab.train.RunProgress;
import inklab.train.Trainer.Habits;
import inklab.train.TrainingJob;
import inklab.ui.LabWindow;
import inklab.ui.Notice;
import inklab.ui.QueueTraining;
import inklab.ui.Settings;
import inklab.ui.SettingsFile;
import inklab.ui.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window as it is wired for good: what is being trained when it closes goes on when it opens again. */
class QuitTest {
    @TempDir
    private Path folder;

    private final Recipe long30 = recipe("long", 30);
    private final Recipe short2 = recipe("short", 2);

    @Test
    void quitting_while_training_asks_and_the_next_start_goes_on_with_the_run_and_the_queue()
            throws IOException, InterruptedException {
        SettingsFile file = new SettingsFile(folder.resolve("settings"));
        WindowStart first = start();
        LabWindow window = show(first, Settings.FIRST, file);
        QueueTraining training = first.training();
        onFx(() -> {
            for (Recipe recipe : List.of(long30, short2, short2)) training.start(recipe);
            return null;
        });
        until(() -> training.liveProperty().get() != null
                && training.liveProperty().get().epoch() >= 2);
        onFx(() -> {
            training.pause();
            return null;
        });
        until(() -> training.jobProperty().get().control().progress().phase() == RunProgress.Phase.PAUSED);

        askToClose(window);
        assertThat(onFx(() -> window.shell().overlay().isOpen())).isTrue();
        press(window, "#quit-stay");
        assertThat(onFx(() -> window.shell().overlay().isOpen())).isFalse();
        assertThat(onFx(() -> stage(window).isShowing())).isTrue();

        askToClose(window);
        press(window, "#quit-stop");
        assertThat(onFx(() -> stage(window).isShowing())).isFalse();
        List<Path> left = List.of(run("long"), run("short"), run("short-2"));
        assertThat(file.read().training()).isEqualTo(left);
        until(() -> !new RunFolder(run("long")).isTraining());
        assertThat(new RunFolder(run("long")).result()).isEmpty();
        assertThat(new RunFolder(run("long")).last()).isPresent();

        WindowStart second = start();
        LabWindow again = show(second, file.read(), file);
        // Good news leaves by itself after a while.
        List<Notice> told =
                new ArrayList<>(onFx(() -> List.copyOf(again.parts().notices().shown())));
        onFx(() -> {
            again.parts().notices().shown().addListener((ListChangeListener<Notice>) change -> {
                while (change.next()) told.addAll(change.getAddedSubList());
            });
            return null;
        });
        until(() -> new RunFolder(run("short-2")).result().isPresent()
                && second.training().liveProperty().get() == null);
        assertThat(new RunFolder(run("long")).result().orElseThrow().epochs()).isEqualTo(30);
        assertThat(sha(run("long"))).isEqualTo(uninterrupted());
        assertThat(sha(run("short"))).isEqualTo(sha(run("short-2")));
        // One word that it goes on, and one at each end.
        assertThat(onFx(() -> List.copyOf(told)))
                .extracting(Notice::kind)
                .containsOnly(Notice.Kind.GOOD)
                .hasSize(4);
        onFx(() -> {
            again.close();
            return null;
        });
        assertThat(file.read().training()).isEmpty();
    }

    @Test
    void what_waits_can_be_taken_out_of_the_queue_after_a_start_and_leaves_no_trace()
            throws IOException, InterruptedException {
        SettingsFile file = new SettingsFile(folder.resolve("settings"));
        new RunFolder(run("long")).promise(long30);
        new RunFolder(run("short")).promise(short2);
        WindowStart start = start();
        LabWindow window = show(start, left(run("long"), run("short")), file);
        QueueTraining training = start.training();
        until(() -> training.waiting().size() == 1
                && training.jobProperty().get() != null
                && training.jobProperty().get().folder().path().equals(run("long")));
        onFx(() -> {
            training.remove(training.waiting().get(0));
            window.close();
            return null;
        });
        assertThat(run("short")).doesNotExist();
        assertThat(file.read().training()).isEqualTo(List.of(run("long")));
        until(() -> !new RunFolder(run("long")).isTraining());
    }

    private static Settings left(Path... runs) {
        Settings f = Settings.FIRST;
        return new Settings(
                f.width(),
                f.height(),
                f.maximized(),
                f.place(),
                f.dark(),
                f.projector(),
                f.reduceMotion(),
                f.language(),
                f.device(),
                f.threads(),
                f.recent(),
                List.of(runs));
    }

    private WindowStart start() {
        return new WindowStart(folder.resolve("configuration"), new DataFolder(folder));
    }

    private LabWindow show(WindowStart start, Settings settings, SettingsFile file) {
        // Starts the toolkit, without a display.
        onFx(() -> null);
        return start.show(settings, file, short2, folder.resolve("runs"));
    }

    private Path run(String name) {
        return folder.resolve("runs").resolve(name).toAbsolutePath().normalize();
    }

    private static String sha(Path run) throws IOException {
        return new RunFolder(run).result().map(Result::weightsSha256).orElseThrow();
    }

    private String uninterrupted() throws IOException {
        Path run = folder.resolve("uninterrupted");
        try (Engine engine = new Dl4jEngine()) {
            Catalogue catalogue = new Catalogue(
                    new DataFolder(folder),
                    (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed),
                    notice -> {});
            new TrainingJob(long30, new RunFolder(run), new CatalogueImages(catalogue), Habits.onCpu(1), false)
                    .run(engine);
        }
        return sha(run);
    }

    private static Recipe recipe(String name, int epochs) {
        return new Recipe(
                name,
                "",
                new DataSettings("ink", 600, 100, 0, DataSettings.Pixels.UNIT),
                Distortion.elastic(4, 10),
                Notation.parse("1x28x28:relu-16N-10N").net().orElseThrow(),
                new TrainingSettings(10, epochs, 0, 0, new Optimizer.Sgd(), new Schedule.Constant(0.05), 0, 0, 1));
    }

    private static Window stage(LabWindow window) {
        return window.scene().getWindow();
    }

    private static void askToClose(LabWindow window) {
        onFx(() -> {
            Event.fireEvent(stage(window), new WindowEvent(stage(window), WindowEvent.WINDOW_CLOSE_REQUEST));
            return null;
        });
    }

    private static void press(LabWindow window, String button) {
        onFx(() -> {
            ((Button) window.scene().lookup(button)).fire();
            return null;
        });
    }

    private static <T> T onFx(Callable<T> work) {
        return Snapshots.onFx(work);
    }

    private static void until(Callable<Boolean> holds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!Snapshots.onFx(holds)) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain");
            Thread.sleep(20);
        }
    }
}
