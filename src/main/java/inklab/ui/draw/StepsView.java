package inklab.ui.draw;

import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.Picture;
import inklab.ui.widget.Role;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How ink becomes a net's input, in five pictures, and what centring changes. */
final class StepsView extends VBox {
    /** The card's height without its pictures, px. */
    static final double REST = 116;

    private static final PseudoClass DISSENT = PseudoClass.getPseudoClass("dissent");
    private static final double MARGIN = 6;

    /** A picture on a well over its name and size. */
    private static final class Step extends VBox {
        private final DigitView view = new DigitView(128);
        private final StackPane tile = new StackPane(view);
        private final Label name = new Label();
        private final Label size = new Label();

        Step(String says, double margin, boolean hard) {
            tile.getStyleClass().add("step-tile");
            tile.setPadding(new Insets(margin));
            view.setHardPixels(hard);
            name.getStyleClass().add("step-name");
            size.getStyleClass().add("type-caption");
            // Below the pictures there is room beside them too.
            for (Label label : List.of(name, size)) label.setMinWidth(USE_PREF_SIZE);
            VBox words = new VBox(name, size);
            words.getStyleClass().add("step-words");
            getChildren().addAll(tile, words);
            call(says);
        }

        void call(String says) {
            name.setText(says);
            view.setAccessibleText(says);
        }

        void side(double side) {
            tile.setMinSize(side, side);
            tile.setPrefSize(side, side);
            tile.setMaxSize(side, side);
            setMinWidth(side);
            setPrefWidth(side);
            setMaxWidth(side);
        }

        void show(Picture picture, String says) {
            view.setPicture(picture);
            size.setText(says);
        }
    }

    private final DrawViewModel model;
    private final Texts texts;
    private final Step ink;
    private final Step crop;
    private final Step box;
    private final Step centre;
    private final Step input;
    private final List<Region> arrows = new ArrayList<>();
    private final DigitView other = new DigitView(64);
    private final StackPane otherTile = new StackPane(other);
    private final Label otherDigit = new Label();
    private final Label otherWords = new Label();

    StepsView(DrawViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "steps");
        setId("draw-steps");
        ink = new Step(texts.get("steps.ink"), 0, false);
        crop = new Step(texts.get("steps.crop"), MARGIN, false);
        box = new Step(texts.get("steps.box"), 2, true);
        centre = new Step(texts.get("steps.centre"), 0, true);
        input = new Step(texts.get("steps.input"), 0, true);
        input.view.setId("draw-input");
        box.view.gridProperty().set(5);
        Label title = new Label(texts.get("steps.title"));
        title.getStyleClass().add("type-heading");
        HBox row = new HBox();
        for (Step step : List.of(ink, crop, box, centre, input)) {
            if (step != ink) row.getChildren().add(arrow());
            row.getChildren().add(step);
            CopyPicture.install(step.tile, texts.get("copy.picture"));
        }
        Region rule = new Region();
        rule.getStyleClass().add("steps-rule");
        HBox.setMargin(rule, new Insets(0, 19, 0, 9));
        VBox centring = centring();
        HBox.setHgrow(centring, Priority.ALWAYS);
        row.getChildren().addAll(rule, centring);
        VBox.setMargin(row, new Insets(10, 0, 0, 0));
        getChildren().addAll(title, row);
        model.verdictProperty().addListener(o -> show());
        side(128);
        show();
    }

    /** How large the pictures are, px. */
    void side(double side) {
        for (Step step : List.of(ink, crop, box, centre, input)) step.side(side);
        arrows.forEach(arrow -> {
            arrow.setMinHeight(side);
            arrow.setMaxHeight(side);
        });
        double small = Math.min(64, Math.round(side / 2));
        otherTile.setMinSize(small, small);
        otherTile.setMaxSize(small, small);
    }

    private StackPane arrow() {
        FontIcon icon = new FontIcon(Feather.CHEVRON_RIGHT);
        icon.getStyleClass().add("step-arrow");
        StackPane arrow = new StackPane(icon);
        arrow.setMinWidth(31);
        arrow.setMaxWidth(31);
        arrows.add(arrow);
        return arrow;
    }

    private VBox centring() {
        ToggleSwitch control = new ToggleSwitch();
        control.setId("draw-centring");
        control.setMinWidth(36);
        control.setMaxWidth(36);
        control.setAccessibleText(texts.get("centring"));
        control.setAccessibleHelp(texts.get("centring.help"));
        control.selectedProperty().bindBidirectional(model.centringProperty());
        Label name = new Label(texts.get("centring"));
        name.getStyleClass().add("switch-name");
        name.setLabelFor(control);
        name.setOnMouseClicked(
                e -> model.centringProperty().set(!model.centringProperty().get()));
        Tooltip tip = new Tooltip(texts.get("centring.help"));
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        control.setTooltip(tip);
        Tooltip.install(name, tip);
        HBox switched = new HBox(9, control, name);
        switched.setAlignment(Pos.CENTER_LEFT);
        other.setHardPixels(true);
        other.setAccessibleText(texts.get("centring.other"));
        otherTile.getStyleClass().add("step-tile");
        otherDigit.getStyleClass().add("centring-digit");
        otherDigit.setId("draw-other");
        otherWords.getStyleClass().add("type-caption");
        otherWords.setWrapText(true);
        otherWords.setMinHeight(USE_PREF_SIZE);
        HBox pictures = new HBox(14, otherTile, otherDigit);
        pictures.setAlignment(Pos.CENTER_LEFT);
        VBox all = new VBox(switched, pictures, otherWords);
        all.getStyleClass().add("centring-words");
        all.setMinWidth(0);
        return all;
    }

    private void show() {
        Verdict verdict = model.verdictProperty().get();
        boolean centred = verdict.centring();
        centre.call(texts.get(centred ? "steps.centre" : "steps.drawn"));
        // Uncentred, the page goes to the net as it is: crop and box are not on its way.
        crop.setOpacity(centred ? 1 : 0.35);
        box.setOpacity(centred ? 1 : 0.35);
        if (verdict.isBlank()) blank(centred);
        else show(verdict.sheets().orElseThrow(), centred);
        Tally now = verdict.tally();
        Tally then = verdict.other();
        boolean differs = !then.isEmpty() && then.digit() != now.digit();
        otherDigit.setText(then.isEmpty() ? "" : String.valueOf(then.digit()));
        otherDigit.pseudoClassStateChanged(DISSENT, differs && centred);
        otherWords.setText(then.isEmpty() ? texts.get("centring.waits") : words(then, differs, centred));
    }

    private String words(Tally then, boolean differs, boolean centred) {
        String sure = Figures.percent(then.sure(), 0);
        if (!differs) return texts.get(centred ? "centring.same.without" : "centring.same.with", sure);
        boolean one = then.votes().size() == 1;
        String without = one ? "centring.without.one" : "centring.without.some";
        String with = one ? "centring.with.one" : "centring.with.some";
        return texts.get(centred ? without : with, then.digit(), sure);
    }

    private void blank(boolean centred) {
        String waits = texts.get("steps.waits");
        ink.show(null, waits);
        crop.show(null, waits);
        crop.view.setBoxes(List.of());
        box.show(Picture.blank(20, 20), texts.get("steps.box.says"));
        centre.show(null, texts.get(centred ? "steps.centre.says" : "steps.drawn.says"));
        centre.view.crossProperty().set(null);
        input.show(null, waits);
        other.setPicture(null);
    }

    private void show(Sheets sheets, boolean centred) {
        ink.show(sheets.ink(), size(sheets.ink().width(), sheets.ink().height()));
        Picture cut = sheets.cropped();
        crop.show(cut, size(sheets.width(), sheets.height()));
        crop.view.setBoxes(List.of(new DigitView.Box(0, 0, cut.width(), cut.height(), Role.ACCENT, false, 0, "")));
        box.show(sheets.box(), texts.get("steps.box.says"));
        centre.show(
                centred ? sheets.centred() : sheets.drawn(),
                texts.get(centred ? "steps.centre.says" : "steps.drawn.says"));
        centre.view.crossProperty().set(centred ? new Point2D(sheets.centreX(), sheets.centreY()) : null);
        input.show(sheets.input(), size(sheets.input().width(), sheets.input().height()));
        other.setPicture(sheets.other());
    }

    private String size(int width, int height) {
        return texts.get("steps.size", width, height);
    }

    /** For projector mode: the first, the third and the last picture, small, in a row for the page's foot. */
    static Node foot(DrawViewModel model, Texts texts) {
        DigitView ink = new DigitView(124);
        DigitView box = new DigitView(124);
        DigitView input = new DigitView(124);
        box.setHardPixels(true);
        input.setHardPixels(true);
        model.verdictProperty().addListener((o, was, now) -> {
            ink.setPicture(now.sheets().map(Sheets::ink).orElse(null));
            box.setPicture(now.sheets().map(Sheets::box).orElse(null));
            input.setPicture(now.sheets().map(Sheets::input).orElse(null));
        });
        HBox row = new HBox(
                footTile(ink, texts.get("steps.ink")),
                footWords(texts.get("steps.short.ink")),
                footArrow(),
                footTile(box, texts.get("steps.box")),
                footWords(texts.get("steps.short.box")),
                footArrow(),
                footTile(input, texts.get("steps.input")),
                footWords(texts.get("steps.short.input")));
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    private static Node footTile(DigitView view, String name) {
        view.setAccessibleText(name);
        StackPane tile = new StackPane(view);
        tile.getStyleClass().add("foot-tile");
        tile.setPadding(new Insets(5));
        tile.setMinSize(124, 124);
        tile.setMaxSize(124, 124);
        return tile;
    }

    private static Node footWords(String says) {
        Label label = new Label(says);
        label.getStyleClass().addAll("type-body", "tone-2");
        label.setMinWidth(USE_PREF_SIZE);
        HBox.setMargin(label, new Insets(0, 0, 0, 12));
        return label;
    }

    private static Node footArrow() {
        FontIcon icon = new FontIcon(Feather.CHEVRON_RIGHT);
        icon.getStyleClass().add("step-arrow");
        StackPane arrow = new StackPane(icon);
        arrow.setMinWidth(44);
        return arrow;
    }
}
