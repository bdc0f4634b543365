package inklab.ui.build;

import inklab.net.Notation;
import inklab.recipe.Recipe;
import inklab.ui.Language;
import inklab.ui.Live;
import inklab.ui.Look;
import inklab.ui.Navigation;
import inklab.ui.Notices;
import inklab.ui.Place;
import inklab.ui.RecipeShelf;
import inklab.ui.Recipes;
import inklab.ui.Selection;
import inklab.ui.Shell;
import inklab.ui.ShellParts;
import inklab.ui.SomeRecipes;
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

/** A window with nothing but Build in it, its background work done at once on the calling thread. */
final class BuildBench {
    final Selection selection;
    final Look look = new Look();
    final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>();
    final Jobs jobs = new Jobs(Runnable::run, Runnable::run, fault -> {
        throw new AssertionError(fault);
    });
    final BuildWorkspace workspace;
    final Shell shell;

    BuildBench(Recipe recipe, Locale language, Specimens specimens, Looker looker, SpeedMeter meter) {
        selection = new Selection(recipe);
        Texts texts = new Texts(Shell.class, language);
        Notices notices = new Notices();
        ShellParts parts = new ShellParts(
                selection,
                new Navigation(Place.BUILD),
                look,
                new Language(language.getLanguage(), language),
                Typeface.of(language),
                notices,
                new Recipes(selection, new OnePreset(), jobs, notices, texts, List.of()),
                new SomeTraining(live, new ArrayList<>()),
                texts);
        workspace = new BuildWorkspace(parts, jobs, specimens, looker, meter);
        shell = new Shell(parts, Map.of(Place.BUILD, () -> workspace));
    }

    /** The recipe of the MCDNN reproduction with another net. */
    static Recipe recipe(String notation) {
        return SomeRecipes.CIRESAN.withNet(Notation.parse(notation).net().orElseThrow());
    }

    private static final class OnePreset implements RecipeShelf {
        @Override
        public List<Recipe> presets() {
            return List.of(SomeRecipes.CIRESAN);
        }

        @Override
        public Recipe read(Path file) {
            return SomeRecipes.CIRESAN;
        }

        @Override
        public void write(Recipe recipe, Path file) {}
    }
}
