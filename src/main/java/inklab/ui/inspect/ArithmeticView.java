package inklab.ui.inspect;

import inklab.inspect.UnitArithmetic;
import inklab.net.Activation;
import inklab.recipe.DataSettings.Pixels;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.inspect.UnitLook.Grid;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.NumberGrid;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How one unit comes by its number: two pictures, multiplied, and three lines. */
final class ArithmeticView extends VBox {
    private final Texts texts;
    private final Label through = UnitPanel.note();
    private final NumberGrid ink = NumberGrid.ofInk();
    private final NumberGrid signed = NumberGrid.ofWeights();
    private final NumberGrid weights = NumberGrid.ofWeights();
    private final HBox channels;
    private final HBox pictures = new HBox(6);
    private final Label product = figure();
    private final Label bias = figure();
    private final Label activation = new Label();
    private final Label value = figure();
    private final VBox lines;
    private final Label none = UnitPanel.note();
    private Grid shown;

    ArithmeticView(InspectViewModel model, Texts texts) {
        this.texts = texts;
        setSpacing(8);
        setId("inspect-arithmetic");
        Label title = UnitPanel.heading();
        title.setText(texts.get("sum.title"));
        channels = new HBox(
                2,
                through,
                arrow(Feather.CHEVRON_LEFT, "sum.previous", () -> model.stepChannel(-1)),
                arrow(Feather.CHEVRON_RIGHT, "sum.next", () -> model.stepChannel(1)));
        channels.setAlignment(Pos.CENTER_RIGHT);
        Label times = new Label("×");
        times.getStyleClass().addAll("type-body", "tone-2");
        times.setMinWidth(Region.USE_PREF_SIZE);
        StackPane seen = new StackPane(ink, signed);
        for (Region grid : new Region[] {seen, weights}) {
            grid.setMinWidth(0);
            grid.setPrefWidth(124);
        }
        // Equal widths, or the grids would differ by a pixel a cell.
        setMinWidth(0);
        widthProperty().addListener(o -> {
            double half = Math.floor((getWidth() - times.prefWidth(-1) - 2 * pictures.getSpacing()) / 2);
            for (Region grid : new Region[] {seen, weights}) {
                grid.setMinWidth(half);
                grid.setMaxWidth(half);
            }
            if (shown != null) fit();
        });
        for (NumberGrid grid : new NumberGrid[] {ink, signed, weights})
            CopyPicture.install(grid, texts.get("copy.picture"));
        ink.setAccessibleText(texts.get("sum.seen"));
        signed.setAccessibleText(texts.get("sum.seen"));
        weights.setAccessibleText(texts.get("sum.weights"));
        pictures.getChildren().addAll(seen, times, weights);
        pictures.setAlignment(Pos.CENTER_LEFT);
        activation.getStyleClass().add("type-figure");
        value.getStyleClass().add("inspect-result");
        activation.getStyleClass().add("inspect-result");
        value.setId("inspect-value");
        Region rule = new Region();
        rule.getStyleClass().add("inspect-rule");
        lines = new VBox(
                line(words("sum.product"), product), line(words("sum.bias"), bias), rule, line(activation, value));
        lines.getStyleClass().add("inspect-lines");
        none.setWrapText(true);
        HBox head = UnitPanel.head(title, channels);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, pictures, lines, none);
    }

    private static Label figure() {
        Label label = new Label();
        label.getStyleClass().add("type-figure");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Label words(String key) {
        Label label = UnitPanel.note();
        label.setText(texts.get(key));
        return label;
    }

    private static HBox line(Label words, Label figure) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, words, gap, figure);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Button arrow(Feather icon, String key, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("quiet", "inspect-arrow");
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setOnAction(e -> run.run());
        return button;
    }

    void show(Look look) {
        UnitLook unit = look.unit();
        Optional<UnitArithmetic> sum = unit.arithmetic();
        there(sum.isPresent(), pictures, lines, channels);
        there(sum.isEmpty(), none);
        none.setText(texts.get("sum.none"));
        if (sum.isEmpty()) return;
        Grid seen = unit.seen();
        boolean pixels = unit.ofInput();
        boolean unitRange = look.subject().recipe().data().pixels() == Pixels.UNIT;
        ink.setVisible(pixels);
        signed.setVisible(!pixels);
        ink.setRange(unitRange ? 0 : -1, 1);
        (pixels ? ink : signed).setValues(seen.rows(), seen.columns(), seen.values());
        Grid by = unit.weights();
        weights.setValues(by.rows(), by.columns(), by.values());
        shown = seen;
        fit();
        boolean several = unit.channels() > 1;
        boolean strongest = several && sum.get().height() * sum.get().width() == 1;
        through.setText(
                strongest
                        ? texts.get("sum.strongest", seen.values().length, unit.channels())
                        : several ? texts.get("sum.channel", unit.unit().channel(), unit.channels()) : "");
        there(several, channels);
        for (Node arrow : channels.getChildren().subList(1, 3)) there(several && !strongest, arrow);
        double biasSaid = hundredths(sum.get().bias());
        // Rounded so that the lines add up: the sum and the bias as they are, the products as what is between them.
        product.setText(Figures.fixed(hundredths(sum.get().sum()) - biasSaid, 2));
        bias.setText(Figures.fixed(biasSaid, 2));
        Optional<Activation> function = unit.activation();
        String total = Figures.fixed(sum.get().sum(), 2);
        if (function.isEmpty()) {
            activation.setText(texts.get("sum.softmax", total));
            value.setText(Figures.percent(unit.value(), 1));
        } else if (function.get() == Activation.IDENTITY) {
            activation.setText(texts.get("sum.plain"));
            value.setText(total);
        } else {
            activation.setText(texts.get("sum.through", function.get().code(), total));
            value.setText(Figures.fixed(unit.value(), 2));
        }
    }

    private void fit() {
        double high = Math.max(24, pictureHeight(shown));
        for (NumberGrid grid : new NumberGrid[] {ink, signed, weights}) {
            grid.setMinHeight(high);
            grid.setPrefHeight(high);
            grid.setMaxHeight(high);
        }
    }

    private static double hundredths(double value) {
        return Math.rint(100 * value) / 100;
    }

    /** Grids that are wide and low need less room. */
    private double pictureHeight(Grid grid) {
        double wide = Math.max(60, (getWidth() <= 0 ? 272 : getWidth()) / 2 - 12);
        return Math.min(wide, Math.floor(wide / grid.columns()) * grid.rows());
    }

    private static void there(boolean is, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(is);
            node.setManaged(is);
        }
    }
}
