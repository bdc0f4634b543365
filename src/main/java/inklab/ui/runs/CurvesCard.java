package inklab.ui.runs;

import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.CurveChart;
import inklab.ui.widget.CurveSeries;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.Role;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The validation errors of the ticked runs and of the compared one, over each other; the swatches in the table are the legend. */
final class CurvesCard {
    private final CurvesModel model;
    private final Texts texts;
    private final Card card;
    private final CurveChart chart = new CurveChart();
    private final EmptyState empty;

    CurvesCard(CurvesModel model, Texts texts) {
        card = new Card(texts.get("curves"), null);
        this.model = model;
        this.texts = texts;
        card.setNote(texts.get("curves.note"));
        // As high as the choice beside the other chart's heading, so that the headings align.
        Region level = new Region();
        level.getStyleClass().add("runs-level");
        card.actions().add(level);
        chart.setId("runs-curves");
        chart.setAccessibleText(texts.get("curves"));
        chart.setYFormat(RunWords::errorTick, RunWords::error);
        chart.setXFormat(this::epoch, x -> texts.get("curves.epoch", RunWords.plain(Math.rint(x))));
        chart.setMinHeight(60);
        chart.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        CopyPicture.install(chart, texts.get("copy.chart"));
        empty = new EmptyState(new FontIcon(Feather.TRENDING_DOWN), "", texts.get("curves.empty"), null);
        empty.setMinHeight(60);
        empty.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        model.curvesProperty().addListener(o -> show());
        show();
    }

    private String epoch(double x) {
        return x == 1 ? texts.get("curves.first") : RunWords.plain(x);
    }

    Card card() {
        return card;
    }

    private void show() {
        List<CurvesModel.Curve> curves = model.curvesProperty().get();
        card.setContent(curves.isEmpty() ? empty : chart);
        if (curves.isEmpty()) return;
        List<String> names = RunWords.shortNames(
                curves.stream().map(curve -> curve.row().name()).toList());
        CurvesModel.Curve best = null;
        double last = 1;
        for (CurvesModel.Curve curve : curves) {
            last = Math.max(last, curve.data().lastX());
            boolean better = !curve.compared()
                    // What was not validated comes last.
                    && (best == null
                            || Double.compare(
                                            curve.row().validation(), best.row().validation())
                                    < 0);
            if (better) best = curve;
        }
        List<CurveSeries> series = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            CurvesModel.Curve curve = curves.get(i);
            boolean validated = Double.isFinite(curve.row().validation());
            String name = validated ? names.get(i) : texts.get("curves.test", names.get(i));
            CurveSeries line = CurveSeries.line(name, Role.series(curve.series()), curve.data());
            if (curve.compared()) line = line.withDashes();
            // After six the colours come again: dashes tell the second round from the first.
            if (curve.series() >= 6) line = line.withDashes();
            series.add(curve.equals(best) ? line.withWidth(3) : line);
        }
        last = Math.max(2, last);
        chart.setXRange(1, last);
        chart.setXTicks(ticks((int) last));
        chart.setSeries(series);
        chart.setLabels(CurveChart.Labels.ON_LINE);
    }

    /** The first epoch and two to four round ones, the last among them where it can be. */
    private static List<Double> ticks(int last) {
        int step = 1;
        boolean ends = false;
        for (int round :
                new int[] {1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 50, 60, 100, 150, 200, 250, 500, 1000}) {
            boolean few = last / round >= 2 && last / round <= 4;
            if (!few || (ends && last % round != 0)) continue;
            if (step == 1 || (!ends && last % round == 0)) step = round;
            ends |= last % round == 0;
        }
        if (last > 4 && step == 1) step = Math.max(1, last / 3);
        List<Double> ticks = new ArrayList<>(List.of(1.0));
        for (int at = step; at <= last; at += step) if (at > 1 + last * 0.1) ticks.add((double) at);
        return ticks;
    }
}
