package inklab.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Duration;

/** How the window is to look, as the user chose it; it has no nodes. */
public final class Look {
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty projector = new SimpleBooleanProperty(this, "projector");
    private final BooleanProperty reduceMotion = new SimpleBooleanProperty(this, "reduceMotion");
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme", Theme.LIGHT);

    public Look() {
        theme.bind(Bindings.createObjectBinding(
                () -> projector.get() ? Theme.PROJECTOR : dark.get() ? Theme.DARK : Theme.LIGHT, projector, dark));
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    public BooleanProperty projectorProperty() {
        return projector;
    }

    public BooleanProperty reduceMotionProperty() {
        return reduceMotion;
    }

    /** From light to dark and back; projector mode, which is light alone, ends. */
    public void changeTheme() {
        dark.set(!dark.get());
        projector.set(false);
    }

    /** Into projector mode and out of it. */
    public void changeProjector() {
        projector.set(!projector.get());
    }

    /** What follows from them: projector mode has one theme, which is light. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public Theme theme() {
        return theme.get();
    }

    /** How long a motion that is meant to take so long does take: no time at all with motion reduced. */
    public Duration motion(double millis) {
        return Duration.millis(reduceMotion.get() ? 0 : millis);
    }
}
