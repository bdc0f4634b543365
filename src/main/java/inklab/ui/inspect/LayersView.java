package inklab.ui.inspect;

import inklab.ui.Texts;
import inklab.ui.inspect.LayerRow.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The layers, one under the other: tiles as large as the place allows, and a scroll bar only where they would be too small to see. */
final class LayersView extends StackPane {
    private static final double CLOSEST = 3;
    private static final double SCROLLED = 1.4;
    private static final double LEAST_GAP = 8;
    private static final double MOST_GAP = 24;
    private static final double WIDEST = 0.66;
    private static final double ROOM = 4;

    private final Texts texts;
    private final Consumer<Unit> chosen;
    private final Rows rows = new Rows();
    private final ScrollPane scroll = new ScrollPane(rows);
    private List<LayerRow> shown = List.of();
    private String shape = "";
    private boolean hall;

    LayersView(Consumer<Unit> chosen, Texts texts) {
        this.chosen = chosen;
        this.texts = texts;
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspect-scroll");
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        setMinSize(0, 0);
        setPrefSize(540, 340);
    }

    void show(Look look, List<String> classes) {
        String now = look.subject().choice() + " " + look.subject().recipe().net();
        if (!now.equals(shape)) build(look);
        shape = now;
        for (LayerRow row : shown) {
            row.show(look.layer(row.layer()), look.unit().unit(), classes);
            if (row.kind() == Kind.ANSWER) row.showAnswer(classes, look.probabilities());
        }
        rows.requestLayout();
    }

    void project(boolean on) {
        hall = on;
        for (LayerRow row : shown) row.project(on);
        rows.requestLayout();
    }

    List<LayerRow> rows() {
        return shown;
    }

    private void build(Look look) {
        List<LayerRow> built = new ArrayList<>();
        for (LayerLook layer : look.layers()) {
            boolean pictures = layer.filters().isPresent();
            if (pictures && !layer.isOutput()) built.add(row(Kind.FILTERS, layer, true));
            Kind kind = layer.isOutput()
                    ? Kind.ANSWER
                    : layer.isVector() ? Kind.UNITS : pictures ? Kind.MAPS : Kind.CLOSE_MAPS;
            built.add(row(kind, layer, !pictures || layer.isOutput()));
        }
        shown = List.copyOf(built);
        for (LayerRow row : shown) row.project(hall);
        rows.set(shown);
    }

    private LayerRow row(Kind kind, LayerLook layer, boolean first) {
        return new LayerRow(kind, layer, first, chosen, texts);
    }

    @Override
    protected void layoutChildren() {
        rows.fit(getWidth(), getHeight());
        // The ring of a chosen tile at the edge needs room that the scroll pane would cut off.
        scroll.resizeRelocate(-ROOM, -ROOM, getWidth() + 2 * ROOM, getHeight() + 2 * ROOM);
    }

    /** The rows with equal gaps between them. */
    private static final class Rows extends Region {
        private double gap = LEAST_GAP;
        private double width;

        void set(List<LayerRow> shown) {
            getChildren().setAll(shown);
        }

        /** Finds the largest tiles with which all rows fit. */
        void fit(double wide, double high) {
            double closer = WIDEST;
            double need = arrange(wide, closer);
            while (need > high && closer < CLOSEST) {
                closer *= 1.04;
                need = arrange(wide, closer);
            }
            // A deep net in a small window: specks that nearly fit help nobody, so its rows scroll.
            if (need > high) need = arrange(wide, SCROLLED);
            int gaps = Math.max(1, getChildren().size() - 1);
            gap = Math.max(LEAST_GAP, Math.min(MOST_GAP, LEAST_GAP + Math.floor((high - need) / gaps)));
            width = wide;
            requestLayout();
        }

        private double arrange(double wide, double closer) {
            double need = 0;
            for (var child : getChildren()) {
                LayerRow row = (LayerRow) child;
                row.arrange(wide, closer);
                need += row.prefHeight(wide);
            }
            return need + LEAST_GAP * Math.max(0, getChildren().size() - 1);
        }

        @Override
        protected double computePrefHeight(double w) {
            double all = 0;
            for (var child : getChildren()) all += child.prefHeight(width) + gap;
            return Math.max(0, all - gap) + 2 * ROOM;
        }

        @Override
        protected void layoutChildren() {
            double y = ROOM;
            for (var child : getChildren()) {
                double high = child.prefHeight(width);
                child.resizeRelocate(ROOM, y, Math.min(width, getWidth() - 2 * ROOM), high);
                y += high + gap;
            }
        }
    }
}
