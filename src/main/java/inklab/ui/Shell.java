package inklab.ui;

import inklab.ui.widget.LiveScrollPane;
import inklab.ui.widget.ScrollRoom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.FadeTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The window's frame, and the workspaces in it. A workspace is made when it is first shown. It knows them only as {@link Workspace}.
 */
public final class Shell extends StackPane {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final PseudoClass PROJECTOR = PseudoClass.getPseudoClass("projector");

    /** Below this width the panel is 280 instead of 320. */
    private static final double COMPACT_BELOW = 1360;

    /** Below this height the rail's items stand closer. */
    private static final double LOW_BELOW = 690;

    private static final double LOW_PROJECTOR_BELOW = 830;

    private final Map<Place, Supplier<Workspace>> makers;
    private final Map<Place, Page> pages = new EnumMap<>(Place.class);
    private final ShellParts parts;
    private final BorderPane frame = new BorderPane();
    private final StackPane host = new StackPane();
    private final ScrollPane panel = new LiveScrollPane();
    private final Overlay overlay = new Overlay();
    private final RecipeMenu recipeMenu;
    private Page current;
    private boolean panelCalled;

    /**
     * @param makers how to make each workspace, when it is first shown
     */
    public Shell(ShellParts parts, Map<Place, Supplier<Workspace>> makers) {
        this.parts = parts;
        this.makers = Map.copyOf(makers);
        getStyleClass().add("shell");
        if (parts.texts().isChinese()) getStyleClass().add("chinese");

        recipeMenu = new RecipeMenu(parts.selection(), parts.recipes(), parts.texts());
        TrainButton train = new TrainButton(parts.training(), parts.selection(), parts.texts());
        NotationBar notation =
                new NotationBar(new NotationModel(parts.selection()), parts.notices(), parts.look(), parts.texts());
        TopBar top = new TopBar(
                recipeMenu,
                notation,
                new DeviceChip(parts.selection(), parts.look(), parts.notices(), parts.texts()),
                train);
        Rail rail = new Rail(parts.navigation(), parts.look(), this::help, parts.texts());

        panel.getStyleClass().addAll("side-panel", "panel-scroll");
        panel.setFitToWidth(true);
        panel.setFitToHeight(true);
        panel.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        ScrollRoom.watch(panel);
        host.getStyleClass().add("host");
        BorderPane body = new BorderPane(host);
        body.setTop(top);
        body.setRight(panel);
        frame.setLeft(rail);
        frame.setCenter(body);
        NoticesView notices = new NoticesView(parts.notices(), parts.texts());
        StackPane.setAlignment(notices, Pos.BOTTOM_LEFT);
        StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
        getChildren().addAll(frame, notices, overlay);

        new ShellKeys(this, parts).install();
        parts.navigation().placeProperty().addListener((o, was, now) -> show(now));
        parts.look().projectorProperty().addListener((o, was, now) -> project());
        parts.look().reduceMotionProperty().addListener((o, was, now) -> still());
        still();
        widthProperty().addListener(o -> measure());
        heightProperty().addListener(o -> measure());
        show(parts.navigation().place());
    }

    /** The workspace in view. */
    public Workspace shown() {
        return current.workspace();
    }

    /** Where cards are shown over the window: questions, and longer texts. */
    public Overlay overlay() {
        return overlay;
    }

    RecipeMenu recipeMenu() {
        return recipeMenu;
    }

    /** The shortcuts overview; once more closes it. */
    void help() {
        if (overlay.isOpen()) {
            overlay.close();
            return;
        }
        List<HelpCard.Group> groups = new ArrayList<>(ShellKeys.groups(this, parts));
        groups.add(new HelpCard.Group(parts.texts().get(shown().place().nameKey()), shown().shortcuts()));
        overlay.open(new HelpCard(groups, parts.look(), parts.language(), overlay::close, parts.texts()));
    }

    /** In projector mode: brings the panel back over the content, or puts it away. */
    void callPanel() {
        panelCalled = !panelCalled;
        placePanel();
    }

    /** Files dropped on the window go to the workspace that takes them, the one in view first; returns those that nobody takes. */
    List<Path> open(List<Path> files) {
        List<Path> left = new ArrayList<>();
        for (Path file : files) {
            Optional<Place> taker = taker(file);
            if (taker.isEmpty()) left.add(file);
            else {
                parts.navigation().go(taker.get());
                current.workspace().open(file);
            }
        }
        return left;
    }

    private Optional<Place> taker(Path file) {
        if (shown().accepts(file)) return Optional.of(shown().place());
        for (Place place : makers.keySet()) if (page(place).workspace().accepts(file)) return Optional.of(place);
        return Optional.empty();
    }

    /** The window closes: every workspace that was made is closed. */
    public void close() {
        RuntimeException first = null;
        for (Page page : pages.values())
            try {
                page.workspace().close();
            } catch (RuntimeException fault) {
                // The others keep what is theirs all the same.
                if (first == null) first = fault;
            }
        if (first != null) throw first;
    }

    private Page page(Place place) {
        return pages.computeIfAbsent(place, p -> {
            Supplier<Workspace> maker = makers.get(p);
            Workspace workspace = maker == null ? new NoWorkspace(p, parts.texts()) : maker.get();
            for (String sheet : workspace.styleSheets())
                getStylesheets().add(parts.typeface().set(sheet));
            Page page = new Page(workspace, parts.texts());
            page.project(parts.look().projectorProperty().get());
            return page;
        });
    }

    private void show(Place place) {
        Page next = page(place);
        if (next == current) return;
        if (current != null) current.workspace().hidden();
        current = next;
        panelCalled = false;
        host.getChildren().setAll(next);
        placePanel();
        next.workspace().shown();
        fadeIn(next);
    }

    private void project() {
        boolean projector = parts.look().projectorProperty().get();
        pages.values().forEach(page -> page.project(projector));
        placePanel();
        measure();
    }

    /** Widgets hear of reduced motion from the style sheet, by this class. */
    private void still() {
        getStyleClass().remove("reduce-motion");
        if (parts.look().reduceMotionProperty().get()) getStyleClass().add("reduce-motion");
    }

    private void placePanel() {
        boolean projector = parts.look().projectorProperty().get();
        pseudoClassStateChanged(PROJECTOR, projector);
        Optional<Node> content = current.workspace().panel();
        panel.setContent(content.map(Shell::inPanel).orElse(null));
        BorderPane body = (BorderPane) frame.getCenter();
        body.setRight(null);
        host.getChildren().remove(panel);
        if (content.isEmpty()) return;
        if (!projector) body.setRight(panel);
        else if (panelCalled) host.getChildren().add(panel);
    }

    private static Node inPanel(Node content) {
        if (content.getParent() instanceof StackPane pane
                && pane.getStyleClass().contains("panel-content")) return pane;
        StackPane pane = new StackPane(content);
        pane.getStyleClass().add("panel-content");
        pane.setAlignment(Pos.TOP_LEFT);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        return pane;
    }

    private void measure() {
        boolean projector = parts.look().projectorProperty().get();
        pseudoClassStateChanged(COMPACT, getWidth() < COMPACT_BELOW);
        pseudoClassStateChanged(LOW, getHeight() < (projector ? LOW_PROJECTOR_BELOW : LOW_BELOW));
    }

    private void fadeIn(Node page) {
        FadeTransition fade = new FadeTransition(parts.look().motion(120), page);
        if (fade.getDuration().toMillis() == 0 || getScene() == null) {
            page.setOpacity(1);
            return;
        }
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
    }
}
