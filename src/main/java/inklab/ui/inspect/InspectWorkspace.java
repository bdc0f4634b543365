package inklab.ui.inspect;

import inklab.engine.Engine;
import inklab.recipe.Recipe;
import inklab.train.Runs;
import inklab.train.TrainingImages;
import inklab.ui.Figures;
import inklab.ui.Live;
import inklab.ui.Notice;
import inklab.ui.Place;
import inklab.ui.ShellParts;
import inklab.ui.Shortcut;
import inklab.ui.Texts;
import inklab.ui.Workspace;
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Looks into a trained net, epoch by epoch. */
public final class InspectWorkspace implements Workspace {
    /** The recipe for whoever has no net yet. */
    private static final String FIRST = "quick-ink";

    private final ShellParts parts;
    private final Texts texts;
    private final Jobs jobs;
    private final InspectViewModel model;
    private final InspectView view;
    private final UnitPanel panel;
    private final List<Node> actions;
    /** Below this width, px, the buttons leave the foot room for few words. */
    private static final double SHORT = 1200;

    private final Label foot = new Label();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state");
    private final ChangeListener<Live> learning = (o, was, now) -> learnt(was, now);

    /**
     * @param images the test images of a recipe
     * @param engine asked off the FX thread; the first answer may take seconds
     * @param jobs at least three threads; closed with the workspace
     * @param cores how many of them a net may use to read all images
     */
    public InspectWorkspace(
            ShellParts parts,
            Runs runs,
            TrainingImages images,
            Supplier<? extends Engine> engine,
            Jobs jobs,
            int cores) {
        this.parts = parts;
        this.jobs = jobs;
        texts = new Texts(InspectWorkspace.class, parts.language().now());
        model = new InspectViewModel(new RunShelf(runs), images, engine, parts.selection(), jobs, cores);
        Classes classes = new Classes(model);
        view = new InspectView(model, classes, this::train, texts);
        panel = new UnitPanel(model, classes, texts);
        ImageMenu image = new ImageMenu(model, this::unreadable, texts);
        Button draw = draw();
        for (Node only : List.of(image, draw)) {
            only.visibleProperty().bind(model.subjectProperty().isNotNull());
            only.managedProperty().bind(only.visibleProperty());
        }
        actions = List.of(new RunMenu(model, texts), image, draw);
        foot.getStyleClass().add("type-foot");
        model.lookProperty().addListener(o -> say());
        model.subjectProperty().addListener(o -> say());
        view.widthProperty().addListener(o -> say());
        model.standProperty().addListener(o -> say());
        parts.look().projectorProperty().addListener((o, was, now) -> view.project(now));
        view.project(parts.look().projectorProperty().get());
        say();
    }

    InspectViewModel model() {
        return model;
    }

    InspectView view() {
        return view;
    }

    private Button draw() {
        Button draw = new Button(texts.get("draw"), new FontIcon(Feather.EDIT_2));
        draw.setId("inspect-draw");
        draw.setMinWidth(Button.USE_PREF_SIZE);
        draw.setTooltip(new Tooltip(texts.get("draw.help")));
        draw.setOnAction(e -> togglePad());
        return draw;
    }

    private void togglePad() {
        if (model.subjectProperty().get() != null) view.pad().show(!view.pad().isOpen());
    }

    private void say() {
        Subject subject = model.subjectProperty().get();
        state.set(
                subject == null
                        ? ""
                        : subject.training()
                                ? texts.get("state.training", subject.choice().name())
                                : texts.get(view.getWidth() < 900 ? "state.short" : "state"));
        Look look = model.lookProperty().get();
        foot.setText("");
        if (look == null || model.exhibitProperty().get() == null) return;
        Classes classes = new Classes(model);
        List<String> names = classes.names(look.probabilities().length);
        String sure = Figures.percent(look.probabilities()[look.answer()], 0);
        int label = look.exhibit().label();
        foot.setText(
                label < 0 || label == look.answer()
                        ? texts.get("foot.right", names.get(look.answer()), sure)
                        : texts.get(
                                view.getWidth() < SHORT ? "foot.wrong.short" : "foot.wrong",
                                names.get(label),
                                names.get(look.answer()),
                                sure));
    }

    private void unreadable(String sentence) {
        parts.notices().add(Notice.warning(sentence, ""));
    }

    private void train() {
        Recipe recipe = parts.recipes().presets().stream()
                .filter(preset -> preset.name().equals(FIRST))
                .findFirst()
                .orElseGet(parts.selection()::recipe);
        parts.training().start(recipe);
    }

    /** An epoch has ended, or a training: there may be more to look at. */
    private void learnt(Live was, Live now) {
        boolean same = was != null && now != null && was.run().equals(now.run()) && was.epoch() == now.epoch();
        if (!same) model.look();
    }

    @Override
    public Place place() {
        return Place.INSPECT;
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
                new Shortcut(new KeyCodeCombination(KeyCode.COMMA), texts.get("keys.back"), () -> model.step(-1)),
                new Shortcut(new KeyCodeCombination(KeyCode.PERIOD), texts.get("keys.on"), () -> model.step(1)),
                new Shortcut(new KeyCodeCombination(KeyCode.N), texts.get("keys.next"), () -> model.chooseMisread(1)),
                new Shortcut(
                        new KeyCodeCombination(KeyCode.N, KeyCombination.SHIFT_DOWN),
                        texts.get("keys.previous"),
                        () -> model.chooseMisread(-1)),
                new Shortcut(new KeyCodeCombination(KeyCode.D), texts.get("keys.draw"), this::togglePad),
                new Shortcut(
                        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        texts.get("keys.csv"),
                        view.confusion()::copyTable));
    }

    @Override
    public List<String> styleSheets() {
        return List.of(Objects.requireNonNull(InspectWorkspace.class.getResource("inspect.css"))
                .toExternalForm());
    }

    @Override
    public boolean accepts(Path file) {
        return OwnImages.isPicture(file);
    }

    @Override
    public void open(Path file) {
        model.open(file, this::unreadable);
    }

    @Override
    public void shown() {
        parts.training().liveProperty().addListener(learning);
        model.look();
    }

    @Override
    public void hidden() {
        parts.training().liveProperty().removeListener(learning);
        view.scrubber().scrubber().pause();
    }

    @Override
    public void close() {
        hidden();
        model.close();
        jobs.close();
        model.release();
    }
}
