package inklab.ui.runs;

import inklab.train.Runs;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.Role;
import inklab.ui.widget.ThinBar;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the table: on a well when it is in the committee; the swatch is the legend of the curves. */
final class RunCell extends ListCell<RunRow> {
    private static final PseudoClass TICKED = PseudoClass.getPseudoClass("ticked");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");
    private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");
    private static final double HEIGHT = 36;

    private final RunTable table;
    private final Texts texts;
    private final Bed bed = new Bed();
    private RunRow shown;
    private RunRow renaming;

    RunCell(RunTable table, Texts texts) {
        this.table = table;
        this.texts = texts;
        getStyleClass().add("run-cell");
        setText(null);
        setOnMouseClicked(e -> {
            if (shown == null || e.getButton() != MouseButton.PRIMARY) return;
            if (e.getClickCount() == 2) table.inspect(shown);
            else if (e.isShortcutDown() || e.isShiftDown()) table.model().compareWith(shown);
        });
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
        super.updateItem(row, empty);
        shown = empty ? null : row;
        if (shown == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(bed);
        show();
    }

    /** Shows the row as it stands now. */
    void show() {
        if (shown == null) return;
        if (renaming != null && !renaming.path().equals(shown.path())) endRenaming();
        bed.show(shown);
    }

    RunRow shown() {
        return shown;
    }

    void rename() {
        renaming = shown;
        bed.field.setText(shown.name());
        bed.field.setVisible(true);
        bed.name.setVisible(false);
        bed.requestLayout();
        bed.field.requestFocus();
        bed.field.selectAll();
    }

    private void endRenaming() {
        renaming = null;
        bed.field.setVisible(false);
        bed.name.setVisible(true);
    }

    private void takeName() {
        RunRow row = renaming;
        if (row == null) return;
        String name = bed.field.getText();
        endRenaming();
        table.model().actions().rename(row, name);
        table.takeFocus();
    }

    /** The row's ground, with everything at its column. */
    private final class Bed extends Region {
        private final CheckBox check = new CheckBox();
        private final Button star = new Button();
        private final FontIcon outline = new FontIcon(Feather.STAR);
        private final Region filled = new Region();
        private final Region swatch = new Region();
        private final Label name = new Label();
        private final TextField field = new TextField();
        private final Label note = new Label();
        private final Label data = word();
        private final Label distortion = word();
        private final Label epochs = figure();
        private final Label validation = figure();
        private final Label test = new Label();
        private final ThinBar bar = ThinBar.of(Role.INK_2, Role.WELL, 6);
        private final Label time = figure();

        Bed() {
            getStyleClass().add("run-row");
            name.getStyleClass().add("run-name");
            note.getStyleClass().addAll("type-caption", "run-note");
            test.getStyleClass().add("run-test");
            test.setAlignment(Pos.CENTER_LEFT);
            swatch.getStyleClass().add("run-swatch");
            star.getStyleClass().add("run-star");
            filled.getStyleClass().add("run-star-filled");
            field.getStyleClass().add("run-rename");
            field.setVisible(false);
            check.setOnAction(e -> {
                RunRow row = shown;
                if (row == null) return;
                table.model().tick(row, check.isSelected());
                show(row);
            });
            star.setOnAction(e -> {
                if (shown != null) table.model().actions().star(shown, !shown.starred());
            });
            field.setOnAction(e -> takeName());
            field.focusedProperty().addListener((o, was, now) -> {
                if (was && !now) takeName();
            });
            field.setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.ESCAPE) {
                    endRenaming();
                    table.takeFocus();
                }
                e.consume();
            });
            check.setFocusTraversable(false);
            star.setFocusTraversable(false);
            bar.setMinWidth(20);
            getChildren()
                    .setAll(
                            check,
                            star,
                            swatch,
                            name,
                            field,
                            note,
                            data,
                            distortion,
                            epochs,
                            validation,
                            test,
                            bar,
                            time);
            // As wide as the list: by the places of its parts it would stay as wide as it was once.
            setMinWidth(0);
            setPrefWidth(0);
        }

        private Label word() {
            Label label = new Label();
            label.getStyleClass().addAll("type-note", "tone-2");
            return label;
        }

        private Label figure() {
            Label label = new Label();
            label.getStyleClass().add("type-body");
            label.setAlignment(Pos.CENTER_RIGHT);
            return label;
        }

        void show(RunRow row) {
            double high = Math.rint(HEIGHT * table.type());
            setMinHeight(high);
            setPrefHeight(high);
            setMaxHeight(high);
            RunsViewModel model = table.model();
            boolean ticked = model.isTicked(row);
            Optional<String> refused = model.refusal(row);
            boolean broken = row.run().isEmpty();
            pseudoClassStateChanged(TICKED, ticked);
            pseudoClassStateChanged(
                    CHOSEN,
                    model.chosen().map(one -> one.path().equals(row.path())).orElse(false));
            check.setSelected(ticked);
            check.setDisable(refused.isPresent() && !ticked);
            check.setAccessibleText(texts.get("tick", row.name()));
            star.setVisible(!broken);
            star.setGraphic(row.starred() ? filled : outline);
            star.pseudoClassStateChanged(STARRED, row.starred());
            star.setAccessibleText(texts.get(row.starred() ? "star.off" : "star.on", row.name()));
            int series = table.series(row);
            swatch.setVisible(series >= 0);
            swatch.getStyleClass().removeIf(style -> style.startsWith("series-"));
            if (series >= 0) swatch.getStyleClass().add("series-" + (1 + series % 6));
            name.setText(row.name());
            String words = broken
                    ? texts.sentence(row.trouble())
                    : refused.filter(why -> !ticked).orElse("");
            if (row.is(Runs.Status.DIVERGED)) words = texts.get("row.diverged");
            note.setText(words);
            note.setVisible(!words.isEmpty());
            note.setTooltip(words.isEmpty() ? null : new Tooltip(words));
            data.setText(row.data());
            distortion.setText(row.distortion());
            boolean live = row.training();
            epochs.pseudoClassStateChanged(LIVE, live);
            int planned = row.recipe().map(recipe -> recipe.training().epochs()).orElse(0);
            boolean unfinished = live || row.is(Runs.Status.UNFINISHED);
            epochs.setText(
                    broken ? "" : unfinished ? texts.get("row.epochs", row.epochs(), planned) : "" + row.epochs());
            validation.setText(broken ? "" : RunWords.error(row.validation()));
            test.setText(broken ? "" : RunWords.error(row.test()));
            // On the well of a ticked row a bed of well could not be seen.
            bar.setBed(ticked ? Role.SHEET : Role.WELL);
            bar.setVisible(!Double.isNaN(row.test()));
            bar.show(Double.isNaN(row.test()) ? 0 : Math.min(1, row.test() / table.scale()));
            time.setText(broken || row.seconds() <= 0 ? "" : Figures.clock(row.seconds()));
            for (Node node : new Node[] {data, distortion, epochs, validation, test, time}) node.setVisible(!broken);
            setAccessible(row, words);
            requestLayout();
        }

        private void setAccessible(RunRow row, String words) {
            String figures = row.run().isEmpty()
                    ? ""
                    : ", " + texts.get("column.test") + " " + test.getText() + ", " + texts.get("column.validation")
                            + " " + validation.getText();
            RunCell.this.setAccessibleText(row.name() + figures + (words.isEmpty() ? "" : ". " + words));
        }

        @Override
        protected void layoutChildren() {
            double type = table.type();
            Columns at = new Columns(getWidth(), type);
            double h = getHeight();
            place(check, at.check(), Math.rint(18 * type), h);
            place(star, at.star(), Math.rint(20 * type), h);
            double thin = Math.rint(4 * type);
            swatch.resizeRelocate(at.swatch(), Math.rint((h - thin) / 2), at.swatchWidth(), thin);
            boolean noted = note.isVisible();
            boolean broken = shown != null && shown.run().isEmpty();
            double noteWidth = broken ? getWidth() - at.name() - 12 : at.nameWidth();
            if (noted) {
                name.resizeRelocate(at.name(), 0, at.nameWidth(), Math.rint(20 * type));
                note.resizeRelocate(at.name(), Math.rint(18 * type), noteWidth, Math.rint(16 * type));
            } else place(name, at.name(), at.nameWidth(), h);
            field.resizeRelocate(at.name() - 9, 4, at.nameWidth() + 9, h - 8);
            data.setVisible(at.hasData() && !broken);
            place(data, at.dataLeft(), at.dataWidth(), h);
            place(distortion, at.distortionLeft(), at.distortionWidth(), h);
            place(epochs, at.epochsRight() - at.epochsWidth(), at.epochsWidth(), h);
            place(validation, at.validationRight() - at.figureWidth(), at.figureWidth(), h);
            place(test, at.testLeft(), at.testWidth(), h);
            double thick = bar.prefHeight(-1);
            bar.resizeRelocate(at.barLeft(), Math.rint((h - thick) / 2), at.barRight() - at.barLeft(), thick);
            place(time, at.timeRight() - at.figureWidth(), at.figureWidth(), h);
        }

        private void place(Region node, double x, double width, double h) {
            double high = Math.min(h, node.prefHeight(width));
            node.resizeRelocate(x, Math.rint((h - high) / 2), width, high);
        }
    }
}
