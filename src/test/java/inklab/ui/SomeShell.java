package inklab.ui;

import inklab.recipe.Recipe;
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A shell with plain workspaces and a training that obeys, to test and to look at. Work runs on the calling thread. */
public final class SomeShell {
    /** Notes what is asked of it. */
    public static final class SomeTraining implements Training {
        public final ObjectProperty<Live> live = new SimpleObjectProperty<>();
        public final StringBuilder asked = new StringBuilder();

        @Override
        public ReadOnlyObjectProperty<Live> liveProperty() {
            return live;
        }

        @Override
        public void start(Recipe recipe) {
            asked.append("start ").append(recipe.name()).append(';');
        }

        @Override
        public void pause() {
            asked.append("pause;");
        }

        @Override
        public void resume() {
            asked.append("resume;");
        }

        @Override
        public Optional<Path> running() {
            return Optional.empty();
        }

        @Override
        public void close() {
            asked.append("close;");
        }
    }

    /** One card, one action, one panel. */
    public static final class SomeWorkspace implements Workspace {
        private final Place place;
        private final Button action = new Button("Shuffle");
        private final VBox content = new VBox(new Label("content"));
        private final VBox panel = new VBox(new Label("panel"));
        public final StringBuilder seen = new StringBuilder();

        SomeWorkspace(Place place) {
            this.place = place;
            content.getStyleClass().add("card");
            action.setId("action-" + place.id());
            content.setId("content-" + place.id());
            panel.setId("panel-" + place.id());
        }

        @Override
        public Place place() {
            return place;
        }

        @Override
        public ObservableValue<String> state() {
            return new SimpleStringProperty("one line of state");
        }

        @Override
        public List<Node> actions() {
            return List.of(action);
        }

        @Override
        public Node content() {
            return content;
        }

        @Override
        public Optional<Node> panel() {
            return place == Place.RUNS ? Optional.empty() : Optional.of(panel);
        }

        @Override
        public boolean accepts(Path file) {
            return place == Place.DRAW && file.toString().endsWith(".png");
        }

        @Override
        public void open(Path file) {
            seen.append("open ").append(file).append(';');
        }

        @Override
        public void shown() {
            seen.append("shown;");
        }

        @Override
        public void hidden() {
            seen.append("hidden;");
        }

        @Override
        public void close() {
            seen.append("closed;");
        }
    }

    public final Selection selection = new Selection(SomeRecipes.CIRESAN);
    public final Look look = new Look();
    public final Navigation navigation;
    public final Notices notices = new Notices();
    public final SomeTraining training = new SomeTraining();
    public final Map<Place, SomeWorkspace> made = new EnumMap<>(Place.class);
    public final ShellParts parts;
    public final Shell shell;

    /** On the FX thread. */
    public SomeShell(Place first, Locale language) {
        navigation = new Navigation(first);
        Texts texts = new Texts(Shell.class, language);
        Jobs jobs = new Jobs(Runnable::run, Runnable::run, fault -> {
            throw new AssertionError(fault);
        });
        RecipeShelf shelf = new RecipeShelf() {
            @Override
            public List<Recipe> presets() {
                return List.of(SomeRecipes.CIRESAN);
            }

            @Override
            public Recipe read(Path file) {
                return SomeRecipes.withNet("1x28x28-10N");
            }

            @Override
            public void write(Recipe recipe, Path file) {}
        };
        parts = new ShellParts(
                selection,
                navigation,
                look,
                new Language(language.getLanguage(), language),
                Typeface.of(language),
                notices,
                new Recipes(selection, shelf, jobs, notices, texts, List.of()),
                training,
                texts);
        Map<Place, Supplier<Workspace>> makers = new EnumMap<>(Place.class);
        for (Place place : Place.values())
            makers.put(place, () -> {
                SomeWorkspace workspace = new SomeWorkspace(place);
                made.put(place, workspace);
                return workspace;
            });
        shell = new Shell(parts, makers);
    }
}
