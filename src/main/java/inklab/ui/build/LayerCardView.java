package inklab.ui.build;

import inklab.net.LayerSpec.Output;
import inklab.net.Shape;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.ProblemStrip;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One layer's card: its picture, name and settings, then shape and costs in fixed columns; what is wrong with it below. */
final class LayerCardView extends Region {
    private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    private static final double STRIP_GAP = 8;

    private final BuildViewModel model;
    private final Texts texts;
    private final Region grip = new Region();
    private final LayerGlyph glyph = new LayerGlyph();
    private final Region colour = new Region();
    private final Label name = new Label();
    private final Label code = new Label();
    private final HBox head = new HBox(colour, name, code);
    private final FieldRow fields;
    private final Label note = new Label();
    private final Label output = new Label();
    private final Figure weights = new Figure();
    private final Figure work = new Figure();
    private final Label memory = new Label();
    private final HBox tools = new HBox();
    private final VBox strips = new VBox(STRIP_GAP);
    private LayerCard card;
    private boolean projector;

    LayerCardView(BuildViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        fields = new FieldRow(model);
        getStyleClass().addAll("card", "layer-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        grip.getStyleClass().add("grip");
        colour.getStyleClass().add("layer-colour");
        head.getStyleClass().add("layer-head");
        head.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().addAll("layer-name");
        name.setMinWidth(USE_PREF_SIZE);
        code.getStyleClass().addAll("layer-code");
        note.getStyleClass().addAll("type-note");
        output.getStyleClass().addAll("layer-output");
        memory.getStyleClass().addAll("type-body", "tone-ink");
        tools.getStyleClass().add("layer-tools");
        tools.getChildren()
                .addAll(
                        tool(Feather.COPY, "card.duplicate", () -> model.duplicate(card.index())),
                        tool(Feather.TRASH_2, "card.delete", () -> model.delete(card.index())));
        getChildren().addAll(grip, glyph, head, fields, note, output, weights, work, memory, strips, tools);
        focusedProperty().addListener((o, was, now) -> {
            if (now && card != null) model.choose(card.index());
        });
    }

    private Button tool(Feather icon, String key, Runnable action) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("bare", "layer-tool");
        button.setUserData(key);
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setAccessibleText(texts.get(key));
        button.setFocusTraversable(false);
        button.setOnAction(e -> action.run());
        return button;
    }

    LayerCard card() {
        return card;
    }

    /** Where the card may be taken hold of; null on the input's. */
    Region grip() {
        return grip;
    }

    LayerGlyph glyph() {
        return glyph;
    }

    /** Shows a layer. */
    void show(LayerCard shown, boolean chosen, boolean forProjector) {
        boolean input = shown.index() < 0;
        card = shown;
        projector = forProjector;
        setId("layer-" + (input ? "input" : Integer.toString(shown.index())));
        name.setText(shown.name());
        code.setText(shown.code());
        code.setVisible(!input);
        colour.getStyleClass().setAll("layer-colour");
        if (shown.series() > 0) colour.getStyleClass().add("series-" + shown.series());
        colour.setVisible(shown.series() > 0);
        colour.setManaged(shown.series() > 0);
        code.setManaged(!input);
        fields.show(shown.fields());
        output.setText(shown.shape());
        weights.show(shown.cost().parameters(), shown.weightShare(), texts.get("figure.none"));
        work.show(shown.cost().multiplyAdds(), shown.workShare(), texts.get("figure.none"));
        memory.setText(
                shown.output().isEmpty() ? "–" : Figures.bytes(shown.cost().activationBytes()));
        note.setVisible(input);
        grip.setVisible(!input);
        tools.setManaged(!input);
        tools.getStyleClass().remove("never");
        if (input) tools.getStyleClass().add("never");
        choose(chosen);
        strips.getChildren().setAll(shown.troubles().stream().map(this::strip).toList());
        setAccessibleText(texts.get(
                "card.says",
                shown.name(),
                shown.code(),
                shown.shape(),
                Figures.count(shown.cost().parameters()),
                shown.troubles().isEmpty()
                        ? ""
                        : texts.sentence(shown.troubles().get(0).problem().what())));
        requestLayout();
    }

    private ProblemStrip strip(Trouble trouble) {
        ProblemStrip strip = strip(trouble, texts);
        trouble.fix().ifPresent(fix -> strip.withFix(texts.sentence(fix.label()), () -> model.mend(trouble)));
        return strip;
    }

    /** What is wrong in bold, how to mend it by hand beside it where no button does. */
    static ProblemStrip strip(Trouble trouble, Texts texts) {
        return new ProblemStrip(
                trouble.problem().isError() ? ProblemStrip.Level.DANGER : ProblemStrip.Level.WARNING,
                texts.sentence(trouble.problem().what()),
                trouble.fix().isPresent()
                        ? ""
                        : texts.sentence(trouble.problem().how()));
    }

    /** The ring of the chosen card; its settings are reached by the tab key, the others' are not. */
    void choose(boolean chosen) {
        getStyleClass().remove("chosen");
        if (chosen) getStyleClass().add("chosen");
        fields.setReachable(chosen);
    }

    /** Whether it is in the hand. */
    void setLifted(boolean lifted) {
        pseudoClassStateChanged(LIFTED, lifted);
    }

    /** Shows what the image looks like here. */
    void look(Column column, Optional<Depths> depths, String says) {
        Shape in = column.net().input();
        if (card.index() < 0) {
            byte[] image = depths.map(Depths::input).orElse(null);
            glyph.showInput(in, image != null && image.length == in.size() ? image : null);
            note.setText(says);
            return;
        }
        glyph.show(
                card.output().orElse(new Shape(0, 0, 0)),
                in,
                card.layer().filter(Output.class::isInstance).isPresent(),
                depths.flatMap(d -> d.layer(card.index(), card.output())),
                depths.map(Depths::trained).orElse(false));
        glyph.setAccessibleText(texts.get("glyph.says", card.name(), card.shape()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        double w = width < 0 ? getWidth() : width;
        double below = strips.getChildren().isEmpty() ? 0 : strips.prefHeight(w - 32) + 12;
        return CardGrid.of(w, projector).height() + below;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        CardGrid at = CardGrid.of(w, projector);
        double h = at.height();
        grip.resizeRelocate(12.5, Math.rint(h / 2) - 4.5, 6.2, 8.8);
        glyph.setSide(at.side());
        glyph.resizeRelocate(at.picture(), 0, at.pictureWidth(), h);
        double room = at.output() - at.layer() - 12;
        double headHeight = Math.ceil(head.prefHeight(-1));
        double rowHeight = note.isVisible() ? projector ? 38 : 28 : Math.ceil(fields.prefHeight(-1));
        boolean row = card != null && (note.isVisible() || !card.fields().isEmpty());
        double gap = projector ? 6 : 4;
        double top = row ? Math.rint((h - headHeight - gap - rowHeight) / 2) : Math.rint((h - headHeight) / 2);
        head.resizeRelocate(at.layer(), top, room, headHeight);
        double second = top + headHeight + gap;
        if (note.isVisible()) {
            // The input's only setting is its shape: it stands where the others' notation does.
            double nameWidth = Math.ceil(name.prefWidth(-1));
            double fieldHeight = fields.prefHeight(-1);
            fields.resizeRelocate(
                    at.layer() + nameWidth + 2,
                    Math.rint(top + (headHeight - fieldHeight) / 2),
                    room - nameWidth,
                    fieldHeight);
            note.resizeRelocate(at.layer(), second + 4, room, note.prefHeight(-1));
        } else fields.resizeRelocate(at.layer(), second, room, rowHeight);
        middle(output, at.output(), at.weights() - at.output() - 8, h);
        weights.resizeRelocate(at.weights(), 0, at.bar(), h);
        work.setVisible(at.work() >= 0);
        work.resizeRelocate(at.work(), 0, at.bar(), h);
        memory.setVisible(at.memory() >= 0);
        middle(memory, at.memory(), w - at.memory(), h);
        double toolsWidth = tools.prefWidth(-1);
        tools.resizeRelocate(w - toolsWidth - 6, 4, toolsWidth, tools.prefHeight(-1));
        strips.resizeRelocate(16, h, w - 32, strips.prefHeight(w - 32));
    }

    private static void middle(Label label, double x, double width, double height) {
        double own = label.prefHeight(-1);
        label.resizeRelocate(x, Math.rint((height - own) / 2), width, own);
    }
}
