package inklab.ui.data;

import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The data sets side by side, sharing the width; when they are many, the shelf scrolls. Left and right move along it. */
final class ShelfView extends ScrollPane {
    private static final double LEAST = 148;
    private static final double GAP = 16;
    /** Rings stand so far outside the cards, px. */
    static final double RING = 4;

    private final DataViewModel model;
    private final FolderQuestion question;
    private final Texts texts;
    private boolean wanted;
    private final HBox row = new HBox(GAP);

    ShelfView(DataViewModel model, FolderQuestion question, Texts texts) {
        this.model = model;
        this.question = question;
        this.texts = texts;
        setId("data-shelf");
        getStyleClass().add("data-shelf");
        setAccessibleText(texts.get("shelf"));
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setContent(row);
        setFocusTraversable(false);
        setMinHeight(USE_PREF_SIZE);
        model.shelf().cards().addListener((ListChangeListener<ShelfCard>) c -> fill());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(ScrollEvent.SCROLL, e -> {
            double hidden = row.getWidth() - getViewportBounds().getWidth();
            if (hidden <= 0 || e.getDeltaX() != 0) return;
            setHvalue(Math.max(0, Math.min(1, getHvalue() - e.getDeltaY() / hidden)));
            e.consume();
        });
        widthProperty().addListener(o -> share());
        // Wider cards have higher pictures: the shelf grows with them.
        row.heightProperty().addListener(o -> requestLayout());
        model.datasetProperty().addListener(o -> revealChosen());
        fill();
    }

    /** Keys go to the card of the data set in use, as soon as it stands there. */
    void focusChosen() {
        wanted = true;
        for (Node node : row.getChildren()) {
            if (!(node instanceof ShelfCardView view)
                    || !view.card().id().equals(model.datasetProperty().get())) continue;
            view.requestFocus();
            wanted = false;
        }
    }

    private void fill() {
        List<Node> next = new ArrayList<>();
        for (ShelfCard card : model.shelf().cards()) next.add(view(card));
        next.add(view(model.shelf().slot()));
        row.getChildren().setAll(next);
        share();
        if (wanted) focusChosen();
    }

    /** The cards share the width; where that leaves them too narrow, the shelf scrolls and has room for its scroll bar. */
    private void share() {
        int cards = row.getChildren().size();
        double width = getWidth() - 2 * RING;
        double each = Math.floor((width - GAP * (cards - 1)) / cards);
        boolean scrolls = each < LEAST;
        setHbarPolicy(scrolls ? ScrollBarPolicy.ALWAYS : ScrollBarPolicy.NEVER);
        row.setPadding(new Insets(RING, RING, scrolls ? 3 * RING : RING, RING));
        double left = width - GAP * (cards - 1) - each * cards;
        for (Node node : row.getChildren()) {
            // What does not come out even goes to the first cards, a pixel each.
            double own = scrolls ? LEAST : each + (left-- >= 1 ? 1 : 0);
            ((Region) node).setMinWidth(own);
            ((Region) node).setPrefWidth(own);
            ((Region) node).setMaxWidth(own);
        }
        revealChosen();
    }

    private void revealChosen() {
        for (Node node : row.getChildren())
            if (node instanceof ShelfCardView view
                    && view.card().id().equals(model.datasetProperty().get())) reveal(view);
    }

    private ShelfCardView view(ShelfCard card) {
        for (Node node : row.getChildren())
            if (node instanceof ShelfCardView known && known.card() == card) return known;
        ShelfCardView made = new ShelfCardView(model, card, question, texts);
        made.focusedProperty().addListener((o, was, now) -> {
            if (now) reveal(made);
        });
        return made;
    }

    private void key(KeyEvent e) {
        if (!(e.getTarget() instanceof ShelfCardView from)) return;
        int step = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (step == 0) return;
        int to = row.getChildren().indexOf(from) + step;
        if (to >= 0 && to < row.getChildren().size()) row.getChildren().get(to).requestFocus();
        e.consume();
    }

    private void reveal(Node card) {
        double hidden = row.getWidth() - getViewportBounds().getWidth();
        if (hidden <= 0) return;
        Bounds at = card.getBoundsInParent();
        double from = getHvalue() * hidden;
        double to = from + getViewportBounds().getWidth();
        if (at.getMinX() - RING < from) setHvalue((at.getMinX() - RING) / hidden);
        else if (at.getMaxX() + RING > to)
            setHvalue((at.getMaxX() + RING - getViewportBounds().getWidth()) / hidden);
    }
}
