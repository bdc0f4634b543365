package inklab.ui.data;

import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The data sets side by side, sharing the width; when they are many, the shelf scrolls. Left and right move along it. */
final class ShelfView extends ScrollPane {
    private static final double LEAST = 148;

    private final DataViewModel model;
    private final FolderQuestion question;
    private final Texts texts;
    private final HBox row = new HBox(16);

    ShelfView(DataViewModel model, FolderQuestion question, Texts texts) {
        this.model = model;
        this.question = question;
        this.texts = texts;
        setId("data-shelf");
        getStyleClass().add("data-shelf");
        setAccessibleText(texts.get("shelf"));
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setContent(row);
        setFocusTraversable(false);
        setMinHeight(USE_PREF_SIZE);
        row.getStyleClass().add("data-shelf-row");
        model.shelf().cards().addListener((ListChangeListener<ShelfCard>) c -> fill());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        fill();
    }

    /** The card of a data set, where keys go first. */
    void focus(String id) {
        for (Node node : row.getChildren())
            if (node instanceof ShelfCardView view && view.card().id().equals(id)) view.requestFocus();
    }

    private void fill() {
        List<Node> next = new ArrayList<>();
        for (ShelfCard card : model.shelf().cards()) next.add(view(card));
        next.add(view(model.shelf().slot()));
        row.getChildren().setAll(next);
    }

    private ShelfCardView view(ShelfCard card) {
        for (Node node : row.getChildren())
            if (node instanceof ShelfCardView known && known.card() == card) return known;
        ShelfCardView made = new ShelfCardView(model, card, question, texts);
        made.setMinWidth(LEAST);
        made.setPrefWidth(LEAST);
        made.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(made, Priority.ALWAYS);
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
        if (at.getMinX() - 4 < from) setHvalue((at.getMinX() - 4) / hidden);
        else if (at.getMaxX() + 4 > to)
            setHvalue((at.getMaxX() + 4 - getViewportBounds().getWidth()) / hidden);
    }
}
