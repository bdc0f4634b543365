package inklab.ui.distort;

import inklab.data.Catalogue;
import inklab.data.ImageSource;
import inklab.engine.Engine;
import inklab.evaluate.Models;
import inklab.train.Runs;
import inklab.ui.Place;
import inklab.ui.ShellParts;
import inklab.ui.Shortcut;
import inklab.ui.Texts;
import inklab.ui.Workspace;
import inklab.ui.widget.Segments;
import inklab.ui.work.Jobs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Distortion, tuned by eye. */
public final class DistortWorkspace implements Workspace {
    private final Texts texts;
    private final Jobs quick;
    private final Jobs slow;
    private final DistortViewModel model;
    private final DistortView view;
    private final KnobPanel panel;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state");
    private final List<Node> actions;
    private final Label foot = new Label();
    private final EventHandler<KeyEvent> held = this::held;
    private boolean spaceHeld;
    private Scene listened;

    /**
     * @param engine opens nets of finished runs; may take a moment
     * @param quick for the wall, one thread; closed with the workspace
     * @param slow for all else, two threads; closed with the workspace
     */
    public DistortWorkspace(
            ShellParts parts,
            Catalogue catalogue,
            ImageSource ink,
            Runs runs,
            Supplier<Engine> engine,
            Jobs quick,
            Jobs slow) {
        this(
                parts,
                new CatalogueSamples(catalogue, ink),
                new RunReaders(runs, new Models(runs.root()), engine),
                quick,
                slow);
    }

    DistortWorkspace(ShellParts parts, Samples samples, Readers readers, Jobs quick, Jobs slow) {
        texts = new Texts(DistortWorkspace.class, parts.language().now());
        this.quick = quick;
        this.slow = slow;
        model = new DistortViewModel(parts.selection(), samples, readers, quick, slow);
        view = new DistortView(model, texts);
        panel = new KnobPanel(model, texts);
        actions = List.of(toggle(), seed(), reshuffle());
        foot.getStyleClass().add("type-foot");
        model.loadingProperty().addListener(o -> say());
        model.originalProperty().addListener(o -> say());
        model.wordsProperty().addListener(o -> say());
        parts.look().projectorProperty().addListener((o, was, now) -> view.project(now));
        view.project(parts.look().projectorProperty().get());
        view.sceneProperty().addListener((o, was, now) -> {
            listen(now);
            if (now != null) view.focusWall();
        });
        say();
    }

    DistortViewModel model() {
        return model;
    }

    private void say() {
        state.set(texts.get(
                model.loadingProperty().get()
                        ? "state.loading"
                        : model.originalProperty().get() ? "state.original" : "state"));
        Words words = model.wordsProperty().get();
        foot.getStyleClass().removeAll("tone-danger", "tone-good");
        foot.getStyleClass().add(words != null && words.flips() > 0 ? "tone-danger" : "tone-good");
        foot.setText(
                words == null
                        ? ""
                        : texts.get("foot", words.flips(), words.labels().size()));
    }

    private Segments toggle() {
        Segments toggle = new Segments(List.of(texts.get("original"), texts.get("distorted")));
        toggle.setId("distort-toggle");
        toggle.selectedProperty().set(model.originalProperty().get() ? 0 : 1);
        toggle.selectedProperty()
                .addListener((o, was, now) -> model.originalProperty().set(now.intValue() == 0));
        model.originalProperty()
                .addListener((o, was, now) -> toggle.selectedProperty().set(now ? 0 : 1));
        return toggle;
    }

    private ToggleButton seed() {
        FontIcon icon = new FontIcon(Feather.LOCK);
        ToggleButton seed = new ToggleButton("", icon);
        seed.setId("distort-seed");
        seed.setMinWidth(Button.USE_PREF_SIZE);
        seed.setTooltip(new Tooltip(texts.get("seed.help")));
        seed.setSelected(model.frozenProperty().get());
        seed.selectedProperty().bindBidirectional(model.frozenProperty());
        Runnable show = () -> {
            boolean frozen = model.frozenProperty().get();
            icon.setIconCode(frozen ? Feather.LOCK : Feather.UNLOCK);
            seed.setText(texts.get(
                    frozen ? "seed" : "seed.free", model.seedProperty().get()));
        };
        model.frozenProperty().addListener(o -> show.run());
        model.seedProperty().addListener(o -> show.run());
        show.run();
        return seed;
    }

    private Button reshuffle() {
        Button reshuffle = new Button(texts.get("reshuffle"), new FontIcon(Feather.SHUFFLE));
        reshuffle.setId("distort-reshuffle");
        reshuffle.setMinWidth(Button.USE_PREF_SIZE);
        reshuffle.setTooltip(new Tooltip(texts.get("reshuffle.help")));
        reshuffle.setOnAction(e -> model.reshuffle());
        return reshuffle;
    }

    /** Space, held anywhere but on a button or in a field, shows the originals. */
    private void held(KeyEvent e) {
        if (e.getCode() != KeyCode.SPACE) return;
        boolean pressed = e.getEventType() == KeyEvent.KEY_PRESSED;
        boolean taken = e.getTarget() instanceof TextInputControl || e.getTarget() instanceof ButtonBase;
        if (pressed && taken) return;
        if (!pressed && !spaceHeld) return;
        spaceHeld = pressed;
        model.originalProperty().set(pressed);
        e.consume();
    }

    @Override
    public Place place() {
        return Place.DISTORT;
    }

    @Override
    public ObservableValue<String> state() {
        return state.getReadOnlyProperty();
    }

    @Override
    public List<Node> actions() {
        return actions;
    }

    @Override
    public Node content() {
        return view;
    }

    @Override
    public Optional<Node> panel() {
        return Optional.of(panel);
    }

    @Override
    public Optional<Node> projectorFoot() {
        return Optional.of(foot);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(
                        new KeyCodeCombination(KeyCode.SPACE),
                        texts.get("keys.originals"),
                        () -> model.originalProperty().set(true)),
                new Shortcut(new KeyCodeCombination(KeyCode.R), texts.get("keys.reshuffle"), model::reshuffle),
                new Shortcut(
                        new KeyCodeCombination(KeyCode.F),
                        texts.get("keys.freeze"),
                        () -> model.frozenProperty().set(!model.frozenProperty().get())),
                new Shortcut(new KeyCodeCombination(KeyCode.P), texts.get("keys.adopt"), model::adopt));
    }

    @Override
    public List<String> styleSheets() {
        return List.of(Objects.requireNonNull(DistortWorkspace.class.getResource("distort.css"))
                .toExternalForm());
    }

    @Override
    public void shown() {
        model.show();
        view.focusWall();
    }

    private void listen(Scene scene) {
        if (listened != null) {
            listened.removeEventFilter(KeyEvent.KEY_PRESSED, held);
            listened.removeEventFilter(KeyEvent.KEY_RELEASED, held);
        }
        listened = scene;
        if (scene == null) return;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, held);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, held);
    }

    @Override
    public void hidden() {
        model.hide();
    }

    @Override
    public void close() {
        listen(null);
        model.close();
        quick.close();
        slow.close();
    }
}
