package inklab.ui.draw;

import inklab.engine.Engine;
import inklab.recipe.Recipe;
import inklab.ui.Live;
import inklab.ui.Notice;
import inklab.ui.Place;
import inklab.ui.ShellParts;
import inklab.ui.Shortcut;
import inklab.ui.Texts;
import inklab.ui.Workspace;
import inklab.ui.widget.DrawingPad;
import inklab.ui.widget.LabeledSlider;
import inklab.ui.work.FxThread;
import inklab.ui.work.Jobs;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A pad to draw on, and the nets' answer while one draws. */
public final class DrawWorkspace implements Workspace {
    /** The recipe for whoever has no net yet. */
    private static final String FIRST = "quick-ink";

    private static final String KEPT = ".strokes.jsonl";

    private final ShellParts parts;
    private final Texts texts;
    private final DrawViewModel model;
    private final Jobs jobs;
    private final ExecutorService padThread;
    private final DrawView view;
    private final VBox panel;
    private final List<Node> actions;
    private final Node foot;
    private final SimpleStringProperty state = new SimpleStringProperty();
    private final ChangeListener<Live> learning = (o, was, now) -> learnt(was, now);

    /**
     * @param engine makes the pad's own networks; asked off the FX thread, may take its time
     * @param kept the {@code *.strokes.jsonl} file that drawings are kept in; need not exist
     * @param lost told of faults that nothing else catches, on any thread
     */
    public DrawWorkspace(
            ShellParts parts, NetShelf shelf, Supplier<Engine> engine, Path kept, Consumer<Throwable> lost) {
        this.parts = parts;
        texts = new Texts(DrawWorkspace.class, parts.language().now());
        FxThread fx = new FxThread();
        jobs = Jobs.threads("inklab-draw", 1, fx, lost);
        padThread = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "inklab-pad");
            thread.setDaemon(true);
            return thread;
        });
        model = new DrawViewModel(shelf, engine, parts.selection(), jobs, padThread, fx, kept, this::keptTrouble, lost);
        AnswerView answer = new AnswerView(model, parts.training().liveProperty(), this::train, texts);
        view = new DrawView(model, answer, new StepsView(model, texts), texts);
        VotesPanel votes = new VotesPanel(model, texts);
        KeptPanel keptPanel = new KeptPanel(model, view.pad(), parts.notices(), texts);
        panel = new VBox(votes, keptPanel);
        panel.getStyleClass().add("draw-panel");
        VBox.setVgrow(keptPanel, javafx.scene.layout.Priority.ALWAYS);
        votes.setOnContextMenuRequested(e -> {
            var copy = new javafx.scene.control.MenuItem(texts.get("copy.table"));
            copy.setOnAction(a -> votes.copyTable());
            new javafx.scene.control.ContextMenu(copy).show(votes, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        state.set(texts.get("state"));
        DrawingPad pad = view.pad();
        Node pen = pen(pad);
        actions = List.of(
                pen,
                button("draw-undo", Feather.CORNER_UP_LEFT, "action.undo", pad::undo, pad.undoableProperty()),
                redo(pad),
                button(
                        "draw-clear",
                        Feather.TRASH_2,
                        "action.clear",
                        pad::clear,
                        pad.blankProperty().not()));
        foot = StepsView.foot(model, texts);
        parts.look().projectorProperty().addListener((o, was, now) -> project(now, pen));
        project(parts.look().projectorProperty().get(), pen);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        panel.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        model.begin();
    }

    DrawViewModel model() {
        return model;
    }

    DrawingPad pad() {
        return view.pad();
    }

    private void project(boolean on, Node pen) {
        view.project(on);
        pen.setVisible(!on);
        pen.setManaged(!on);
    }

    private Node pen(DrawingPad pad) {
        LabeledSlider slider = new LabeledSlider(texts.get("pen.name"), 6, 40, 1);
        slider.setId("draw-pen");
        slider.setBare(true);
        slider.setHint(texts.get("pen.help"));
        slider.setValue(pad.penWidthProperty().get());
        pad.penWidthProperty().bind(slider.valueProperty());
        Tooltip.install(slider, new Tooltip(texts.get("pen.help")));
        HBox pen = new HBox(10, new FontIcon(Feather.EDIT_2), slider);
        pen.setAlignment(Pos.CENTER);
        pen.setPadding(new Insets(0, 8, 0, 0));
        return pen;
    }

    private Button button(String id, Feather icon, String key, Runnable run, ObservableBooleanValue possible) {
        Button button = new Button(texts.get(key), new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(texts.get(key + ".help")));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> run.run());
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(possible));
        return button;
    }

    /** Only there when there is something to do again. */
    private Button redo(DrawingPad pad) {
        Button redo = button("draw-redo", Feather.CORNER_UP_RIGHT, "action.redo", pad::redo, pad.redoableProperty());
        redo.visibleProperty().bind(pad.redoableProperty());
        redo.managedProperty().bind(pad.redoableProperty());
        return redo;
    }

    private void train() {
        Recipe recipe = parts.recipes().presets().stream()
                .filter(preset -> preset.name().equals(FIRST))
                .findFirst()
                .orElseGet(parts.selection()::recipe);
        parts.training().start(recipe);
    }

    /** An epoch has ended, or a training: there may be a net to ask, or a better one. */
    private void learnt(Live was, Live now) {
        boolean same = was != null && now != null && was.run().equals(now.run()) && was.epoch() == now.epoch();
        if (!same) model.look();
    }

    private void keptTrouble(String what) {
        parts.notices().add(Notice.warning(what, texts.get("kept.kept.how")));
    }

    private void typed(KeyEvent e) {
        String typed = e.getCharacter();
        if (e.getTarget() instanceof TextInputControl || e.isShortcutDown()) return;
        if (typed.length() != 1 || typed.charAt(0) < '0' || typed.charAt(0) > '9') return;
        if (!view.pad().isBlank()) model.call(typed.charAt(0) - '0');
        e.consume();
    }

    @Override
    public Place place() {
        return Place.DRAW;
    }

    @Override
    public ObservableValue<String> state() {
        return state;
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
                        new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
                        texts.get("keys.keep"),
                        model::keep),
                new Shortcut(
                        new KeyCodeCombination(KeyCode.M),
                        texts.get("keys.centring"),
                        () -> model.centringProperty()
                                .set(!model.centringProperty().get())));
    }

    @Override
    public List<String> styleSheets() {
        return List.of(Objects.requireNonNull(DrawWorkspace.class.getResource("draw.css"))
                .toExternalForm());
    }

    @Override
    public boolean accepts(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(KEPT);
    }

    @Override
    public void open(Path file) {
        model.kept().open(file);
    }

    @Override
    public void shown() {
        parts.training().liveProperty().addListener(learning);
        model.look();
        view.pad().requestFocus();
    }

    @Override
    public void hidden() {
        parts.training().liveProperty().removeListener(learning);
    }

    @Override
    public void close() {
        hidden();
        model.close();
        padThread.shutdown();
        jobs.close();
    }
}
