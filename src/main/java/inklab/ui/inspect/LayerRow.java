package inklab.ui.inspect;

import inklab.ui.Texts;
import inklab.ui.widget.AnswerCells;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.MapStrip;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One layer's filters, maps, units or answer: its code and what it is at the left, a strip at the right. */
final class LayerRow extends Region {
    /** What of a layer a row shows. */
    enum Kind {
        /** Weights as pictures. */
        FILTERS,
        /** Maps of a layer whose filters are shown too: as large as those. */
        MAPS,
        /** Maps of a deeper layer, closely. */
        CLOSE_MAPS,
        UNITS,
        ANSWER
    }

    /** Where there are more filters than this, a page of them is shown. */
    static final int PAGE = 20;

    private static final double GAP = 6;
    private static final double LABELS = 100;
    private static final double LABELS_IN_HALL = 150;
    private static final double UNIT_HIGH = 13;
    private static final double NARROWEST = 1.4;
    private static final double ANSWER_HIGH = 32;

    private final Kind kind;
    private final int layer;
    private final Texts texts;
    private final VBox labels = new VBox();
    private final Label note = new Label();
    private final MapStrip strip;
    private final AnswerCells answer;
    private int count;
    private int from;
    private boolean filling;
    private boolean hall;
    private double narrower = 1;

    /**
     * @param first whether the layer's code stands beside this row
     * @param chosen hears of the unit that is chosen
     */
    LayerRow(Kind kind, LayerLook layer, boolean first, Consumer<Unit> chosen, Texts texts) {
        this.kind = kind;
        this.layer = layer.index();
        this.texts = texts;
        getStyleClass().add("inspect-row");
        if (first) {
            Region colour = new Region();
            colour.getStyleClass().addAll("layer-colour");
            colour.setStyle("-fx-background-color: -series-" + layer.series() + ";");
            // Without its suffixes, which are said on Build's card.
            Label code = new Label(layer.code().replaceAll(":.*", ""));
            code.setTooltip(new javafx.scene.control.Tooltip(layer.code()));
            code.getStyleClass().add("type-code");
            HBox head = new HBox(6, colour, code);
            head.getStyleClass().add("inspect-row-head");
            labels.getChildren().add(head);
        }
        note.getStyleClass().add("type-caption");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        labels.getChildren().add(note);
        if (kind == Kind.ANSWER) {
            strip = null;
            answer = new AnswerCells();
            answer.setAccessibleText(texts.get("row.answer"));
            answer.selectedProperty().addListener((o, was, now) -> {
                if (!filling && now.intValue() >= 0) chosen.accept(Unit.of(this.layer, now.intValue()));
            });
            CopyPicture.install(answer, texts.get("copy.picture"));
        } else {
            answer = null;
            strip = kind == Kind.UNITS ? MapStrip.ofUnits(50, UNIT_HIGH) : new MapStrip(10);
            if (kind == Kind.CLOSE_MAPS) strip.setGap(1);
            if (kind == Kind.FILTERS || kind == Kind.MAPS) strip.setMat(2);
            if (kind == Kind.MAPS || kind == Kind.CLOSE_MAPS) strip.setSmooth(kind == Kind.MAPS);
            strip.setAccessibleText(
                    texts.get("row.name." + kind.name().toLowerCase(java.util.Locale.ROOT), layer.code()));
            strip.setNames(i -> texts.get("row.tile", from + i));
            strip.selectedProperty().addListener((o, was, now) -> {
                if (!filling && now.intValue() >= 0) chosen.accept(Unit.of(this.layer, from + now.intValue()));
            });
            if (kind == Kind.MAPS || kind == Kind.CLOSE_MAPS)
                strip.setOnPointed((tile, x, y) -> chosen.accept(Unit.of(this.layer, from + tile)
                        .at((int) (y * layer.shape().height()), (int)
                                (x * layer.shape().width()))));
            CopyPicture.install(strip, texts.get("copy.picture"));
        }
        setId("inspect-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + this.layer);
        getChildren().addAll(labels, kind == Kind.ANSWER ? answer : strip);
    }

    int layer() {
        return layer;
    }

    Kind kind() {
        return kind;
    }

    MapStrip strip() {
        return strip;
    }

    /** Shows what the layer looks like, and the unit if it is one of its. */
    void show(LayerLook now, Unit unit, List<String> classes) {
        filling = true;
        int chosen = unit.layer() == layer ? unit.map() : -1;
        switch (kind) {
            case FILTERS -> {
                var filters = now.filters().orElseThrow();
                count = filters.size();
                from = count <= 2 * PAGE ? 0 : Math.max(0, chosen) / PAGE * PAGE;
                int shown = count <= 2 * PAGE ? count : PAGE;
                strip.setTiles(Tiles.of(filters, from, shown));
                strip.setLimit(now.filterBound());
                note.setText(
                        count <= 2 * PAGE
                                ? texts.get("row.filters", filters.width(), filters.height())
                                : texts.get("row.filters.some", from, Math.min(count, from + PAGE) - 1, count));
                chosen = chosen < 0 ? -1 : chosen - from;
            }
            case MAPS, CLOSE_MAPS -> {
                count = now.maps().size();
                strip.setTiles(Tiles.of(now.maps()));
                strip.setLimit(now.maps().bound());
                note.setText(
                        texts.get("row.maps", now.maps().width(), now.maps().height()));
            }
            case UNITS -> {
                count = now.maps().size();
                strip.setValues(Tiles.values(now.maps()));
                strip.setLimit(now.maps().bound());
                note.setText(texts.get("row.units"));
            }
            case ANSWER -> {
                count = classes.size();
                note.setText(texts.get("row.answer.note"));
            }
        }
        if (strip != null) strip.selectedProperty().set(chosen);
        else answer.selectedProperty().set(chosen);
        filling = false;
    }

    /** The answer's cells. */
    void showAnswer(List<String> classes, float[] probabilities) {
        double[] shares = new double[probabilities.length];
        for (int i = 0; i < shares.length; i++) shares[i] = probabilities[i];
        answer.show(classes, shares);
    }

    void project(boolean on) {
        hall = on;
        requestLayout();
    }

    private double free(double width) {
        return Math.floor((width - labelWidth()) / narrower);
    }

    private double labelWidth() {
        return hall ? LABELS_IN_HALL : LABELS;
    }

    /**
     * Sets the columns for a width.
     *
     * @param smaller how much smaller tiles are than they would like to be; less than 1 spreads many tiles over more rows. A little is had by narrower rows, more by more tiles
     *     in a row
     */
    void arrange(double width, double smaller) {
        narrower = Math.max(1, Math.min(NARROWEST, smaller));
        if (strip == null) return;
        double closer = smaller / narrower;
        int shown = kind == Kind.FILTERS && count > 2 * PAGE ? PAGE : count;
        double free = free(width);
        int columns = switch (kind) {
            case FILTERS, MAPS ->
                shown <= 12 && closer <= 1
                        ? Math.max(10, shown)
                        : shown <= 24
                                ? (int) Math.ceil(Math.max(10, (shown + 1) / 2) * Math.max(1, closer))
                                : (int) Math.ceil(Math.floorDiv(shown + 1, 2) * closer);
            case CLOSE_MAPS ->
                (int) Math.ceil(
                        shown <= 40 ? 20 * Math.max(1, closer) : Math.max(20, Math.floorDiv(shown + 1, 2) * closer));
            case UNITS -> {
                double most = Math.max(40, free / 2.5);
                int rows = (int) Math.max(shown > 80 ? 2 : 1, Math.min(4, Math.ceil(shown / most)));
                yield (shown + rows - 1) / rows;
            }
            case ANSWER -> shown;
        };
        strip.setColumns(Math.max(1, Math.min(columns, Math.max(shown, 10))));
    }

    @Override
    protected double computePrefHeight(double width) {
        double free = free(width < 0 ? 600 : width);
        double right = kind == Kind.ANSWER ? ANSWER_HIGH * (hall ? 1.6 : 1) : strip.prefHeight(free);
        return Math.max(right, labels.prefHeight(labelWidth() - 8));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 540;
    }

    @Override
    protected void layoutChildren() {
        double free = free(getWidth());
        labels.resizeRelocate(0, 0, labelWidth() - 8, labels.prefHeight(labelWidth() - 8));
        if (strip != null) strip.resizeRelocate(labelWidth() - 3, -3, free + 6, getHeight() + 6);
        else answer.resizeRelocate(labelWidth(), 0, free, ANSWER_HIGH * (hall ? 1.6 : 1));
        if (kind == Kind.UNITS || kind == Kind.CLOSE_MAPS || kind == Kind.ANSWER) return;
        // A row of large tiles begins at its first tile's upper edge; so do its words.
        labels.setTranslateY(GAP / 2 - 3);
    }
}
