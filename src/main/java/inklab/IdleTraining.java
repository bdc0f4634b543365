package inklab;

import inklab.recipe.Recipe;
import inklab.ui.Live;
import inklab.ui.Training;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Trains nothing. */
final class IdleTraining implements Training {
    private final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>(this, "live");

    @Override
    public ReadOnlyObjectProperty<Live> liveProperty() {
        return live.getReadOnlyProperty();
    }

    @Override
    public void start(Recipe recipe) {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void close() {}
}
