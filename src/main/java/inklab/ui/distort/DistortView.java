package inklab.ui.distort;

import inklab.distort.Distortion;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.DigitWall;
import inklab.ui.widget.FieldArrows;
import inklab.ui.widget.Picture;
import inklab.ui.widget.PictureSheet;
import inklab.ui.widget.ProblemStrip;
import inklab.ui.widget.Role;
import inklab.ui.widget.SkeletonLoading;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The wall, and beside it where one image's pixels move and the σ × α sheet. */
final class DistortView extends HBox {
    private static final int COLUMNS = 8;
    private static final double SIDE = 272;
    private static final double SIDE_SMALL = 248;
    private static final double SIDE_LARGE = 360;
    private static final double SIDE_IN_HALL = 310;
    private static final double SIDE_LARGEST = 520;
    /** Longer than this, "label → word" no longer fits under a digit. */
    private static final int CAPTION = 12;

    private final DistortViewModel model;
    private final Texts texts;
    private final DigitWall wall = new DigitWall(56);
    private final FieldArrows arrows = new FieldArrows(232);
    private final PictureSheet sheet = new PictureSheet(
            Sheet.SIGMAS.stream().map(v -> Figures.fixed(v, 0)).toList(),
            Sheet.ALPHAS.stream().map(v -> Figures.fixed(v, 0)).toList());
    private final SkeletonLoading skeleton = SkeletonLoading.grid(COLUMNS, COLUMNS);
    private final Label rms = new Label();
    private final Label redder = new Label();
    private final Label hereName = new Label();
    private final Label recipeName = new Label();
    private final Label here = new Label();
    private final Label recipe = new Label();
    private boolean projector;
    private final VBox legend;
    private final VBox side;
    private final Node field;
    private final Card wallCard;

    DistortView(DistortViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("distort");
        setSpacing(24);
        wall.setId("distort-wall");
        wall.setColumns(COLUMNS);
        wall.setCaptions(true);
        wall.setAccessibleText(texts.get("wall"));
        wall.selectedProperty().addListener((o, was, now) -> {
            if (now.intValue() >= 0) model.chosenProperty().set(now.intValue());
        });
        CopyPicture.install(wall, texts.get("copy"));
        skeleton.setCancel(texts.get("cancel"), model::cancelLoading);
        StackPane stack = new StackPane(skeleton, wall);
        wallCard = new Card(stack);
        wallCard.setMinWidth(320);
        setHgrow(wallCard, Priority.ALWAYS);

        legend = new VBox(8, row("here", hereName, here), row("recipe", recipeName, recipe));
        field = fieldCard();
        side = new VBox(16, field, sheetCard());
        widthProperty().addListener((o, was, now) -> widen(now.doubleValue()));
        widen(0);
        getChildren().addAll(wallCard, side);

        model.wallProperty().addListener(o -> showWall());
        model.wordsProperty().addListener(o -> {
            showWall();
            showRates();
        });
        model.sheetProperty().addListener(o -> {
            if (model.sheetProperty().get() != null)
                sheet.setPictures(model.sheetProperty().get().pictures());
        });
        model.gridProperty().addListener(o -> showRates());
        model.hereProperty().addListener(o -> showRates());
        model.distortionProperty().addListener(o -> showFrames());
        model.recipeDistortionProperty().addListener(o -> showFrames());
        model.loadingProperty().addListener(o -> showLoading());
        model.problemProperty().addListener(o -> showProblem());
        showFrames();
        showRates();
        showLoading();
    }

    /** Where keys should go first. */
    void focusWall() {
        wall.requestFocus();
    }

    /** In the lecture hall: the wall and the sheet, nothing else. */
    void project(boolean projector) {
        field.setVisible(!projector);
        field.setManaged(!projector);
        this.projector = projector;
        widen(getWidth());
    }

    private Node fieldCard() {
        Label heading = new Label(texts.get("moves"));
        heading.getStyleClass().add("type-heading");
        rms.getStyleClass().add("type-note");
        rms.setId("distort-rms");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(4, heading, grow(), rms);
        head.setAlignment(Pos.BASELINE_LEFT);
        arrows.setId("distort-arrows");
        arrows.setAccessibleText(texts.get("moves"));
        CopyPicture.install(arrows, texts.get("copy"));
        VBox.setVgrow(arrows, Priority.SOMETIMES);
        VBox card = new VBox(8, head, arrows);
        card.getStyleClass().add("card");
        return card;
    }

    private Node sheetCard() {
        Label heading = new Label(texts.get("sheet"));
        heading.getStyleClass().add("type-heading");
        redder.getStyleClass().add("type-caption");
        Label axes = new Label(texts.get("sheet.axes"));
        axes.getStyleClass().addAll("type-caption", "tone-2", "distort-axes");
        axes.setMaxWidth(Double.MAX_VALUE);
        axes.setAlignment(Pos.CENTER);
        sheet.setId("distort-sheet");
        sheet.setAccessibleText(texts.get("sheet"));
        sheet.setOnCell((row, column) -> model.go(new Sheet.Cell(row, column)));
        CopyPicture.install(sheet, texts.get("copy"));
        VBox.setVgrow(sheet, Priority.ALWAYS);
        VBox card = new VBox(8, new VBox(heading, redder), sheet, axes, legend);
        card.getStyleClass().add("card");
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private static Node row(String styleClass, Label name, Label figure) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("distort-swatch", styleClass);
        name.getStyleClass().add("type-note");
        name.setMinWidth(0);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        figure.getStyleClass().add("type-figure");
        HBox row = new HBox(8, swatch, name, grow(), figure);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Pictures grow with the window, and shrink before text does. */
    private void widen(double width) {
        double wanted = width <= 0 ? SIDE : width * (projector ? SIDE_IN_HALL : SIDE) / 992;
        double most = projector ? SIDE_LARGEST : SIDE_LARGE;
        double held = Math.rint(Math.max(SIDE_SMALL, Math.min(most, wanted)));
        side.setMinWidth(held);
        side.setPrefWidth(held);
        side.setMaxWidth(held);
        arrows.setPrefHeight(held - 32);
        sheet.setMaxHeight(held - (projector ? 56 : 32));
    }

    private void showWall() {
        Wall drawn = model.wallProperty().get();
        if (drawn == null) return;
        Words words = model.wordsProperty().get();
        boolean read =
                words != null && words.labels().size() == drawn.pictures().size();
        List<DigitWall.Cell> cells = new ArrayList<>();
        for (int i = 0; i < drawn.pictures().size(); i++)
            cells.add(cell(drawn.ask().sample(), drawn.pictures().get(i), i, read ? words : null));
        wall.setCells(cells);
        if (wall.selectedProperty().get() < 0)
            wall.selectedProperty().set(model.chosenProperty().get());
        arrows.setPicture(drawn.chosen());
        arrows.setField(
                drawn.moves().height(),
                drawn.moves().width(),
                drawn.moves().dx(),
                drawn.moves().dy());
        rms.setText(texts.get("rms", Figures.fixed(drawn.rms(), 2)));
    }

    private DigitWall.Cell cell(Sample sample, Picture picture, int i, Words words) {
        String label = sample.classes().get(sample.images().label(i));
        if (words == null) return new DigitWall.Cell(picture, label, false, texts.get("cell", label));
        String says = sample.classes().size() > words.says().get(i)
                ? sample.classes().get(words.says().get(i))
                : String.valueOf(words.says().get(i));
        if (!words.flipped(i)) return new DigitWall.Cell(picture, says, false, texts.get("cell.right", label));
        String whole = label + " → " + says;
        return new DigitWall.Cell(
                picture, whole.length() > CAPTION ? "→ " + says : whole, true, texts.get("cell.wrong", label, says));
    }

    private void showFrames() {
        Distortion now = model.distortionProperty().get();
        Distortion recipes = model.recipeDistortionProperty().get();
        List<PictureSheet.Frame> frames = new ArrayList<>();
        frame(frames, now, Role.ACCENT);
        frame(frames, recipes, Role.INK_2);
        sheet.setFrames(frames);
        // The frame is around the nearest cell; the figure is that of the very place.
        hereName.setText(texts.get(Sheet.isOnCell(now) ? "here" : "here.near"));
        recipeName.setText(texts.get(Sheet.isOnCell(recipes) ? "recipe" : "recipe.near"));
    }

    private static void frame(List<PictureSheet.Frame> frames, Distortion d, Role role) {
        Sheet.Cell cell = Sheet.nearest(d);
        frames.add(new PictureSheet.Frame(cell.row(), cell.column(), role));
    }

    private void showRates() {
        boolean net = model.wordsProperty().get() != null;
        redder.setText(texts.get(net ? "sheet.redder" : "sheet.choose"));
        sheet.setTints(net ? model.gridProperty().get().cells() : List.of());
        here.setText(rate(model.hereProperty().get().here(), net));
        recipe.setText(rate(model.hereProperty().get().recipe(), net));
    }

    private String rate(double share, boolean net) {
        if (!net) return "";
        return Double.isNaN(share) ? "…" : texts.get("misread", Figures.percent(share, 1));
    }

    private void showLoading() {
        boolean loading = model.loadingProperty().get();
        boolean first = loading && model.sampleProperty().get() == null;
        wall.setVisible(!first);
        skeleton.setVisible(first);
        if (first) skeleton.start();
        else skeleton.stop();
    }

    private void showProblem() {
        String what = texts.sentence(model.problemProperty().get());
        wallCard.setProblem(
                what.isEmpty()
                        ? null
                        : new ProblemStrip(
                                ProblemStrip.Level.WARNING,
                                what,
                                model.sampleProperty().get() == null ? texts.get("ink.instead") : ""));
    }

    private static Region grow() {
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        return grow;
    }
}
