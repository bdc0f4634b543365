package inklab.ui.draw;

import inklab.ui.Notice;
import inklab.ui.Notices;
import inklab.ui.Texts;
import inklab.ui.widget.DigitWall;
import inklab.ui.widget.DrawingPad;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The kept drawings with what was misread among them; and below, what this drawing is, and the button that keeps it. */
final class KeptPanel extends VBox {
    private static final int COLUMNS = 6;
    private static final double ROW = 45;
    private static final int MOST_ROWS = 5;

    private final DrawViewModel model;
    private final DrawingPad pad;
    private final Notices notices;
    private final Texts texts;
    private final Label score = new Label();
    private final DigitWall wall = new DigitWall(32);
    private final StackPane place = new StackPane();
    private final Label empty = new Label();
    private final ToggleButton[] digits = new ToggleButton[10];
    private final Button keep;

    KeptPanel(DrawViewModel model, DrawingPad pad, Notices notices, Texts texts) {
        this.model = model;
        this.pad = pad;
        this.notices = notices;
        this.texts = texts;
        setSpacing(8);
        Label title = new Label(texts.get("kept.title"));
        title.getStyleClass().add("type-heading");
        title.setMinWidth(USE_PREF_SIZE);
        score.getStyleClass().add("type-note");
        score.setId("draw-score");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(8, title, between, score);
        head.setAlignment(Pos.CENTER_LEFT);
        wall();
        empty.setText(texts.get("kept.empty"));
        empty.getStyleClass().addAll("type-caption", "kept-empty");
        empty.setWrapText(true);
        empty.setMaxWidth(Double.MAX_VALUE);
        empty.setMinHeight(88);
        Region gap = new Region();
        gap.setMinHeight(8);
        VBox.setVgrow(gap, Priority.ALWAYS);
        keep = new Button(texts.get("kept.keep"), new FontIcon(Feather.PLUS));
        keep.setId("draw-keep");
        keep.getStyleClass().add("primary");
        keep.setMaxWidth(Double.MAX_VALUE);
        keep.setTooltip(new Tooltip(texts.get("kept.keep.help")));
        keep.disableProperty().bind(model.keepableProperty().not());
        keep.setOnAction(e -> model.keep());
        getChildren().addAll(head, place, gap, digitRow(), keep);
        model.kept().allProperty().addListener(o -> show());
        model.labelProperty().addListener(o -> label());
        show();
        label();
    }

    private void wall() {
        wall.setId("draw-kept");
        wall.setTiles(true);
        wall.setColumns(COLUMNS);
        wall.setAccessibleText(texts.get("kept.name"));
        wall.setAccessibleHelp(texts.get("kept.help"));
        Tooltip.install(wall, new Tooltip(texts.get("kept.help")));
        wall.setOnChosen(i ->
                pad.setStrokes(PadReader.padStrokes(model.kept().all().get(i).drawing())));
        wall.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.DELETE && e.getCode() != KeyCode.BACK_SPACE) return;
            remove();
            e.consume();
        });
        MenuItem remove = new MenuItem(texts.get("kept.remove"));
        remove.setOnAction(e -> remove());
        MenuItem table = new MenuItem(texts.get("kept.table"));
        table.setOnAction(e -> copyTable());
        ContextMenu menu = new ContextMenu(remove, table);
        wall.setOnContextMenuRequested(e -> {
            if (wall.hoveredProperty().get() >= 0)
                wall.selectedProperty().set(wall.hoveredProperty().get());
            remove.setDisable(wall.selectedProperty().get() < 0);
            menu.show(wall, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }

    private HBox digitRow() {
        Label words = new Label(texts.get("kept.label"));
        words.getStyleClass().addAll("type-note", "tone-2");
        words.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(0, words);
        for (int digit = 0; digit < digits.length; digit++) {
            ToggleButton button = new ToggleButton(String.valueOf(digit));
            int said = digit;
            button.getStyleClass().add("label-digit");
            button.setId("draw-label-" + digit);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setAccessibleText(texts.get("kept.label.digit", digit));
            button.setMinWidth(0);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setPrefWidth(17);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(e -> {
                model.call(said);
                label();
            });
            digits[digit] = button;
            row.getChildren().add(button);
        }
        HBox.setMargin(digits[0], new javafx.geometry.Insets(0, 0, 0, 5));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void label() {
        int label = model.labelProperty().get();
        for (int i = 0; i < digits.length; i++) {
            digits[i].setSelected(i == label);
            digits[i].setFocusTraversable(i == Math.max(0, label));
        }
        keep.setText(label < 0 ? texts.get("kept.keep") : texts.get("kept.keep.as", label));
    }

    private void show() {
        List<Kept> all = model.kept().all();
        wall.setCells(all.stream().map(this::cell).toList());
        int rows = Math.min(MOST_ROWS, (all.size() + COLUMNS - 1) / COLUMNS);
        wall.setMinHeight(rows * ROW);
        wall.setPrefHeight(rows * ROW);
        wall.setMaxHeight(rows * ROW);
        place.getChildren().setAll(all.isEmpty() ? empty : wall);
        int scored = model.kept().scored();
        score.setText(
                all.isEmpty()
                        ? ""
                        : scored > 0
                                ? texts.get("kept.score", model.kept().right(), scored)
                                : texts.get("kept.count", all.size()));
    }

    private DigitWall.Cell cell(Kept kept) {
        int label = kept.label();
        boolean wrong = kept.isWrong();
        String name = label < 0
                ? texts.get("kept.cell.plain")
                : wrong
                        ? texts.get("kept.cell.wrong", label, kept.answer())
                        : texts.get(kept.answer() < 0 ? "kept.cell" : "kept.cell.right", label);
        return new DigitWall.Cell(kept.picture(), wrong ? String.valueOf(kept.answer()) : "", wrong, name);
    }

    private void remove() {
        int index = wall.selectedProperty().get();
        if (index < 0 || index >= model.kept().all().size()) return;
        wall.selectedProperty().set(-1);
        Kept gone = model.kept().remove(index);
        notices.add(Notice.good(texts.get("kept.removed"))
                .withAction(texts.get("kept.bring.back"), () -> model.kept().put(index, gone)));
    }

    private void copyTable() {
        StringBuilder table = new StringBuilder("label,answer\n");
        for (Kept kept : model.kept().all())
            table.append(kept.label() < 0 ? "" : kept.label())
                    .append(',')
                    .append(kept.answer() < 0 ? "" : kept.answer())
                    .append('\n');
        ClipboardContent content = new ClipboardContent();
        content.putString(table.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
