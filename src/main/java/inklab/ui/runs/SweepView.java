package inklab.ui.runs;

import inklab.sweep.Axis;
import inklab.sweep.Trial;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.DotChart;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.HeatMap;
import inklab.ui.widget.ParallelLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sweep in pictures: error over two axes, the members as a table, all axes side by side, error against cost, the best so far. */
final class SweepView extends Region {
    private static final double GAP = 16;

    private final SweepsModel model;
    private final Texts texts;
    private final HeatMap map = new HeatMap();
    private final ParallelLines lines = new ParallelLines();
    private final DotChart front = new DotChart("pareto-chart");
    private final DotChart records = new DotChart("best-chart");
    private final SweepTable table;
    private final Card mapCard;
    private final Card tableCard;
    private final Card linesCard;
    private final Card frontCard;
    private final Card recordsCard;
    private final EmptyState empty;
    private final MenuButton across = new MenuButton();
    private final MenuButton down = new MenuButton();
    private boolean projected;
    private List<Trial> inLines = List.of();
    private List<Trial> inCells = List.of();
    private List<Trial> inDots = List.of();

    SweepView(SweepsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = new SweepTable(model, texts);
        mapCard = card("sweep.map", map);
        tableCard = new Card(texts.get("sweep.members"), table.node());
        linesCard = card("sweep.lines", lines);
        linesCard.setNote(texts.get("sweep.lines.how"));
        frontCard = card("sweep.cost", front);
        recordsCard = card("sweep.best", records);
        empty = new EmptyState(
                new FontIcon(Feather.GRID), texts.get("sweep.none.title"), texts.get("sweep.none"), null);
        getChildren().addAll(mapCard, tableCard, linesCard, frontCard, recordsCard, empty);
        setMinSize(700, 540);
        map.setId("sweep-map");
        map.setFormat(RunWords::error);
        lines.setId("sweep-lines");
        front.setId("sweep-front");
        front.setScale(true, SweepView::tick, RunWords::error);
        records.setId("sweep-records");
        records.setScale(false, SweepView::tick, RunWords::error);
        chooser(down, model.downProperty());
        chooser(across, model.acrossProperty());
        mapCard.actions().addAll(down, across);
        choose(map.pickedProperty(), () -> inCells);
        choose(lines.pickedProperty(), () -> inLines);
        choose(front.pickedProperty(), () -> inDots);
        choose(records.pickedProperty(), () -> inDots);
        model.shownProperty().addListener(o -> show());
        model.chosenProperty().addListener(o -> show());
        model.acrossProperty().addListener(o -> showMap());
        model.downProperty().addListener(o -> showMap());
        lines.brushedProperty().addListener(o -> showTable());
        show();
    }

    static String time(double seconds) {
        return seconds > 0 ? Figures.roughTime(seconds) : "–";
    }

    /** At an axis, where equal steps must read as equal: {@code 200 s}, {@code 33 min}, {@code 2.8 h}. */
    static String tick(double seconds) {
        if (seconds < 1000) return Figures.fixed(seconds, seconds < 1 ? 1 : 0) + " s";
        if (seconds < 6000) return Figures.fixed(seconds / 60, 0) + " min";
        return Figures.fixed(seconds / 3600, 1) + " h";
    }

    private Card card(String key, Region picture) {
        picture.setAccessibleText(texts.get(key));
        picture.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        CopyPicture.install(picture, texts.get("copy.chart"));
        return new Card(texts.get(key), picture);
    }

    private void chooser(MenuButton button, ObjectProperty<String> field) {
        button.getStyleClass().add("run-filter");
        button.setOnShowing(e -> button.getItems().setAll(items(field)));
        button.getItems().add(new MenuItem());
        button.setAccessibleText(texts.get("sweep.axis"));
        field.addListener((o, was, now) -> button.setText(now.substring(now.lastIndexOf('.') + 1)));
    }

    private List<MenuItem> items(ObjectProperty<String> field) {
        List<MenuItem> items = new ArrayList<>();
        for (Axis axis : model.shownProperty().get().sweep().axes()) {
            MenuItem item = new MenuItem(axis.field());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> field.set(axis.field()));
            items.add(item);
        }
        return items;
    }

    /** A source of the trials that a picture shows, in its order. */
    private interface Order {
        List<Trial> now();
    }

    private void choose(IntegerProperty pressed, Order order) {
        pressed.addListener((o, was, now) -> {
            int i = now.intValue();
            if (i >= 0 && i < order.now().size() && order.now().get(i) != null)
                model.choose(order.now().get(i));
        });
    }

    private void show() {
        boolean there = model.shownProperty().get() != null;
        for (Node node : getChildren())
            node.setVisible(there == (node != empty) && (!projected || node == mapCard || node == empty));
        if (!there) return;
        showMap();
        showLines();
        showDots();
        showTable();
    }

    private void showMap() {
        SweepShown now = model.shownProperty().get();
        if (now == null || model.acrossProperty().get().isEmpty()) return;
        Axis x = axis(now, model.acrossProperty().get());
        Axis y = axis(now, model.downProperty().get());
        SweepBins columns = new SweepBins(x, now.trials());
        SweepBins rows = new SweepBins(y, now.trials());
        boolean one = x.equals(y);
        List<HeatMap.Cell> cells = new ArrayList<>();
        List<Trial> best = new ArrayList<>();
        int high = one ? 1 : rows.words().size();
        for (int r = 0; r < high; r++)
            for (int c = 0; c < columns.words().size(); c++) {
                double sum = 0;
                int measured = 0;
                Trial found = null;
                Trial failed = null;
                for (Trial trial : now.trials()) {
                    if (columns.of(trial) != c || (!one && rows.of(trial) != r)) continue;
                    if (trial.status() == Trial.Status.FAILED) failed = trial;
                    if (!trial.isRanked()) continue;
                    sum += trial.validationError();
                    measured++;
                    if (found == null || trial.validationError() < found.validationError()) found = trial;
                }
                String name = SweepBins.title(x) + " " + columns.words().get(c)
                        + (one
                                ? ""
                                : ", " + SweepBins.title(y) + " " + rows.words().get(r))
                        + (measured > 1 ? texts.get("sweep.mean", measured) : "");
                boolean none = found == null && failed != null;
                cells.add(new HeatMap.Cell(
                        r,
                        c,
                        measured == 0 ? Double.NaN : sum / measured,
                        name,
                        none ? texts.get("sweep.failed") : ""));
                best.add(none ? failed : found);
            }
        inCells = best;
        map.show(
                one ? "" : SweepBins.title(y),
                one ? List.of("") : rows.words(),
                SweepBins.title(x),
                columns.words(),
                cells);
    }

    private static Axis axis(SweepShown now, String field) {
        return now.sweep().axes().stream()
                .filter(axis -> axis.field().equals(field))
                .findFirst()
                .orElse(now.sweep().axes().get(0));
    }

    private void showLines() {
        SweepShown now = model.shownProperty().get();
        List<ParallelLines.Scale> scales = new ArrayList<>();
        List<SweepBins> bins = new ArrayList<>();
        for (Axis axis : now.sweep().axes()) {
            SweepBins on = new SweepBins(axis, now.trials());
            bins.add(on);
            scales.add(new ParallelLines.Scale(SweepBins.title(axis), on.low(), on.high()));
        }
        List<Trial> measured =
                now.measured().stream().filter(t -> t.validationError() > 0).toList();
        double low = measured.stream().mapToDouble(Trial::validationError).min().orElse(0.01);
        double high =
                measured.stream().mapToDouble(Trial::validationError).max().orElse(1);
        scales.add(new ParallelLines.Scale(
                texts.get("sweep.validation"),
                measured.isEmpty() ? "" : RunWords.error(low),
                measured.isEmpty() ? "" : RunWords.error(high)));
        List<ParallelLines.Line> shown = new ArrayList<>();
        int chosen = -1;
        for (Trial trial : measured) {
            List<Double> at = new ArrayList<>();
            for (SweepBins on : bins) at.add(on.share(trial));
            double share = high > low ? Math.log(trial.validationError() / low) / Math.log(high / low) : 0;
            at.add(share);
            if (trial.name().equals(model.chosenProperty().get())) chosen = shown.size();
            shown.add(new ParallelLines.Line(at, 1 - share, name(trial)));
        }
        inLines = measured;
        lines.show(scales, shown, chosen);
    }

    private static String name(Trial trial) {
        return trial.member().words() + "  " + RunWords.error(trial.validationError());
    }

    private void showDots() {
        SweepShown now = model.shownProperty().get();
        List<Trial> measured = now.measured();
        Set<Trial> best = new HashSet<>(now.records());
        List<DotChart.Dot> costs = new ArrayList<>();
        List<DotChart.Dot> times = new ArrayList<>();
        List<Point2D> stair = new ArrayList<>();
        int chosen = -1;
        for (Trial trial : measured) {
            boolean onFront = now.isOnFront(trial);
            if (trial.name().equals(model.chosenProperty().get())) chosen = costs.size();
            costs.add(new DotChart.Dot(trial.wallSeconds(), trial.validationError(), onFront, name(trial)));
            times.add(new DotChart.Dot(trial.at(), trial.validationError(), best.contains(trial), name(trial)));
            if (onFront) stair.add(new Point2D(trial.wallSeconds(), trial.validationError()));
        }
        stair.sort((a, b) -> Double.compare(a.getX(), b.getX()));
        inDots = measured;
        front.show(costs, stair, chosen);
        records.show(
                times,
                now.records().stream()
                        .map(trial -> new Point2D(trial.at(), trial.validationError()))
                        .toList(),
                chosen);
    }

    private void showTable() {
        SweepShown now = model.shownProperty().get();
        if (now == null) return;
        Set<String> out = new HashSet<>();
        for (int i = 0; i < inLines.size(); i++)
            if (!lines.isThrough(i)) out.add(inLines.get(i).name());
        table.show(now, trial -> !out.contains(trial.name()));
        tableCard.setNote(
                out.isEmpty()
                        ? ""
                        : texts.get(
                                "sweep.brushed",
                                now.trials().size() - out.size(),
                                now.trials().size()));
    }

    /** In a lecture hall the map alone. */
    void project(boolean on) {
        projected = on;
        show();
        requestLayout();
    }

    /** The pictures that an export draws, with the words for its file's name. */
    Node picture() {
        return map;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 992;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 748;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        empty.resizeRelocate(0, 0, width, height);
        if (projected) {
            mapCard.resizeRelocate(0, 0, width, height);
            return;
        }
        double upper = Math.floor(0.54 * (height - GAP));
        double half = Math.floor((width - GAP) / 2);
        mapCard.resizeRelocate(0, 0, half, upper);
        tableCard.resizeRelocate(half + GAP, 0, width - half - GAP, upper);
        double y = upper + GAP;
        double lower = height - y;
        double wide = Math.floor(0.42 * (width - 2 * GAP));
        double small = Math.floor((width - 2 * GAP - wide) / 2);
        linesCard.resizeRelocate(0, y, wide, lower);
        frontCard.resizeRelocate(wide + GAP, y, small, lower);
        recordsCard.resizeRelocate(wide + small + 2 * GAP, y, width - wide - small - 2 * GAP, lower);
    }
}
