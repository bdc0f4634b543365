package inklab.ui.data;

import inklab.data.DataStatus;
import inklab.distort.InkBox;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.Role;
import inklab.ui.widget.SplitBar;
import inklab.ui.widget.YieldingColumn;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel: one training image at pixel scale, the widths its ink can be made, the split, and the files. */
final class SpecimenPanel extends VBox {
    private static final int ACROSS = 4;
    private static final double GAP = 8;
    /** The least height of the specimen's sheet, px: four to each of 28 pixels, and its margin. */
    private static final double LEAST = 132;

    private static final double MARGIN = 20;

    private final DataViewModel model;
    private final Texts texts;
    private final Label name = new Label();
    private final Label place = new Label();
    private final DigitView view = new DigitView(252);
    private final Label nothing = new Label();
    private final StackPane sheet = new Sheet();
    private final GridPane widths = new GridPane();
    private final VBox widthGroup;
    private final SplitBar split = new SplitBar();
    private final VBox splitGroup;
    private final Label size = new Label();
    private final HBox files = new HBox(8);
    private final VBox fileGroup;
    private final HBox head;

    SpecimenPanel(DataViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("data-panel");
        name.getStyleClass().add("type-heading");
        place.getStyleClass().add("type-note");
        place.setMinWidth(Region.USE_PREF_SIZE);
        view.setId("data-specimen");
        view.setHardPixels(true);
        view.setFocusTraversable(true);
        CopyPicture.install(view, texts.get("copy"));
        sheet.getStyleClass().add("data-sheet");
        nothing.setText(texts.get("specimen.none"));
        nothing.getStyleClass().add("type-caption");
        head = head(name, place);
        // Square where there is room.
        VBox specimenGroup = new YieldingColumn(8, sheet, LEAST, width -> width, head, sheet);
        widths.setHgap(GAP);
        widths.setVgap(6);
        Label rule = new Label(texts.get("widths.rule", Figures.fixed(InkBox.NARROW, 1)));
        rule.getStyleClass().add("type-caption");
        rule.setWrapText(true);
        rule.setMinHeight(Region.USE_PREF_SIZE);
        Label unit = new Label("px");
        unit.getStyleClass().add("type-note");
        widthGroup = new VBox(8, head(heading(texts.get("widths")), unit), widths, rule);
        split.setId("data-split");
        split.setAccessibleText(texts.get("split"));
        splitGroup = new VBox(8, heading(texts.get("split")), split, new SplitFields(model, texts));
        size.getStyleClass().add("type-note");
        files.setAlignment(Pos.TOP_LEFT);
        fileGroup = new VBox(8, head(heading(texts.get("files")), size), files);
        getChildren().addAll(specimenGroup, widthGroup, splitGroup, fileGroup);
        // Its pictures are as wide as it is: they must not keep it from becoming narrower with the window.
        setMinWidth(0);
        widthProperty().addListener(o -> measure());
        model.specimenProperty().addListener(o -> show());
        model.recipeProperty().addListener(o -> showWidths());
        model.imagesProperty().addListener(o -> showSplit());
        model.datasetProperty().addListener(o -> showFiles());
        model.shelf().revisionProperty().addListener(o -> showFiles());
        show();
        showSplit();
        showFiles();
    }

    /** The picture itself, for copying it from elsewhere. */
    Node picture() {
        return view;
    }

    private static Label heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("type-heading");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        return heading;
    }

    private static HBox head(Label left, Label right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, left, gap, right);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private void measure() {
        double width = Math.floor(getWidth());
        if (width <= 0) return;
        sheet.requestLayout();
        double tile = Math.floor((width - (ACROSS - 1) * GAP) / ACROSS);
        for (Node node : widths.getChildren()) {
            Button frame = (Button) ((VBox) node).getChildren().get(0);
            DigitView picture = (DigitView) frame.getGraphic();
            picture.setMinSize(tile - 8, tile - 8);
            picture.setPrefSize(tile - 8, tile - 8);
        }
    }

    private void show() {
        Specimen seen = model.specimenProperty().get();
        // Between two images of one data set the last one stays until the next is there.
        boolean none = model.imagesProperty().get() == null;
        head.setVisible(!none && seen != null);
        nothing.setVisible(none);
        sheet.getStyleClass().setAll(none ? "data-sheet-none" : "data-sheet");
        if (seen == null) {
            view.setPicture(null);
            showWidths();
            return;
        }
        name.setText(seen.className());
        place.setText(texts.get("specimen", Figures.count(seen.index())));
        view.setAccessibleText(texts.get("cell", seen.className(), seen.index()));
        view.setPicture(seen.picture());
        InkBox ink = seen.ink();
        view.setBoxes(
                ink.width() == 0
                        ? List.of()
                        : List.of(new DigitView.Box(
                                ink.left(),
                                ink.top(),
                                ink.width(),
                                ink.height(),
                                Role.ACCENT,
                                true,
                                0,
                                texts.get("ink.box", ink.width(), ink.height()))));
        Tooltip.install(place, new Tooltip(seen.file().isEmpty() ? texts.get("specimen.help") : seen.file()));
        showWidths();
    }

    private void showWidths() {
        Specimen seen = model.specimenProperty().get();
        boolean any = seen != null && !seen.widths().isEmpty();
        widthGroup.setVisible(any);
        widthGroup.setManaged(any);
        if (!any) {
            widths.getChildren().clear();
            return;
        }
        if (widths.getChildren().size() != seen.widths().size()) {
            widths.getChildren().clear();
            for (int i = 0; i < seen.widths().size(); i++)
                widths.add(tile(seen.widths().get(i).pixels()), i % ACROSS, i / ACROSS);
        }
        int now = model.recipeProperty().get().data().normaliseWidth();
        for (int i = 0; i < seen.widths().size(); i++) {
            Specimen.Width width = seen.widths().get(i);
            VBox tile = (VBox) widths.getChildren().get(i);
            Button frame = (Button) tile.getChildren().get(0);
            ((DigitView) frame.getGraphic()).setPicture(width.picture());
            boolean chosen = width.pixels() == now;
            frame.getStyleClass().remove("chosen");
            if (chosen) frame.getStyleClass().add("chosen");
            Label caption = (Label) tile.getChildren().get(1);
            caption.getStyleClass().remove("data-width-chosen");
            if (chosen) caption.getStyleClass().add("data-width-chosen");
        }
        measure();
    }

    /** A press makes it the recipe's. */
    private VBox tile(int pixels) {
        DigitView picture = new DigitView(48);
        picture.setMouseTransparent(true);
        Button frame = new Button("", picture);
        frame.getStyleClass().add("data-width");
        frame.setId("data-width-" + pixels);
        String words = pixels == 0 ? texts.get("as.is") : Integer.toString(pixels);
        frame.setAccessibleText(pixels == 0 ? words : texts.get("widths.name", pixels));
        frame.setTooltip(new Tooltip(pixels == 0 ? texts.get("widths.none.help") : texts.get("widths.help", pixels)));
        frame.setOnAction(e -> model.normalise(pixels));
        Label caption = new Label(words);
        caption.getStyleClass().add("type-caption");
        VBox tile = new VBox(4, frame, caption);
        tile.setAlignment(Pos.TOP_CENTER);
        return tile;
    }

    private void showSplit() {
        Images images = model.imagesProperty().get();
        splitGroup.setVisible(images != null);
        splitGroup.setManaged(images != null);
        if (images == null) {
            show();
            return;
        }
        split.setParts(List.of(
                new SplitBar.Part(images.train(), texts.get("split.train", Figures.count(images.train())), Role.INK_2),
                new SplitBar.Part(
                        images.validation(),
                        texts.get("split.validation", Figures.count(images.validation())),
                        Role.ACCENT),
                new SplitBar.Part(images.test(), texts.get("split.test", Figures.count(images.test())), Role.TRACK)));
        show();
    }

    /** The files are the card's: whatever is found out there shows here. */
    private void showFiles() {
        Optional<ShelfCard> card = model.shelf().card(model.datasetProperty().get());
        Optional<Stock.Looks> looks = card.flatMap(c -> c.looksProperty().get());
        boolean any = looks.filter(l -> l.extent().files() > 0).isPresent();
        fileGroup.setVisible(any);
        fileGroup.setManaged(any);
        if (!any) return;
        Stock.Looks l = looks.get();
        size.setText(Figures.bytes(l.extent().bytes()));
        boolean different = l.status().state() == DataStatus.State.DIFFERENT;
        boolean own = l.shape().isEmpty();
        String words = different
                ? Words.brief(texts.sentence(l.status().notice()))
                : own
                        ? texts.get(
                                l.leftOut() == 0 ? "files.own" : "files.own.left",
                                Figures.count(l.extent().files()),
                                Figures.count(l.leftOut()))
                        : texts.get("files.match", l.extent().files());
        String done = card.get().doneProperty().get();
        Label says = new Label(done.isEmpty() || different ? words : done);
        says.setId("data-files");
        says.getStyleClass().addAll("type-note", different ? "tone-warning" : "tone-good");
        says.setWrapText(true);
        if (different) {
            // File by file it would fill the panel: two lines of it, and all on demand.
            says.getStyleClass().add("data-notice");
            says.setTooltip(tip(words));
            says.setAccessibleText(words);
        } else says.setMinHeight(Region.USE_PREF_SIZE);
        FontIcon icon = new FontIcon(different ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE);
        icon.getStyleClass().add(different ? "data-warning" : "data-good");
        StackPane held = new StackPane(icon);
        held.setMinWidth(16);
        held.getStyleClass().add("data-file-icon");
        files.getChildren().setAll(held, says);
    }

    private static Tooltip tip(String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        return tip;
    }

    /** What the specimen lies on: as high as there is room, square at most. */
    private final class Sheet extends StackPane {
        private Sheet() {
            super(view, nothing);
            setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void layoutChildren() {
            layoutInArea(nothing, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
            // Whole pixels of the picture on whole pixels of the screen.
            Specimen seen = model.specimenProperty().get();
            int side = seen == null
                    ? 28
                    : Math.max(seen.picture().height(), seen.picture().width());
            double inner = Math.max(0, Math.floor(Math.min(getWidth(), getHeight())) - MARGIN);
            double fitted = inner < side ? inner : Math.floor(inner / side) * side;
            view.resizeRelocate(
                    Math.floor((getWidth() - fitted) / 2), Math.floor((getHeight() - fitted) / 2), fitted, fitted);
        }
    }
}
