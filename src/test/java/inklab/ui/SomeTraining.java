package inklab.ui;

import inklab.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A training that trains nothing: it shows what a test puts into it, and remembers what was started. */
public final class SomeTraining implements Training {
    private final ReadOnlyObjectWrapper<Live> live;
    private final List<Recipe> started;

    public SomeTraining(ReadOnlyObjectWrapper<Live> live, List<Recipe> started) {
        this.live = live;
        this.started = started;
    }

    @Override
    public ReadOnlyObjectProperty<Live> liveProperty() {
        return live.getReadOnlyProperty();
    }

    @Override
    public void start(Recipe recipe) {
        started.add(recipe);
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public Optional<Path> running() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
