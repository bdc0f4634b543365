package inklab;

import inklab.engine.dl4j.Dl4jEngine;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.ui.CrashReports;
import inklab.ui.LabWindow;
import inklab.ui.Language;
import inklab.ui.Look;
import inklab.ui.Navigation;
import inklab.ui.Notice;
import inklab.ui.Notices;
import inklab.ui.Place;
import inklab.ui.RecipeFiles;
import inklab.ui.Recipes;
import inklab.ui.Selection;
import inklab.ui.Settings;
import inklab.ui.SettingsFile;
import inklab.ui.Shell;
import inklab.ui.ShellParts;
import inklab.ui.Texts;
import inklab.ui.Typeface;
import inklab.ui.UserFolders;
import inklab.ui.Workspace;
import inklab.ui.tour.Tour;
import inklab.ui.work.FxThread;
import inklab.ui.work.Jobs;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Wires the window, once: everything it is made of is constructed here and handed to whoever needs it. */
final class WindowStart {
    private static final String FIRST_RECIPE = "quick-ink";

    private final Path folder = UserFolders.configuration();
    private final CrashReports crashes =
            new CrashReports(folder.resolve("crashes"), Clock.system(ZoneId.systemDefault()));
    private final Notices notices = new Notices();

    /** Opens the window; returns when it is open. What keeps it from opening is said in one sentence. */
    int open() {
        // The toolkit starts on threads of its own; meanwhile this one reads what the window will show.
        CompletableFuture<Void> toolkit = Toolkit.start();
        SettingsFile file = new SettingsFile(folder);
        Settings settings = file.read();
        Recipe first = firstRecipe();
        try {
            toolkit.join();
            Toolkit.run(() -> {
                window(settings, file, first).show();
                return null;
            });
            return 0;
        } catch (RuntimeException | Error fault) {
            System.err.println(Toolkit.explain(fault));
            return 1;
        }
    }

    /** Draws the window without a display, one picture a workspace and theme. */
    int tour(Path out) {
        Toolkit.headless(1440, 900);
        Recipe first = firstRecipe();
        try {
            Toolkit.start().join();
            SettingsFile scratch = new SettingsFile(out.resolve("settings"));
            Tour tour = new Tour(out, System.out::println);
            tour.walk(() -> window(Settings.FIRST, scratch, first));
            Toolkit.stop();
            return 0;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (RuntimeException | Error fault) {
            System.err.println(Toolkit.explain(fault));
            return 1;
        }
    }

    private LabWindow window(Settings settings, SettingsFile file, Recipe first) {
        Language language = new Language(settings.language(), Locale.getDefault());
        Texts texts = new Texts(Shell.class, language.now());
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> crashed(thread, fault, texts));
        Jobs jobs =
                Jobs.threads("inklab-job", 2, new FxThread(), fault -> crashed(Thread.currentThread(), fault, texts));
        Selection selection = new Selection(first);
        Look look = new Look();
        look.darkProperty().set(settings.dark());
        look.projectorProperty().set(settings.projector());
        look.reduceMotionProperty().set(settings.reduceMotion());
        Navigation navigation = new Navigation(settings.place());
        Recipes recipes =
                new Recipes(selection, new RecipeFiles(new Presets()), jobs, notices, texts, settings.recent());
        ShellParts parts = new ShellParts(
                selection,
                navigation,
                look,
                language,
                Typeface.of(language.now()),
                notices,
                recipes,
                new IdleTraining(),
                texts);
        LabWindow window = new LabWindow(
                new Shell(parts, workspaces()),
                parts,
                settings,
                file,
                fault -> notices.add(Notice.warning(fault.getMessage(), "")));
        warmUp(jobs, selection);
        return window;
    }

    /** How each workspace is made, when it is first shown. */
    private static Map<Place, Supplier<Workspace>> workspaces() {
        return new EnumMap<>(Place.class);
    }

    /** Opening the engine loads native libraries, up to seconds: in the background, while the first digit is being drawn. */
    private void warmUp(Jobs jobs, Selection selection) {
        jobs.run(
                progress -> new Dl4jEngine().devices(),
                devices -> devices.stream()
                        .filter(device -> device.usable())
                        .findFirst()
                        .ifPresent(selection.deviceProperty()::set),
                fault -> notices.add(Notice.danger(String.valueOf(fault.getMessage()), "")));
    }

    private static Recipe firstRecipe() {
        return new Presets().find(FIRST_RECIPE).orElseThrow();
    }

    private void crashed(Thread thread, Throwable fault, Texts texts) {
        Optional<Path> report = crashes.write(thread, fault);
        report.ifPresent(path -> new FxThread()
                .execute(() -> notices.add(Notice.danger(texts.get("crash.what"), texts.get("crash.how", path))
                        .withDetails(String.valueOf(fault)))));
    }
}
