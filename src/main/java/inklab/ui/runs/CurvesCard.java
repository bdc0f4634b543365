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
                    && (best == null || curve.row().validation() < best.row().validation());
            if (better) best = curve;
        }
        List<CurveSeries> series = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            CurvesModel.Curve curve = curves.get(i);
            CurveSeries line = CurveSeries.line(names.get(i), Role.series(curve.series()), curve.data());
            if (curve.compared()) line = line.withDashes();
            // After six the colours come again: dashes tell the second round from the first.
            if (curve.series() >= 6) line = line.withDashes();
            series.add(curve == best ? line.withWidth(3) : line);
        }
        chart.setXRange(1, Math.max(2, last));
        chart.setSeries(series);
        chart.setLabels(CurveChart.Labels.ON_LINE);
    }
}
