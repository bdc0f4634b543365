package inklab.ui;

import inklab.engine.Device;
import inklab.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What all workspaces share: the current recipe with every earlier one, the run that is looked at, and the device. A workspace changes the
 * recipe by replacing it; undo and redo then work across workspaces, without limit. For the FX thread; it has no nodes.
 */
public final class Selection {
    /** A recipe's life outside the window: where it was read from or written to, and how it stands there. */
    private static final class Paper {
        private Recipe saved;
        private Path file;

        private Paper(Recipe saved, Path file) {
            this.saved = saved;
            this.file = file;
        }
    }

    private record Page(Recipe recipe, Paper paper) {}

    private final Deque<Page> past = new ArrayDeque<>();
    private final Deque<Page> future = new ArrayDeque<>();
    private Page page;
    private Object gesture;

    private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>(this, "recipe");
    private final ReadOnlyObjectWrapper<Optional<Path>> file =
            new ReadOnlyObjectWrapper<>(this, "file", Optional.empty());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private final ObjectProperty<Path> run = new SimpleObjectProperty<>(this, "run");
    private final ObjectProperty<Device> device = new SimpleObjectProperty<>(this, "device");
    private final ReadOnlyObjectWrapper<Device> nextDevice = new ReadOnlyObjectWrapper<>(this, "nextDevice");

    private final ObservableList<Device> devices = FXCollections.observableArrayList();
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final IntegerProperty threads = new SimpleIntegerProperty(this, "threads", cores);
    private String wanted = "";

    /** Starts on this recipe, as if it had just been saved. */
    public Selection(Recipe first) {
        turnTo(new Page(Objects.requireNonNull(first), new Paper(first, null)));
    }

    /** The current recipe; never null. */
    public ReadOnlyObjectProperty<Recipe> recipeProperty() {
        return recipe.getReadOnlyProperty();
    }

    public Recipe recipe() {
        return recipe.get();
    }

    /** Replaces the recipe: one step to undo. An equal recipe changes nothing. */
    public void edit(Recipe next) {
        edit(next, null);
    }

    /**
     * Replaces the recipe as part of a gesture, such as one drag of one slider: consecutive edits with the same gesture are one step to
     * undo.
     *
     * @param gesture compared by identity; a new object for each gesture
     */
    public void edit(Recipe next, Object gesture) {
        if (next.equals(page.recipe())) return;
        boolean goesOn = gesture != null && gesture == this.gesture;
        if (!goesOn) past.push(page);
        future.clear();
        this.gesture = gesture;
        turnTo(new Page(next, page.paper()));
    }

    /** Opens another recipe, as saved; undo leads back to the one before. */
    public void open(Recipe opened, Optional<Path> from) {
        past.push(page);
        future.clear();
        gesture = null;
        turnTo(new Page(opened, new Paper(opened, from.orElse(null))));
    }

    /** The current recipe now stands in this file. */
    public void saved(Path to) {
        gesture = null;
        page.paper().saved = page.recipe();
        page.paper().file = to;
        turnTo(page);
    }

    /** The recipe before the last step; nothing when there is none. */
    public void undo() {
        if (past.isEmpty()) return;
        gesture = null;
        future.push(page);
        turnTo(past.pop());
    }

    /** The recipe that was undone last; nothing when there is none. */
    public void redo() {
        if (future.isEmpty()) return;
        gesture = null;
        past.push(page);
        turnTo(future.pop());
    }

    /** The file that the current recipe was read from or last written to. */
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether the current recipe differs from its saved self. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** The current recipe as it was last saved or opened. */
    public Recipe savedRecipe() {
        return page.paper().saved;
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** The run folder that Inspect, Draw and Runs look at; null while there is none. */
    public ObjectProperty<Path> runProperty() {
        return run;
    }

    /** What trains; null until the engines have been asked. */
    public ObjectProperty<Device> deviceProperty() {
        return device;
    }

    /** What the engine could compute on, usable or not; empty until it has been asked. */
    public ObservableList<Device> devices() {
        return FXCollections.unmodifiableObservableList(devices);
    }

    /** The engine has been asked: the device that was chosen before is chosen again where it can be, else the first that can. */
    public void found(List<Device> all) {
        devices.setAll(all);
        List<Device> usable =
                all.stream().filter(one -> one.usable() && !one.needsRestart()).toList();
        usable.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .or(() -> usable.stream().findFirst())
                .ifPresent(device::set);
    }

    /**
     * What was chosen at an earlier start.
     *
     * @param id of the device; empty for none
     * @param count of threads; 0 for all cores
     */
    public void remembered(String id, int count) {
        wanted = id;
        if (count > 0) threads.set(Math.min(count, cores));
    }

    /** Chooses what trains: now, or, where the engine asks for that, from the next start on. */
    public void choose(Device chosen) {
        nextDevice.set(chosen.needsRestart() ? chosen : null);
        if (!chosen.needsRestart()) device.set(chosen);
    }

    /** What was chosen for the next start; null where that is what trains now. */
    public ReadOnlyObjectProperty<Device> nextDeviceProperty() {
        return nextDevice.getReadOnlyProperty();
    }

    /** The id of the device to begin with at the next start. */
    public String nextDeviceId() {
        return nextDevice.get() == null ? deviceId() : nextDevice.get().id();
    }

    /** The id of the chosen device: while the engine has not been asked, that of an earlier start. */
    public String deviceId() {
        return device.get() == null ? wanted : device.get().id();
    }

    /** On how many threads the processor trains. */
    public IntegerProperty threadsProperty() {
        return threads;
    }

    public int threads() {
        return threads.get();
    }

    /** How many threads the processor can run at once. */
    public int cores() {
        return cores;
    }

    private void turnTo(Page next) {
        page = next;
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
        file.set(Optional.ofNullable(next.paper().file));
        changed.set(!next.recipe().equals(next.paper().saved));
        recipe.set(next.recipe());
    }
}
