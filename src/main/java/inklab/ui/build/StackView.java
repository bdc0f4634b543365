package inklab.ui.build;

import inklab.ui.Texts;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.ProblemStrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cards, top to bottom as the data flows, with the slot of a layer in the hand between them. */
final class StackView extends VBox {
    private final BuildViewModel model;
    private final Trials trials;
    private final Texts texts;
    private final Runnable menu;
    private final List<LayerCardView> cards = new ArrayList<>();
    private final Hand hand;
    private boolean projector;
    private boolean dragging;

    /** @param menu opens the menu of what can be added */
    StackView(BuildViewModel model, Trials trials, Texts texts, Runnable menu) {
        this.model = model;
        this.trials = trials;
        this.texts = texts;
        this.menu = menu;
        hand = new Hand(model, this, texts);
        getStyleClass().add("layer-stack");
        setFillWidth(true);
        model.columnProperty().addListener(o -> show());
        model.placingProperty().addListener(o -> arrange());
        model.chosenProperty().addListener(o -> choose());
        trials.depthsProperty().addListener(o -> look());
        trials.specimenProperty().addListener(o -> look());
        trials.faultProperty().addListener(o -> look());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        show();
    }

    /** Arrow keys, before the scroll pane around takes them. */
    private void key(KeyEvent e) {
        if ((e.getCode() != KeyCode.UP && e.getCode() != KeyCode.DOWN) || e.isShortcutDown() || e.isShiftDown()) return;
        step(e.getCode() == KeyCode.UP ? -1 : 1, e.isAltDown());
        e.consume();
    }

    /** Moves the choice, or the layer in the hand, or the chosen layer itself; the focus goes along. */
    void step(int by, boolean layer) {
        if (model.placingProperty().get().isPresent()) {
            model.hover(model.placingProperty().get().get().at() + by);
            return;
        }
        if (layer) model.moveChosen(by);
        else model.chooseNext(by);
        card(model.chosen()).requestFocus();
    }

    void setProjector(boolean on) {
        projector = on;
        show();
    }

    /** Whether the layer in the hand is being dragged: its slot then needs no buttons to place it. */
    void setDragging(boolean on) {
        dragging = on;
    }

    /** What drags layers; the palette's buttons are to be served by it too. */
    Hand hand() {
        return hand;
    }

    /** How wide the cards are, px. */
    double cardWidth() {
        return getWidth() - getInsets().getLeft() - getInsets().getRight();
    }

    List<LayerCardView> cards() {
        return cards;
    }

    /** The card of a layer; −1 is the input's. */
    LayerCardView card(int layer) {
        return cards.get(layer + 1);
    }

    private void show() {
        Column column = model.column();
        while (cards.size() > column.cards().size()) cards.remove(cards.size() - 1);
        while (cards.size() < column.cards().size()) cards.add(made());
        for (int i = 0; i < cards.size(); i++)
            cards.get(i).show(column.cards().get(i), i - 1 == model.chosen(), projector);
        look();
        arrange();
    }

    private LayerCardView made() {
        LayerCardView card = new LayerCardView(model, texts);
        hand.serves(card);
        card.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            model.choose(card.card().index());
            if (!(e.getTarget() instanceof Node at) || !inField(at, card)) card.requestFocus();
        });
        return card;
    }

    private static boolean inField(Node at, Node card) {
        for (Node node = at; node != null && node != card; node = node.getParent())
            if (node instanceof Button || node instanceof TextField) return true;
        return false;
    }

    private void choose() {
        for (int i = 0; i < cards.size(); i++) cards.get(i).choose(i - 1 == model.chosen());
    }

    private void look() {
        String says = trials.faultProperty().get().isEmpty()
                ? trials.specimenProperty().get().map(this::says).orElse("")
                : texts.sentence(trials.faultProperty().get());
        for (LayerCardView card : cards)
            card.look(model.column(), trials.depthsProperty().get(), says);
    }

    private String says(Specimen specimen) {
        boolean trained = trials.depthsProperty().get().map(Depths::trained).orElse(false);
        return texts.get(
                specimen.standIn() ? "specimen.stand-in" : trained ? "specimen.trained" : "specimen.first",
                specimen.dataset(),
                specimen.index());
    }

    private void arrange() {
        Column column = model.column();
        Optional<Placing> held = model.placingProperty().get();
        List<Node> nodes = new ArrayList<>(cards);
        int lifted = held.map(Placing::from).orElse(-1);
        for (int i = 0; i < cards.size(); i++) cards.get(i).setLifted(lifted >= 0 && i - 1 == lifted);
        if (column.layers() == 0 && held.isEmpty()) nodes.add(empty());
        for (Trouble trouble : column.troubles()) nodes.add(ending(trouble));
        held.filter(p -> !p.idle()).ifPresent(p -> {
            // Places are counted without the lifted card, nodes with it; the input is node 0.
            int before = p.from() >= 0 && p.at() > p.from() ? p.at() + 1 : p.at();
            nodes.add(before + 1, slot(p));
        });
        // Cards stay where they are, so that neither the focus nor a drag in progress is lost.
        getChildren().removeIf(node -> !nodes.contains(node));
        for (int i = 0; i < nodes.size(); i++)
            if (i >= getChildren().size() || getChildren().get(i) != nodes.get(i))
                getChildren().add(i, nodes.get(i));
    }

    private Node empty() {
        Button add = new Button(texts.get("empty.add"));
        add.setId("build-empty-add");
        add.setOnAction(e -> menu.run());
        EmptyState empty = new EmptyState(new FontIcon(Feather.LAYERS), "", texts.get("empty.says"), add);
        empty.setMinHeight(160);
        return empty;
    }

    private Node ending(Trouble trouble) {
        ProblemStrip strip = LayerCardView.strip(trouble, texts);
        strip.getStyleClass().add("net-trouble");
        trouble.fix().ifPresent(fix -> strip.withFix(texts.sentence(fix.label()), () -> model.mend(trouble)));
        return strip;
    }

    private Node slot(Placing held) {
        String title = texts.get("slot.title", texts.get("kind." + held.kind().id()), primary(held));
        Optional<Trouble> trouble = held.trouble();
        ProblemStrip strip = new ProblemStrip(
                        trouble.isEmpty()
                                ? ProblemStrip.Level.INFO
                                : trouble.get().problem().isError()
                                        ? ProblemStrip.Level.DANGER
                                        : ProblemStrip.Level.WARNING,
                        trouble.isEmpty() ? texts.get("slot.here", title) : texts.get("slot.here.asked", title),
                        trouble.map(t -> texts.sentence(t.problem().what())).orElse(""))
                .asDropSlot();
        strip.setId("build-slot");
        trouble.flatMap(Trouble::fix).ifPresent(fix -> strip.withFix(texts.sentence(fix.label()), model::dropMended));
        if (!dragging) {
            strip.withFix(texts.get(trouble.isEmpty() ? "slot.place" : "slot.anyway"), model::drop);
            strip.withFix(texts.get("slot.cancel"), model::letGo);
        }
        return strip;
    }

    /** The setting that tells one such layer from another. */
    private String primary(Placing held) {
        return held.layer().match(new LayerFields(held.after(), held.at(), texts)).stream()
                .filter(field ->
                        List.of("kernel", "window", "units", "rate", "classes").contains(field.id()))
                .findFirst()
                .map(Field::text)
                .orElse("")
                .strip();
    }

    /** The place among the layers (a lifted one not counted) that is nearest to a point of the scene; −1 when it is not over the stack. */
    int placeAt(double sceneX, double sceneY) {
        Node area = getParent() == null ? this : getParent();
        Point2D in = area.sceneToLocal(sceneX, sceneY);
        Point2D own = sceneToLocal(sceneX, sceneY);
        if (in == null || own.getX() < -16 || own.getX() > getWidth() + 16) return -1;
        int lifted = model.placingProperty().get().map(Placing::from).orElse(-1);
        int place = 0;
        // Heights alone, as if there were no slot: its coming and going must not change the answer.
        double top = getInsets().getTop() + cards.get(0).getHeight() + getSpacing();
        for (int i = 1; i < cards.size(); i++) {
            double height = cards.get(i).getHeight();
            if (i - 1 != lifted && own.getY() > top + height / 2) place++;
            top += height + getSpacing();
        }
        return place;
    }
}
