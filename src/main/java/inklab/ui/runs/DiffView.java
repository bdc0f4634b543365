package inklab.ui.runs;

import inklab.net.Notation;
import inklab.recipe.RecipeDifference;
import inklab.ui.Texts;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.NetSketch;
import inklab.ui.widget.Picture;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The difference of two recipes: what their nets see, their nets, then field by field, each value in its run's colour. */
final class DiffView extends VBox {
    private final CompareModel model;
    private final CurvesModel curves;
    private final Texts texts;
    private final GridPane grid = new GridPane();
    private final Label none = new Label();
    private int rows;

    DiffView(CompareModel model, CurvesModel curves, Texts texts) {
        super(8);
        this.model = model;
        this.curves = curves;
        this.texts = texts;
        setId("runs-diff");
        Label heading = new Label(texts.get("diff"));
        heading.getStyleClass().add("type-heading");
        Label two = new Label(texts.get("diff.two"));
        two.getStyleClass().addAll("type-note", "tone-2");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(heading, gap, two);
        head.setAlignment(Pos.BASELINE_LEFT);
        none.getStyleClass().addAll("type-note", "tone-2");
        none.setWrapText(true);
        none.setText(texts.get("diff.none"));
        grid.setHgap(4);
        grid.setVgap(6);
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(35);
        ColumnConstraints first = new ColumnConstraints();
        first.setPercentWidth(32.5);
        ColumnConstraints second = new ColumnConstraints();
        second.setPercentWidth(32.5);
        grid.getColumnConstraints().setAll(names, first, second);
        getChildren().addAll(head, grid);
        MenuItem copy = new MenuItem(texts.get("menu.csv.copy"));
        copy.setOnAction(e -> copyTable());
        ContextMenu menu = new ContextMenu(copy);
        grid.setOnContextMenuRequested(e -> {
            menu.show(grid, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        model.comparisonProperty().addListener(o -> show());
        show();
    }

    /** Puts the differences on the clipboard, as a table. */
    private void copyTable() {
        model.comparisonProperty().get().ifPresent(two -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(RunsCsv.of(two));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void show() {
        Optional<CompareModel.Comparison> now = model.comparisonProperty().get();
        getChildren().set(1, now.isPresent() ? grid : none);
        grid.getChildren().clear();
        rows = 0;
        now.ifPresent(this::show);
    }

    private void show(CompareModel.Comparison two) {
        List<String> names =
                RunWords.shortNames(List.of(two.first().name(), two.second().name()));
        row(new Label(), caption(names.get(0)), caption(names.get(1)));
        if (!two.firstSeen().isEmpty() && !two.secondSeen().isEmpty())
            row(name(texts.get("diff.sees")), tiles(two.firstSeen()), tiles(two.secondSeen()));
        String first = colour(two.first());
        String second = colour(two.second());
        if (!two.sameNet()) {
            row(
                    name(texts.get("diff.net")),
                    sketch(two.firstRecipe().net()),
                    sketch(two.secondRecipe().net()));
            across(code(Notation.print(two.firstRecipe().net()), first));
            across(code(Notation.print(two.secondRecipe().net()), second));
        }
        for (RecipeDifference.Field field : two.fields()) {
            if (field.name().equals("net")) continue;
            row(
                    name(says(field.name())),
                    value(says(field, field.first()), first),
                    value(says(field, field.second()), second));
        }
        if (two.fields().isEmpty()) {
            Label same = new Label(texts.get("diff.same"));
            same.getStyleClass().addAll("type-note", "tone-2");
            same.setWrapText(true);
            across(same);
        }
        row(
                name(texts.get("column.test")),
                value(RunWords.error(two.first().test()), first),
                value(RunWords.error(two.second().test()), second));
    }

    /** The style class of a run's colour as text. */
    private String colour(RunRow row) {
        return "series-text-" + (1 + curves.series().getOrDefault(row, 0) % 6);
    }

    private void row(Node name, Node first, Node second) {
        grid.addRow(rows++, name, first, second);
        for (Node node : List.of(name, first, second)) GridPane.setValignment(node, VPos.CENTER);
    }

    private void across(Node node) {
        grid.add(node, 0, rows++, 3, 1);
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("type-caption");
        label.setMinWidth(0);
        return label;
    }

    private static Label name(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("type-note", "tone-2");
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(words));
        return label;
    }

    private static Label value(String words, String colour) {
        Label label = new Label(words);
        label.getStyleClass().addAll("diff-value", colour);
        label.setMinWidth(0);
        if (words.length() > 9) label.setTooltip(new Tooltip(words));
        return label;
    }

    /** A net's notation, which goes on in the next line between layers and nowhere else. */
    private static Node code(String words, String colour) {
        FlowPane code = new FlowPane();
        for (String layer : words.split("(?<=-)")) {
            Label label = new Label(layer);
            label.getStyleClass().addAll("diff-code", colour);
            code.getChildren().add(label);
        }
        return code;
    }

    private static Node tiles(List<Picture> pictures) {
        HBox tiles = new HBox(4);
        tiles.setMaxHeight(40);
        for (Picture picture : pictures) {
            DigitView view = new DigitView(32);
            view.setPicture(picture);
            StackPane tile = new StackPane(view);
            tile.getStyleClass().add("diff-tile");
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setPrefSize(40, 40);
            tile.setMinSize(20, 40);
            tile.setMaxSize(40, 40);
            tiles.getChildren().add(tile);
        }
        return tiles;
    }

    private static Node sketch(inklab.net.NetSpec net) {
        NetSketch sketch = new NetSketch();
        sketch.setParts(NetParts.of(net));
        sketch.setPrefSize(84, 36);
        sketch.setMaxSize(84, 36);
        return sketch;
    }

    /** A field's name for people; one that has none keeps that of recipe files. */
    private String says(String field) {
        try {
            return texts.get("field." + field);
        } catch (MissingResourceException e) {
            return field;
        }
    }

    private String says(RecipeDifference.Field field, String value) {
        if (value.isEmpty()) return "\u2013";
        return switch (field.name()) {
            case "distortion.elastic.alpha", "distortion.elastic.sigma", "distortion.shift", "distortion.pixel_shift" ->
                value.equals("0") ? "0" : value + " px";
            case "data.normalise_width" -> value.equals("0") ? texts.get("diff.asis") : value + " px";
            case "data.dataset" -> RunWords.data(value);
            case "data.train" -> value.equals("0") ? texts.get("diff.all") : value;
            case "distortion.rotation", "distortion.shear" -> value.equals("0") ? "0" : value + "°";
            default -> value;
        };
    }
}
