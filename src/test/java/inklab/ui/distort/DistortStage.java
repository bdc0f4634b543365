package inklab.ui.distort;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ImageSource;
import inklab.data.ink.InkDigits;
import inklab.engine.Engine;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The workspace Distort in a whole window, on Ink, on the FX thread. */
final class DistortStage {
    final ShellParts parts;
    final DistortWorkspace workspace;
    final Shell shell;
    final Stage stage = new Stage();

    DistortStage(Recipe recipe, Runs runs, Supplier<Engine> engine, Path data, Locale locale, int width, int height) {
        FxThread fx = new FxThread();
        Texts texts = new Texts(Shell.class, locale);
        Jobs jobs = Jobs.threads("shell", 1, fx, Throwable::printStackTrace);
        Selection selection = new Selection(recipe);
        Notices notices = new Notices();
        Recipes recipes = new Recipes(selection, new RecipeFiles(new Presets()), jobs, notices, texts, List.of());
        parts = new ShellParts(
                selection,
                new Navigation(Place.DISTORT),
                new Look(),
                new Language(locale.getLanguage(), locale),
                Typeface.of(locale),
                notices,
                recipes,
                new SomeTraining(new ReadOnlyObjectWrapper<>(), new ArrayList<>()),
                texts);
        ImageSource ink = (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed);
        workspace = new DistortWorkspace(
                parts,
                new Catalogue(new DataFolder(data), ink, notice -> {}),
                ink,
                runs,
                engine,
                Jobs.threads("wall", 1, fx, Throwable::printStackTrace),
                Jobs.threads("distort", 2, fx, Throwable::printStackTrace));
        shell = new Shell(parts, Map.of(Place.DISTORT, () -> workspace));
        Scene scene = new Scene(shell, width, height);
        parts.look().themeProperty().addListener((o, was, now) -> now.apply(scene, parts.typeface()));
        parts.look().theme().apply(scene, parts.typeface());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }
}
