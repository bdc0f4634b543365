package inklab.ui.widget;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The gallery's pages of charts. */
final class GalleryCharts {
    private GalleryCharts() {}

    static CurveData noisy(double from, double to, int n, double noise, long seed, DoubleUnaryOperator mean) {
        Random random = new Random(seed);
        CurveData data = new CurveData();
        for (int i = 0; i <= n; i++) {
            double x = from + (to - from) * i / n;
            data.add(x, mean.applyAsDouble(x) * Math.exp(noise * random.nextGaussian()));
        }
        return data;
    }

    static CurveChart error() {
        CurveChart chart = new CurveChart();
        chart.setSeries(List.of(
                CurveSeries.line(
                                "training",
                                Role.SERIES_3,
                                noisy(
                                        0.3,
                                        14.7,
                                        2000,
                                        0.15,
                                        1,
                                        x -> 0.014 + 0.2 * Math.exp(-0.9 * x) + 0.03 / (x + 0.5)))
                        .withNote("distorted")
                        .smoothed(60),
                CurveSeries.line(
                                "validation",
                                Role.SERIES_1,
                                noisy(1, 14, 13, 0.07, 2, x -> 0.0068 + 0.025 * Math.exp(-0.5 * x)))
                        .withWidth(2.5)
                        .withRings()
                        .withBest(13)));
        chart.setReferences(List.of(new CurveChart.Reference(0.0079, "published test error 0.79 %")));
        chart.setXRange(0, 15);
        chart.setYFormat(
                y -> String.format(Locale.ROOT, "%s %%", y >= 0.01 ? "" + Math.round(100 * y) : "" + (float) (100 * y)),
                y -> String.format(Locale.ROOT, "%.2f %%", 100 * y));
        chart.setXFormat(x -> "" + Math.round(x), x -> "Epoch " + Math.round(x));
        return chart;
    }

    static CurveChart loss() {
        CurveChart chart = new CurveChart();
        DoubleUnaryOperator mean = x -> 0.045 + 2.2 * Math.exp(-4 * x) + 0.12 / (x + 0.4);
        chart.setSeries(List.of(
                CurveSeries.line("training", Role.SERIES_3, noisy(0, 14.6, 5702, 0.35, 3, mean))
                        .withBand()
                        .smoothed(64),
                CurveSeries.line(
                                "validation",
                                Role.SERIES_1,
                                noisy(1, 14, 13, 0.07, 4, x -> 0.024 + 0.1 * Math.exp(-0.6 * x)))
                        .withWidth(2.5)));
        chart.setLabels(CurveChart.Labels.ON_LINE);
        chart.setXRange(0, 15);
        return chart;
    }

    static CurveChart ratios() {
        CurveChart chart = new CurveChart();
        String[] names = {"20C4", "40C5", "150N", "10N"};
        double[] levels = {0.0033, 0.0058, 0.0032, 0.0026};
        CurveSeries[] series = new CurveSeries[4];
        for (int i = 0; i < 4; i++) {
            double level = levels[i];
            series[i] = CurveSeries.line(
                            names[i],
                            Role.series(i),
                            noisy(0, 14.6, 900, 0.2, 10 + i, x -> level * (1 + 5 * Math.exp(-1.1 * x))))
                    .smoothed(40)
                    .withCode();
        }
        chart.setSeries(List.of(series));
        chart.setXRange(0, 15);
        chart.setBand(new CurveChart.Band(0.0003, 0.003, "healthy"));
        chart.setYTicks(List.of(0.001, 0.01));
        chart.setYFormat(y -> y == 0.01 ? "1:100" : "1:1k", y -> "1:" + Math.round(1 / y));
        return chart;
    }

    static Region sized(Region region, double width, double height) {
        Region card = Gallery.card(region);
        card.setPrefSize(width, height);
        card.setMinSize(width, height);
        return card;
    }

    static Parent curves() {
        CurveChart hovered = error();
        hovered.pointedProperty().set(8);
        CurveChart linear = error();
        linear.logProperty().set(false);
        linear.markProperty().set(6);
        CurveChart zoomed = loss();
        zoomed.zoom(8, 12);
        return Gallery.page(new VBox(
                16,
                new HBox(16, sized(hovered, 624, 300), sized(loss(), 352, 300), sized(zoomed, 352, 300)),
                new HBox(16, sized(ratios(), 624, 300), sized(linear, 720, 300))));
    }
}
