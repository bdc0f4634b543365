package inklab.ui.data;

import inklab.recipe.Presets;
import inklab.recipe.Recipe;
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
import inklab.ui.SomeShell.SomeTraining;
import inklab.ui.Texts;
import inklab.ui.Typeface;
import inklab.ui.work.FxThread;
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The workspace Data in a whole window, on the FX thread. */
final class DataStage {
    final ShellParts parts;
    final DataWorkspace workspace;
    final Shell shell;
    final Stage stage = new Stage();
    /** Faults that nobody caught. */
    final List<Throwable> lost = new ArrayList<>();

    DataStage(Recipe recipe, Stock stock, Path memory, FolderQuestion question, Locale locale, int width, int height) {
        FxThread fx = new FxThread();
        Texts texts = new Texts(Shell.class, locale);
        Jobs jobs = Jobs.threads("shell", 1, fx, lost::add);
        Selection selection = new Selection(recipe);
        Notices notices = new Notices();
        parts = new ShellParts(
                selection,
                new Navigation(Place.DATA),
                new Look(),
                new Language(locale.getLanguage(), locale),
                Typeface.of(locale),
                notices,
                new Recipes(selection, new RecipeFiles(new Presets()), jobs, notices, texts, List.of()),
                new SomeTraining(),
                texts);
        workspace = new DataWorkspace(
                parts,
                stock,
                memory,
                Jobs.threads("data", 3, fx, lost::add),
                Jobs.threads("move", 2, fx, lost::add),
                question);
        shell = new Shell(parts, Map.of(Place.DATA, () -> workspace));
        Scene scene = new Scene(shell, width, height);
        parts.look().themeProperty().addListener((o, was, now) -> now.apply(scene, parts.typeface()));
        parts.look().theme().apply(scene, parts.typeface());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }
}
