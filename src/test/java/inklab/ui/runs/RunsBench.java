package inklab.ui.runs;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.ResultsFile;
import inklab.sweep.LocalCrew;
import inklab.train.CatalogueImages;
import inklab.train.Runs;
import inklab.ui.Language;
import inklab.ui.Look;
import inklab.ui.Navigation;
import inklab.ui.Notices;
import inklab.ui.Place;
import inklab.ui.RecipeFiles;
import inklab.ui.Recipes;
import inklab.ui.Selection;
import inklab.ui.Shell;
import inklab.ui.ShellParts;
import inklab.ui.SomeTraining;
import inklab.ui.Texts;
import inklab.ui.Typeface;
import inklab.ui.work.FxThread;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A window with nothing but Runs in it. */
final class RunsBench {
    final Selection selection;
    final Look look = new Look();
    final Notices notices = new Notices();
    final Navigation navigation = new Navigation(Place.RUNS);
    final Set<Path> used = new HashSet<>();
    final RunsWorkspace workspace;
    final Shell shell;

    /**
     * @param data the data folder, for pictures
     * @param runs the folder of runs
     */
    RunsBench(Recipe recipe, Locale language, Path data, Path runs) throws IOException {
        this(
                recipe,
                language,
                data,
                runs,
                (sweep, folder) -> () -> LocalCrew.of(
                        new Dl4jEngine(),
                        new CatalogueImages(new Catalogue(new DataFolder(data), InkDigits.open(), notice -> {})),
                        folder,
                        "cpu",
                        1,
                        1));
    }

    /** @param crews who trains sweeps */
    RunsBench(Recipe recipe, Locale language, Path data, Path runs, SweepCrews crews) throws IOException {
        selection = new Selection(recipe);
        Texts texts = new Texts(Shell.class, language);
        Jobs jobs = new Jobs(Runnable::run, Runnable::run, RunsBench::lost);
        Recipes recipes = new Recipes(selection, new RecipeFiles(new Presets()), jobs, notices, texts, List.of());
        recipes.readPresets();
        ShellParts parts = new ShellParts(
                selection,
                navigation,
                look,
                new Language(language.getLanguage(), language),
                Typeface.of(language),
                notices,
                recipes,
                new SomeTraining(new ReadOnlyObjectWrapper<>(), new ArrayList<>()),
                texts);
        InkDigits ink = InkDigits.open();
        workspace = new RunsWorkspace(
                parts,
                new Runs(runs),
                new CatalogueLooks(new Catalogue(new DataFolder(data), ink, notice -> {}), ink),
                used::contains,
                new Presets(),
                ResultsFile.own(),
                crews,
                (run, format, file) -> Files.writeString(file, format.id()),
                Jobs.threads("inklab-runs", 2, new FxThread(), RunsBench::lost),
                Jobs.threads("inklab-sweep", 1, new FxThread(), RunsBench::lost));
        shell = new Shell(parts, Map.of(Place.RUNS, () -> workspace));
    }

    private static void lost(Throwable fault) {
        throw new AssertionError(fault);
    }
}
