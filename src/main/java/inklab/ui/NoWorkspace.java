package inklab.ui;

import inklab.ui.widget.EmptyState;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Stands in for a workspace that this window was not given. */
final class NoWorkspace implements Workspace {
    private final Place place;
    private final Node content;

    NoWorkspace(Place place, Texts texts) {
        this.place = place;
        content = new EmptyState(place.icon(), texts.get(place.nameKey()), texts.get("place.none"), null);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public ObservableValue<String> state() {
        return new SimpleStringProperty("");
    }

    @Override
    public List<Node> actions() {
        return List.of();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> panel() {
        return Optional.empty();
    }
}
