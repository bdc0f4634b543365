package inklab.ui.draw;

import inklab.engine.Engine;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
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
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A window with nothing but Draw in it. */
final class DrawBench {
    final Selection selection;
    final Look look = new Look();
    final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>();
    final List<Recipe> started = new ArrayList<>();
    final DrawWorkspace workspace;
    final Shell shell;

    DrawBench(Recipe recipe, Locale language, NetShelf shelf, Engine engine, Path kept) {
        selection = new Selection(recipe);
        Texts texts = new Texts(Shell.class, language);
        Notices notices = new Notices();
        Jobs jobs = new Jobs(Runnable::run, Runnable::run, DrawBench::lost);
        Recipes recipes = new Recipes(selection, new RecipeFiles(new Presets()), jobs, notices, texts, List.of());
        recipes.readPresets();
        ShellParts parts = new ShellParts(
                selection,
                new Navigation(Place.DRAW),
                look,
                new Language(language.getLanguage(), language),
                Typeface.of(language),
                notices,
                recipes,
                new SomeTraining(live, started),
                texts);
        workspace = new DrawWorkspace(parts, shelf, () -> engine, kept, DrawBench::lost);
        shell = new Shell(parts, Map.of(Place.DRAW, () -> workspace));
    }

    private static void lost(Throwable fault) {
        throw new AssertionError(fault);
    }
}
