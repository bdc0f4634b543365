package inklab.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which workspace is in view. For the FX thread; it has no nodes. */
public final class Navigation {
    private final ReadOnlyObjectWrapper<Place> place;

    public Navigation(Place first) {
        place = new ReadOnlyObjectWrapper<>(this, "place", first);
    }

    public void go(Place next) {
        place.set(next);
    }

    public Place place() {
        return place.get();
    }

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }
}
