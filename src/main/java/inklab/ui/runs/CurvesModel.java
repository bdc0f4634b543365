package inklab.ui.runs;

import inklab.train.EpochErrors;
import inklab.ui.widget.CurveData;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The validation curves of the ticked runs and of the compared one; read in the background, and again when a run has trained on. */
final class CurvesModel {
    /**
     * A run's curve.
     *
     * @param series the number of its colour
     * @param compared whether it is not ticked, only compared with one that is
     * @param data validation error, or test error where there is nothing to validate on, by epoch
     */
    record Curve(RunRow row, int series, boolean compared, CurveData data) {}

    private record Key(Path path, int epochs) {}

    private final RunsViewModel table;
    private final Latest<List<RunRow>, Map<Key, CurveData>> reading;
    private Map<Key, CurveData> read = Map.of();
    private List<Key> wanted = List.of();
    private final ReadOnlyObjectWrapper<List<Curve>> curves = new ReadOnlyObjectWrapper<>(this, "curves", List.of());

    CurvesModel(RunsViewModel table, Jobs jobs) {
        this.table = table;
        reading = jobs.latest(this::read, this::take);
        table.versionProperty().addListener(o -> look());
    }

    /** The runs with a curve and a swatch in their row, with their colours' numbers; the compared one last. */
    Map<RunRow, Integer> series() {
        Map<RunRow, Integer> series = new LinkedHashMap<>();
        for (RunRow row : table.members()) series.put(row, table.series(row));
        List<RunRow> pair = table.pair();
        for (RunRow row : pair)
            if (!series.containsKey(row)) {
                int free = 0;
                while (series.containsValue(free)) free++;
                series.put(row, free);
            }
        return series;
    }

    ReadOnlyObjectProperty<List<Curve>> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    private void look() {
        List<RunRow> rows = series().keySet().stream().toList();
        List<Key> now = rows.stream().map(CurvesModel::key).toList();
        if (now.equals(wanted)) {
            show();
            return;
        }
        wanted = now;
        reading.set(rows);
    }

    private static Key key(RunRow row) {
        return new Key(row.path(), row.epochs());
    }

    private Map<Key, CurveData> read(List<RunRow> rows) {
        Map<Key, CurveData> found = new HashMap<>();
        for (RunRow row : rows) found.put(key(row), data(row));
        return found;
    }

    private static CurveData data(RunRow row) {
        CurveData data = new CurveData();
        try {
            EpochErrors errors = row.run().orElseThrow().folder().epochErrors();
            boolean validated = errors.validation().stream().anyMatch(Double::isFinite);
            List<Double> shown = validated ? errors.validation() : errors.test();
            for (int e = 0; e < shown.size(); e++) data.add(e + 1, shown.get(e));
        } catch (IOException e) {
            // A run that has just been deleted or is damaged has no curve; its row says so.
        }
        return data;
    }

    private void take(Map<Key, CurveData> found) {
        read = found;
        show();
    }

    private void show() {
        List<Curve> shown = new ArrayList<>();
        List<RunRow> pair = table.pair();
        RunRow second = pair.isEmpty() ? null : pair.get(1);
        series().forEach((row, series) -> {
            CurveData data = read.get(key(row));
            if (data != null && !data.isEmpty())
                shown.add(new Curve(row, series, row.equals(second) && !table.isTicked(row), data));
        });
        if (!shown.equals(curves.get())) curves.set(List.copyOf(shown));
    }
}
