package inklab;

import inklab.data.Catalogue;
import inklab.data.DataException;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.distort.Distortion;
import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.EngineRack;
import inklab.engine.dl4j.StandardNet;
import inklab.evaluate.Models;
import inklab.export.ExportFormat;
import inklab.export.Exported;
import inklab.export.Exporter;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.DataSettings;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.ResultsFile;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.sweep.LocalCrew;
import inklab.train.CatalogueImages;
import inklab.train.RunFolder;
import inklab.train.RunQueue;
import inklab.train.Runs;
import inklab.train.Trainer.Habits;
import inklab.ui.CrashReports;
import inklab.ui.LabWindow;
import inklab.ui.Language;
import inklab.ui.Look;
import inklab.ui.Navigation;
import inklab.ui.Notice;
import inklab.ui.Notices;
import inklab.ui.Place;
import inklab.ui.QueueTraining;
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
import inklab.ui.build.BuildWorkspace;
import inklab.ui.build.CatalogueSpecimens;
import inklab.ui.build.EngineLooker;
import inklab.ui.build.EngineSpeedMeter;
import inklab.ui.data.DataWorkspace;
import inklab.ui.distort.DistortWorkspace;
import inklab.ui.draw.DrawWorkspace;
import inklab.ui.draw.RunShelf;
import inklab.ui.inspect.InspectWorkspace;
import inklab.ui.runs.CatalogueLooks;
import inklab.ui.runs.RunsWorkspace;
import inklab.ui.tour.Tour;
import inklab.ui.tour.WindowBench;
import inklab.ui.tour.WindowFigures;
import inklab.ui.train.CatalogueSamples;
import inklab.ui.train.Samples;
import inklab.ui.train.TrainView;
import inklab.ui.train.TrainViewModel;
import inklab.ui.work.FxThread;
import inklab.ui.work.Jobs;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Wires the window, once: everything it is made of is constructed here and handed to whoever needs it. */
final class WindowStart {
    private static final String FIRST_RECIPE = "quick-ink";
    private static final String RUNS = "runs";

    /** Of the window where there is no display. */
    private static final int WIDTH = 1440;

    private static final int HEIGHT = 900;

    /** How far training gives way to the window, and what nets read for Distort: that is looked at, training need not be. */
    private static final int TRAINING = 10;

    private static final int READING = 5;

    private final Path folder;
    private final CrashReports crashes;
    private final DataFolder data;
    private final FxThread fx = new FxThread();
    private final Notices notices = new Notices();
    private final Presets presets = new Presets();
    private final CompletableFuture<Engine> engine = new CompletableFuture<>();
    private Selection selection;
    private QueueTraining training;

    WindowStart() {
        this(UserFolders.configuration(), DataFolder.find(null, System.getenv(), System.getProperties()));
    }

    /**
     * @param folder for settings and crash reports
     * @param data the data folder; runs and kept drawings lie in it too
     */
    WindowStart(Path folder, DataFolder data) {
        this.folder = folder;
        this.data = data;
        crashes = new CrashReports(folder.resolve("crashes"), Clock.system(ZoneId.systemDefault()));
    }

    /** Opens the window; returns when it is open. What keeps it from opening is said in one sentence. */
    int open() {
        return open(folder, data.root().resolve(RUNS), window -> {});
    }

    /** Opens the window with a recipe's file. */
    int open(Path recipe) {
        return open(
                folder,
                data.root().resolve(RUNS),
                window -> window.parts().recipes().open(recipe));
    }

    /** Opens it as ever, but with nothing remembered, and says {@code visible} and {@code ready} as soon as it is. */
    int openMeasured(Path scratch) {
        if (!Display.here().isThere()) Toolkit.headless(WIDTH, HEIGHT);
        Thread ready = new Thread(
                () -> {
                    engine.join();
                    System.out.println("ready");
                },
                "inklab-ready");
        ready.setDaemon(true);
        ready.start();
        return open(scratch, scratch.resolve(RUNS), window -> window.whenDrawn(() -> System.out.println("visible")));
    }

    private int open(Path remembered, Path runs, Consumer<LabWindow> opened) {
        return guarded(() -> {
            // The toolkit starts on threads of its own; meanwhile this one reads what the window will show.
            CompletableFuture<Void> toolkit = Toolkit.start();
            SettingsFile file = new SettingsFile(remembered);
            Settings settings = file.read();
            Recipe first = firstRecipe();
            toolkit.join();
            LabWindow window = show(settings, file, first, runs);
            Toolkit.run(() -> {
                opened.accept(window);
                return null;
            });
        });
    }

    /** Opens a window on a folder of its own, with a display or without, and measures how well it keeps up. */
    WindowFigures measured(Path scratch, Consumer<String> says) throws IOException, Toolkit.Missing {
        LabWindow window = openIn(scratch);
        return new WindowBench(window, selection, training, says).measure();
    }

    /** Opens a window that remembers, trains and keeps in this folder alone, with a display or without. */
    LabWindow openIn(Path scratch) throws Toolkit.Missing {
        return openIn(scratch, firstRecipe());
    }

    private LabWindow openIn(Path scratch, Recipe first) throws Toolkit.Missing {
        if (!Display.here().isThere()) Toolkit.headless(WIDTH, HEIGHT);
        AtomicReference<LabWindow> window = new AtomicReference<>();
        SettingsFile file = new SettingsFile(scratch);
        Toolkit.guarded(() -> {
            Toolkit.start().join();
            window.set(show(file.read(), file, first, scratch.resolve(RUNS)));
        });
        return window.get();
    }

    /** What the window that was opened last trains with. */
    QueueTraining training() {
        return training;
    }

    /** Walks the window without a display: real clicks, a net trained on real images, one picture a workspace and theme. */
    int tour(Path out) {
        Toolkit.headless(WIDTH, HEIGHT);
        try {
            Path scratch = Files.createTempDirectory("inklab-tour");
            try {
                LabWindow window = openIn(scratch, tourRecipe());
                new Tour(window, training, out, System.out::println).walk();
            } finally {
                Toolkit.stop();
                if (training != null) training.close();
                Folders.remove(scratch);
            }
            return 0;
        } catch (IOException | Toolkit.Missing e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    /** A small net that learns enough in seconds: on MNIST where that is, else on Ink. */
    private Recipe tourRecipe() {
        boolean mnist = Files.isDirectory(data.root().resolve("mnist"));
        return new Recipe(
                "small-net",
                "",
                new DataSettings(mnist ? "mnist" : Catalogue.INK, 10_000, 1_000, 0, DataSettings.Pixels.UNIT),
                Distortion.elastic(6, 12),
                Notation.parse("1x28x28:relu-8C5-MP2-16C5-MP2-60N-10N").net().orElseThrow(),
                new TrainingSettings(
                        32, 3, 0, 0, new Optimizer.Momentum(0.9), new Schedule.Cosine(0.03, 0.003), 0, 0, 1));
    }

    private static int guarded(Runnable start) {
        try {
            Toolkit.guarded(start);
            return 0;
        } catch (Toolkit.Missing missing) {
            System.err.println(missing.getMessage());
            return 1;
        }
    }

    /** The window, showing. Not for the FX thread; the toolkit must have started. */
    LabWindow show(Settings settings, SettingsFile file, Recipe first, Path runs) {
        return Toolkit.run(() -> {
            LabWindow window = window(settings, file, first, runs);
            window.show();
            return window;
        });
    }

    private LabWindow window(Settings settings, SettingsFile file, Recipe first, Path runs) {
        Language language = new Language(settings.language(), Locale.getDefault());
        Texts texts = new Texts(Shell.class, language.now());
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> crashed(thread, fault, texts));
        Jobs jobs = Jobs.threads("inklab-job", 2, fx, fault -> crashed(Thread.currentThread(), fault, texts));
        selection = new Selection(first);
        selection.remembered(settings.device(), settings.threads());
        Look look = new Look();
        look.darkProperty().set(settings.dark());
        look.projectorProperty().set(settings.projector());
        look.reduceMotionProperty().set(settings.reduceMotion());
        Recipes recipes = new Recipes(selection, new RecipeFiles(presets), jobs, notices, texts, settings.recent());
        training = new QueueTraining(
                new RunQueue(engine::join, () -> Background.enter(TRAINING)),
                new Runs(runs),
                new CatalogueImages(catalogue()),
                Habits.onCpu(Runtime.getRuntime().availableProcessors()),
                selection,
                notices,
                texts);
        ShellParts parts = new ShellParts(
                selection,
                new Navigation(settings.place()),
                look,
                language,
                Typeface.of(language.now()),
                notices,
                recipes,
                training,
                texts);
        LabWindow window = new LabWindow(
                new Shell(parts, workspaces(parts, training, new Runs(runs), jobs)),
                parts,
                settings,
                file,
                fault -> notices.add(Notice.warning(String.valueOf(fault.getMessage()), "")));
        window.whenDrawn(() -> {
            warmUp(jobs, selection, texts);
            recipes.readPresets();
            training.goOn(settings.training());
        });
        return window;
    }

    /** Ink is made, not read; what else there is lies in the data folder. */
    private Catalogue catalogue() {
        return new Catalogue(
                data,
                (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed),
                notice -> fx.execute(() -> notices.add(Notice.warning(notice, ""))));
    }

    /** How each workspace is made, when it is first shown. */
    private Map<Place, Supplier<Workspace>> workspaces(ShellParts parts, QueueTraining training, Runs runs, Jobs jobs) {
        Map<Place, Supplier<Workspace>> makers = new EnumMap<>(Place.class);
        makers.put(Place.DATA, () -> data(parts, runs));
        makers.put(Place.BUILD, () -> build(parts));
        makers.put(Place.DISTORT, () -> distort(parts, runs));
        makers.put(Place.TRAIN, () -> train(parts, training, runs, jobs));
        makers.put(Place.INSPECT, () -> inspect(parts, runs));
        makers.put(Place.DRAW, () -> draw(parts, runs));
        makers.put(Place.RUNS, () -> runs(parts, training, runs));
        return makers;
    }

    private Workspace train(ShellParts parts, QueueTraining training, Runs runs, Jobs jobs) {
        Texts texts = new Texts(TrainView.class, parts.language().now());
        Samples samples = new CatalogueSamples(
                catalogue(), (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed));
        TrainViewModel model = new TrainViewModel(training, parts.selection(), samples, runs, jobs, presets, texts);
        return new TrainView(model, parts.navigation(), parts.look(), texts);
    }

    /** Kept drawings lie beside the runs. */
    private Workspace draw(ShellParts parts, Runs runs) {
        return new DrawWorkspace(
                parts,
                new RunShelf(runs, new Models(runs.root())),
                engine::join,
                runs.root().resolveSibling("drawings").resolve("my-digits.strokes.jsonl"),
                fault -> crashed(Thread.currentThread(), fault, parts.texts()));
    }

    /** What the catalogue would say of a data set stands on its card; the wall's memory lies beside the runs, as drawings do. */
    private Workspace data(ShellParts parts, Runs runs) {
        return new DataWorkspace(
                parts,
                new Catalogue(
                        data,
                        (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed),
                        notice -> {}),
                runs.root().resolveSibling("wall.properties"),
                jobs("inklab-data", 3, parts),
                jobs("inklab-move", 4, parts));
    }

    private Workspace runs(ShellParts parts, QueueTraining training, Runs runs) {
        return new RunsWorkspace(
                parts,
                runs,
                new CatalogueLooks(
                        catalogue(),
                        (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed)),
                training::uses,
                new Presets(),
                ResultsFile.own(),
                (sweep, folder) -> () -> {
                    Background.enter(TRAINING);
                    return LocalCrew.measured(
                            engine.join(),
                            new CatalogueImages(catalogue()),
                            folder,
                            "cpu",
                            parts.selection().threads(),
                            sweep);
                },
                this::export,
                jobs("inklab-runs", 2, parts),
                jobs("inklab-sweep", 1, parts));
    }

    private void export(RunFolder run, ExportFormat format, Path file) throws IOException {
        Exporter exporter = new Exporter(StandardNet::write);
        if (format == ExportFormat.TENSORBOARD) exporter.curves(run, file);
        else exporter.write(Exported.of(run, classes(run.recipe().data().dataset())), format, file);
    }

    /** The classes' names; none where they are no longer to be found. */
    private List<String> classes(String dataset) {
        try {
            return catalogue().classes(dataset);
        } catch (DataException e) {
            return List.of();
        }
    }

    private Workspace inspect(ShellParts parts, Runs runs) {
        return new InspectWorkspace(
                parts,
                runs,
                new CatalogueImages(catalogue()),
                engine::join,
                jobs("inklab-inspect", 3, parts),
                Runtime.getRuntime().availableProcessors());
    }

    private Workspace distort(ShellParts parts, Runs runs) {
        return new DistortWorkspace(
                parts,
                catalogue(),
                (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed),
                runs,
                engine::join,
                jobs("inklab-wall", 1, parts),
                Jobs.threads(
                        "inklab-distort",
                        2,
                        () -> Background.enter(READING),
                        fx,
                        fault -> crashed(Thread.currentThread(), fault, parts.texts())));
    }

    /** Threads of a workspace's own, so that nothing waits for another's work. */
    private Jobs jobs(String name, int threads, ShellParts parts) {
        return Jobs.threads(name, threads, fx, fault -> crashed(Thread.currentThread(), fault, parts.texts()));
    }

    private Workspace build(ShellParts parts) {
        // Threads of its own: timing a few steps takes seconds, and nothing else should wait for that.
        Jobs trials =
                Jobs.threads("inklab-build", 2, fx, fault -> crashed(Thread.currentThread(), fault, parts.texts()));
        return new BuildWorkspace(
                parts,
                trials,
                new CatalogueSpecimens(
                        catalogue(),
                        (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed)),
                new EngineLooker(engine::join),
                new EngineSpeedMeter(engine::join, Runtime.getRuntime().availableProcessors()));
    }

    /** Opening the engine loads native libraries, up to seconds: in the background, while the first digit is being drawn. */
    private void warmUp(Jobs jobs, Selection selection, Texts texts) {
        String wanted = selection.deviceId();
        jobs.run(
                progress -> {
                    try {
                        EngineRack rack = new EngineRack(Engines.in(data.root().resolve("engines")), wanted);
                        engine.complete(rack);
                        return new Found(rack.devices(), rack.whyNot());
                    } catch (RuntimeException | Error fault) {
                        engine.completeExceptionally(fault);
                        throw fault;
                    }
                },
                found -> found(found, selection, texts),
                fault -> {
                    // The next start must not fail on the same card.
                    selection.remembered("", 0);
                    notices.add(Notice.danger(texts.sentence(String.valueOf(fault.getMessage())), ""));
                });
    }

    /** @param whyNot why the device of an earlier start could not be opened; empty where it could */
    private record Found(List<Device> devices, String whyNot) {}

    /** A device that was chosen at an earlier start may be gone: that another takes its place is said. */
    private void found(Found found, Selection selection, Texts texts) {
        String wanted = selection.deviceId();
        selection.found(found.devices());
        Device now = selection.deviceProperty().get();
        if (wanted.isEmpty() || now == null || now.id().equals(wanted)) return;
        notices.add(Notice.warning(texts.get("device.gone", wanted, now.name()), texts.get("device.gone.how"))
                .withDetails(texts.sentence(found.whyNot())));
    }

    private Recipe firstRecipe() {
        return presets.find(FIRST_RECIPE).orElseThrow();
    }

    private void crashed(Thread thread, Throwable fault, Texts texts) {
        Optional<Path> report = crashes.write(thread, fault);
        report.ifPresent(path ->
                fx.execute(() -> notices.add(Notice.danger(texts.get("crash.what"), texts.get("crash.how", path))
                        .withDetails(String.valueOf(fault)))));
    }
}
