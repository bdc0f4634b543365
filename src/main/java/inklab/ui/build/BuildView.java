package inklab.ui.build;

import inklab.ui.Look;
import inklab.ui.Texts;
import inklab.ui.widget.LiveScrollPane;
import inklab.ui.widget.ScrollRoom;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The content: captions over the columns, the cards, and the totals at the foot. */
final class BuildView extends VBox {
    private final BuildViewModel model;
    private final Trials trials;
    private final Look look;
    private final Texts texts;
    private final StackView stack;
    private final Captions captions;
    private final ScrollPane scroll;
    private final TotalsView totals;

    BuildView(BuildViewModel model, Trials trials, Look look, Texts texts) {
        this.model = model;
        this.trials = trials;
        this.look = look;
        this.texts = texts;
        getStyleClass().add("build-view");
        stack = new StackView(model, trials, texts, this::openMenu);
        captions = new Captions(texts);
        totals = new TotalsView(texts);
        scroll = new LiveScrollPane(stack);
        scroll.getStyleClass().add("stack-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        // Room for the chosen card's ring, which stands outside it, and on the right for the scroll bar.
        ScrollRoom.watch(scroll);
        VBox.setMargin(scroll, new Insets(0, -16, 8, -4));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(captions, scroll, totals);
        stack.widthProperty().addListener(o -> captions.over(stack.cardWidth()));
        stack.insetsProperty().addListener(o -> captions.over(stack.cardWidth()));
        look.projectorProperty().addListener(o -> project());
        project();
        trials.totalsProperty().addListener(o -> total());
        trials.specimenProperty().addListener(o -> caption());
        model.chosenProperty().addListener(o -> reveal());
        model.selection().deviceProperty().addListener(o -> total());
        total();
        caption();
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuOf);
    }

    StackView stack() {
        return stack;
    }

    private void project() {
        boolean on = look.projectorProperty().get();
        stack.setProjector(on);
        captions.project(on);
        totals.setProjector(on);
    }

    private void total() {
        var device = model.selection().deviceProperty().get();
        String name = device == null || device.isProcessor() ? "CPU" : device.name();
        totals.show(trials.totalsProperty().get(), name);
    }

    private void caption() {
        captions.picture(trials.specimenProperty()
                .get()
                .map(s -> texts.get(s.name().length() == 1 ? "caption.digit" : "caption.thing", s.name()))
                .orElse(texts.get("caption.image")));
    }

    /** Keys of the column: a layer in the hand first, then the chosen card. */
    private void key(KeyEvent e) {
        boolean held = model.placingProperty().get().isPresent();
        if (held && e.getCode() == KeyCode.ESCAPE) model.letGo();
        else if (held && e.getCode() == KeyCode.ENTER && !(e.getTarget() instanceof Button)) model.drop();
        else return;
        e.consume();
    }

    /** Scrolls until the chosen card is in view. */
    private void reveal() {
        Node card = stack.card(Math.min(model.chosen(), stack.cards().size() - 2));
        double view = scroll.getViewportBounds().getHeight();
        double all = stack.getHeight();
        if (all <= view || view <= 0) return;
        double top = card.getBoundsInParent().getMinY();
        double bottom = card.getBoundsInParent().getMaxY();
        double at = scroll.getVvalue() * (all - view);
        if (top < at) scroll.setVvalue((top - 4) / (all - view));
        else if (bottom > at + view) scroll.setVvalue((bottom + 4 - view) / (all - view));
    }

    /** The menu of what can be added, at the chosen card. */
    void openMenu() {
        ContextMenu menu = new ContextMenu();
        for (LayerKind kind : LayerKind.values()) {
            MenuItem item = new MenuItem(texts.get("kind." + kind.id()), new FontIcon(kind.icon()));
            item.setOnAction(e -> model.add(kind));
            menu.getItems().add(item);
        }
        Node at = stack.card(model.chosen());
        menu.show(at, Side.BOTTOM, 44, 4);
    }

    private void menuOf(ContextMenuEvent e) {
        for (Node at = (Node) e.getTarget(); at != null && at != this; at = at.getParent())
            if (at instanceof LayerCardView card) {
                new CardMenu(model, card, texts).show(card, e.getScreenX(), e.getScreenY());
                e.consume();
                return;
            }
    }

    /** The words over the columns, each where its column begins. */
    private static final class Captions extends Region {
        private final Label picture = caption("");
        private final Label layer;
        private final Label output;
        private final Label weights;
        private final Label work;
        private final Label memory;
        private boolean projector;
        private double cards;

        Captions(Texts texts) {
            layer = caption(texts.get("caption.layer"));
            output = caption(texts.get("caption.output"));
            weights = caption(texts.get("caption.weights"));
            work = caption(texts.get("caption.work"));
            memory = caption(texts.get("caption.memory"));
            getChildren().addAll(picture, layer, output, weights, work, memory);
        }

        private static Label caption(String words) {
            Label label = new Label(words);
            label.getStyleClass().add("type-caption");
            return label;
        }

        void picture(String words) {
            picture.setText(words);
        }

        /** How wide the cards are, px. */
        void over(double width) {
            cards = width;
            requestLayout();
        }

        void project(boolean on) {
            projector = on;
            requestLayout();
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(layer.prefHeight(-1));
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            double width = cards > 0 ? cards : getWidth();
            CardGrid at = CardGrid.of(width, projector);
            place(picture, at.picture(), at.layer() - at.picture() - 4);
            place(layer, at.layer(), at.output() - at.layer() - 8);
            place(output, at.output(), at.weights() - at.output() - 8);
            place(weights, at.weights(), at.bar() + 24);
            work.setVisible(at.work() >= 0);
            place(work, at.work(), at.bar() + 24);
            memory.setVisible(at.memory() >= 0);
            place(memory, at.memory(), width - at.memory());
        }

        private void place(Label label, double x, double width) {
            label.resizeRelocate(x, 0, Math.max(0, width), getHeight());
        }
    }
}
