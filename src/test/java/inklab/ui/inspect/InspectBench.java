package inklab.ui.inspect;

import inklab.engine.Engine;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.train.Runs;
import inklab.train.TrainingImages;
import inklab.ui.Language;
import inklab.ui.Live;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A window with nothing but Inspect in it. */
final class InspectBench {
    final Selection selection;
    final Look look = new Look();
    final Notices notices = new Notices();
    final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>();
    final List<Recipe> started = new ArrayList<>();
    final InspectWorkspace workspace;
    final Shell shell;

    InspectBench(Recipe recipe, Locale language, Runs runs, TrainingImages images, Engine engine) {
        selection = new Selection(recipe);
        Texts texts = new Texts(Shell.class, language);
        Jobs jobs = new Jobs(Runnable::run, Runnable::run, InspectBench::lost);
        Recipes recipes = new Recipes(selection, new RecipeFiles(new Presets()), jobs, notices, texts, List.of());
        recipes.readPresets();
        ShellParts parts = new ShellParts(
                selection,
                new Navigation(Place.INSPECT),
                look,
                new Language(language.getLanguage(), language),
                Typeface.of(language),
                notices,
                recipes,
                new SomeTraining(live, started),
                texts);
        workspace = new InspectWorkspace(
                parts,
                runs,
                images,
                () -> engine,
                Jobs.threads("inklab-inspect", 3, new FxThread(), InspectBench::lost),
                2);
        shell = new Shell(parts, Map.of(Place.INSPECT, () -> workspace));
    }

    private static void lost(Throwable fault) {
        throw new AssertionError(fault);
    }
}
