package inklab.ui.runs;

import inklab.ui.Texts;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.SkeletonLoading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card with the table of runs: a head to sort by, and rows of which only those in view exist as nodes. */
final class RunTable extends Region {
    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");
    private static final double HEAD = 40;
    private static final double ROW = 38;
    private static final double FOOT = 8;
    private static final double SCROLL = 8;

    private final RunsViewModel model;
    private final CurvesModel curves;
    private final RunMenu menu;
    private final Texts texts;
    private final ListView<RunRow> list = new ListView<>();
    private final Map<SortBy, Button> heads = new EnumMap<>(SortBy.class);
    private final List<RunCell> cells = new ArrayList<>();
    private final Region empty;
    private final Region none;
    private final SkeletonLoading loading = SkeletonLoading.lines(7);
    private Map<RunRow, Integer> series = Map.of();
    private double scale = 0.01;
    private double type = 1;
    private boolean selecting;

    RunTable(RunsViewModel model, CurvesModel curves, RunMenu menu, Runnable train, Texts texts) {
        this.model = model;
        this.curves = curves;
        this.menu = menu;
        this.texts = texts;
        getStyleClass().addAll("card", "run-table");
        list.setId("runs-list");
        list.setAccessibleText(texts.get("table"));
        list.getStyleClass().add("run-list");
        list.setFixedCellSize(ROW);
        list.setItems(model.shown());
        list.setCellFactory(view -> {
            RunCell cell = new RunCell(this, texts);
            cells.add(cell);
            return cell;
        });
        Button start = new Button(texts.get("empty.train"), new FontIcon(Feather.PLAY));
        start.setId("runs-empty-train");
        start.setOnAction(e -> train.run());
        empty = new EmptyState(new FontIcon(Feather.LIST), texts.get("empty.title"), texts.get("empty.words"), start);
        none = new EmptyState(new FontIcon(Feather.SEARCH), "", texts.get("empty.match"), null);
        head(SortBy.NAME, "column.run", false);
        head(SortBy.DATA, "column.data", false);
        head(SortBy.DISTORTION, "column.distortion", false);
        head(SortBy.EPOCHS, "column.epochs", true);
        head(SortBy.VALIDATION, "column.validation", true);
        head(SortBy.TEST, "column.test", false);
        head(SortBy.TIME, "column.time", true);
        getChildren().addAll(list, empty, none, loading);
        loading.start();
        list.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            if (!selecting && now != null) model.choose(now);
        });
        model.shown().addListener((ListChangeListener<RunRow>) change -> select());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ContextMenu popup = new ContextMenu();
        list.setOnContextMenuRequested(e -> {
            popup.getItems().setAll(menu.items(model.chosen(), this::rename));
            popup.show(list, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        model.versionProperty().addListener(o -> show());
        model.readProperty().addListener(o -> show());
        show();
    }

    RunsViewModel model() {
        return model;
    }

    void inspect(RunRow row) {
        menu.inspect(row);
    }

    /** The colour's number of a run that has a curve; −1 of others. */
    int series(RunRow row) {
        return series.getOrDefault(row, -1);
    }

    /** The error at which a bar is full, 0 to 1. */
    double scale() {
        return scale;
    }

    /** How large the type is, 1 at the desk. */
    double type() {
        return type;
    }

    /** In a lecture hall rows are as high as their type needs. */
    void project(boolean on) {
        type = on ? Columns.HALL : 1;
        list.setFixedCellSize(px(ROW));
        show();
    }

    private double px(double atTheDesk) {
        return Math.rint(atTheDesk * type);
    }

    void takeFocus() {
        list.requestFocus();
    }

    private void head(SortBy column, String key, boolean right) {
        Button head = new Button(texts.get(key));
        head.setId("runs-sort-" + column.name().toLowerCase(Locale.ROOT));
        head.getStyleClass().add("run-head");
        head.setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        head.setContentDisplay(ContentDisplay.RIGHT);
        head.setOnAction(e -> model.sortBy(column));
        heads.put(column, head);
        getChildren().add(head);
    }

    private void show() {
        series = curves.series();
        scale = scaleOf(model.shown());
        heads.forEach((column, head) -> {
            boolean sorted = column == model.sort();
            head.pseudoClassStateChanged(SORTED, sorted);
            head.setGraphic(
                    sorted ? new FontIcon(model.descending() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP) : null);
            String order = sorted ? texts.get(model.descending() ? "sorted.down" : "sorted.up") : "";
            head.setAccessibleText(head.getText() + (order.isEmpty() ? "" : ", " + order));
        });
        boolean read = model.readProperty().get();
        boolean nothing = read && model.all().isEmpty();
        if (read && loading.isVisible()) loading.stop();
        loading.setVisible(!read);
        empty.setVisible(nothing);
        none.setVisible(read && !nothing && model.shown().isEmpty());
        list.setVisible(!empty.isVisible() && !none.isVisible());
        for (Node head : heads.values()) head.setVisible(!nothing);
        select();
        cells.forEach(RunCell::show);
        if (getParent() != null) getParent().requestLayout();
        requestLayout();
    }

    /** A scale on which the usual run's bar is seen, whatever a failed one's error is. */
    private static double scaleOf(List<RunRow> rows) {
        double[] errors = rows.stream()
                .mapToDouble(RunRow::test)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (errors.length == 0) return 0.01;
        double most = Math.min(errors[errors.length - 1], 4 * errors[errors.length / 2]);
        double wanted = Math.max(1e-4, 1.25 * most);
        double unit = Math.pow(10, Math.floor(Math.log10(wanted)));
        return Arrays.stream(new double[] {1, 2, 4, 5, 10})
                .map(times -> times * unit)
                .filter(round -> round >= wanted * 0.999)
                .findFirst()
                .orElse(1);
    }

    /** The list's own choice follows the model's: rows move when the order changes. */
    private void select() {
        int at = model.chosen().map(row -> model.shown().indexOf(row)).orElse(-1);
        if (list.getSelectionModel().getSelectedIndex() == at) return;
        selecting = true;
        if (at < 0) list.getSelectionModel().clearSelection();
        else list.getSelectionModel().select(at);
        selecting = false;
    }

    private void key(KeyEvent e) {
        if (e.getTarget() instanceof TextInputControl) return;
        RunRow row = model.chosen().orElse(null);
        if (row == null || e.isShortcutDown()) return;
        boolean used = true;
        switch (e.getCode()) {
            case SPACE -> model.tick(row, !model.isTicked(row));
            case ENTER -> menu.inspect(row);
            case F2 -> rename(row);
            case DELETE, BACK_SPACE -> model.actions().trash(row);
            case S -> model.actions().star(row, !row.starred());
            default -> used = false;
        }
        if (used) e.consume();
    }

    private void rename(RunRow row) {
        if (cell(row).filter(this::isInView).isEmpty()) {
            list.scrollTo(row);
            list.layout();
        }
        cell(row).ifPresent(RunCell::rename);
    }

    private Optional<RunCell> cell(RunRow row) {
        return cells.stream()
                .filter(cell -> cell.shown() != null && cell.shown().path().equals(row.path()))
                .findFirst();
    }

    private boolean isInView(RunCell cell) {
        Bounds at = list.sceneToLocal(cell.localToScene(cell.getBoundsInLocal()));
        return cell.isVisible() && at.getMinY() >= -1 && at.getMaxY() <= list.getHeight() + 1;
    }

    /** How high it would be with all rows in view. */
    @Override
    protected double computePrefHeight(double width) {
        boolean rows = list.isVisible();
        return px(HEAD)
                + FOOT
                - 2
                + (rows
                        ? px(ROW)
                                * Math.max(
                                        loading.isVisible() ? 7 : 1,
                                        model.shown().size())
                        : 160);
    }

    @Override
    protected void layoutChildren() {
        double left = 16;
        double width = getWidth() - 32;
        double head = px(HEAD);
        double listHigh = getHeight() - head - FOOT;
        // The scroll bar takes its room from the rows.
        boolean scrolls = px(ROW) * model.shown().size() > listHigh + 2;
        Columns at = new Columns(width - (scrolls ? SCROLL : 0), type);
        list.resizeRelocate(left, head, width, Math.max(px(ROW), listHigh + 2));
        loading.resizeRelocate(left, head, width, Math.max(0, getHeight() - head - 16));
        for (Region place : List.of(empty, none))
            place.resizeRelocate(
                    left, empty.isVisible() ? 16 : head, width, getHeight() - (empty.isVisible() ? 32 : head + 16));
        heads.get(SortBy.DATA).setVisible(at.hasData() && !empty.isVisible());
        head(SortBy.NAME, left + at.swatch(), at.nameWidth(), false);
        head(SortBy.DATA, left + at.dataLeft(), at.dataWidth(), false);
        head(SortBy.DISTORTION, left + at.distortionLeft(), at.distortionWidth(), false);
        head(SortBy.EPOCHS, left + at.epochsRight(), px(88), true);
        head(SortBy.VALIDATION, left + at.validationRight(), px(88), true);
        head(SortBy.TEST, left + at.testLeft(), px(130), false);
        head(SortBy.TIME, left + at.timeRight(), px(84), true);
    }

    private void head(SortBy column, double x, double most, boolean right) {
        Button head = heads.get(column);
        double width = Math.min(most, head.prefWidth(-1));
        head.resizeRelocate(right ? x - width : x, 12, width, px(24));
    }
}
