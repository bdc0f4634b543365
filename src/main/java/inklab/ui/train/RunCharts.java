package inklab.ui.train;

import inklab.recipe.Recipe;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.BarHistory;
import inklab.ui.widget.Card;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.CurveChart;
import inklab.ui.widget.CurveSeries;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.InlineChoice;
import inklab.ui.widget.ProblemStrip;
import inklab.ui.widget.Role;
import inklab.ui.widget.Segments;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The run's four charts: error, loss, step size per layer, speed. */
final class RunCharts extends GridPane {
    private static final int[] SMOOTH = {1, 16, 64, 256};
    /** Curves that have grown by less than this are not drawn again, px. */
    private static final double SEEN = 2;

    /** But after so long they are, for their last point's sake, ns. */
    private static final long OFTEN = 1_000_000_000L;

    private final TrainViewModel model;
    private final Texts texts;
    private final CurveChart error = new CurveChart();
    private final CurveChart loss = new CurveChart();
    private final CurveChart ratio = new CurveChart();
    private final BarHistory speed = new BarHistory();
    private final Label speedNow = new Label();
    private final Label speedNote = new Label();
    private final InlineChoice smoothing;
    private final Card errorCard = new Card("", new VBox());
    private final Card lossCard = new Card("", new VBox());
    private final Card ratioCard = new Card("", new VBox());
    private final Card speedCard = new Card("", new VBox());
    private boolean empty;
    private int drawnRun;
    private double drawnX;
    private double drawnLast;
    private long drawnAt;
    private long drawnRatios;
    private double drawnTo;

    RunCharts(TrainViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setHgap(16);
        setVgap(16);
        for (double share : new double[] {63.93, 36.07}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            getColumnConstraints().add(column);
        }
        for (double share : new double[] {52.5, 47.5}) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(share);
            row.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(row);
        }
        smoothing = new InlineChoice(texts.get("chart.smooth.name"));
        errorCard();
        lossCard();
        ratioCard();
        speedCard();
        lay(false);
        fill(true);
        model.drawnProperty().addListener(o -> show());
        model.smoothingProperty().addListener(o -> {
            drawnAt = 0;
            showSmoothing();
            show();
        });
        model.troubleProperty().addListener(o -> showTrouble());
        model.unfinishedProperty().addListener(o -> showTrouble());
        model.stageProperty().addListener(o -> showTrouble());
        showSmoothing();
        show();
        showTrouble();
    }

    /** In a lecture hall the error stands alone. */
    void lay(boolean projector) {
        getChildren().clear();
        if (projector) add(errorCard, 0, 0, 2, 2);
        else {
            add(errorCard, 0, 0, 1, 1);
            add(lossCard, 1, 0);
            add(ratioCard, 0, 1);
            add(speedCard, 1, 1);
        }
    }

    private void errorCard() {
        errorCard.setTitle(texts.get("chart.error"));
        errorCard.setNote(texts.get("chart.error.note"));
        Segments scale = new Segments(List.of(texts.get("chart.linear"), texts.get("chart.log")));
        scale.setAccessibleText(texts.get("chart.scale"));
        scale.selectedProperty().set(model.logProperty().get() ? 1 : 0);
        scale.selectedProperty()
                .addListener((o, was, now) -> model.logProperty().set(now.intValue() == 1));
        errorCard.actions().add(scale);
        error.setId("train-error");
        error.setAccessibleText(texts.get("chart.error"));
        error.logProperty().bind(model.logProperty());
        error.setYFormat(Words::errorTick, Words::error);
        epochs(error);
        CopyPicture.install(error, texts.get("chart.copy"));
    }

    private void lossCard() {
        lossCard.setTitle(texts.get("chart.loss"));
        lossCard.setNote(texts.get("chart.loss.note"));
        smoothing.setOnChosen(i -> model.smoothingProperty().set(SMOOTH[i]));
        smoothing.setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        smoothing.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        lossCard.actions().add(smoothing);
        loss.setId("train-loss");
        loss.setAccessibleText(texts.get("chart.loss"));
        loss.logProperty().bind(model.logProperty());
        loss.setYFormat(Words::loss, Words::loss);
        loss.setLabels(CurveChart.Labels.ON_LINE);
        epochs(loss);
        CopyPicture.install(loss, texts.get("chart.copy"));
    }

    private void ratioCard() {
        ratioCard.setTitle(texts.get("chart.ratio"));
        ratioCard.setNote(texts.get("chart.ratio.note"));
        ratio.setId("train-ratio");
        ratio.setAccessibleText(texts.get("chart.ratio"));
        ratio.setYFormat(
                y -> "1:" + (y <= 0.00101 ? Math.round(0.001 / y) + "k" : Long.toString(Math.round(1 / y))),
                y -> Words.ratio(Math.log10(y)));
        ratio.setYTicks(List.of(0.001, 0.01));
        ratio.setBand(new CurveChart.Band(
                Math.pow(10, Doctor.HEALTHY_LOW), Math.pow(10, Doctor.HEALTHY_HIGH), texts.get("chart.healthy")));
        epochs(ratio);
        CopyPicture.install(ratio, texts.get("chart.copy"));
    }

    private void speedCard() {
        speedCard.setTitle(texts.get("chart.speed"));
        speedNow.getStyleClass().add("type-heading");
        speedCard.actions().add(speedNow);
        speedNote.getStyleClass().add("type-caption");
        speed.setId("train-speed");
        speed.setAccessibleText(texts.get("chart.speed"));
        speed.setFormat(
                value -> value >= 1000 ? RecipeWords.plain(value / 1000) + "k" : Long.toString(Math.round(value)),
                value -> Figures.count(Math.round(value)),
                epoch -> texts.get("chart.epoch", epoch));
        CopyPicture.install(speed, texts.get("chart.copy"));
    }

    private void epochs(CurveChart chart) {
        chart.setXFormat(
                x -> RecipeWords.plain(Math.rint(100 * x) / 100),
                x -> texts.get("chart.epoch", RecipeWords.plain(Math.rint(100 * x) / 100)));
    }

    private void showSmoothing() {
        int now = 0;
        List<String> choices = new ArrayList<>();
        for (int i = 0; i < SMOOTH.length; i++) {
            choices.add(SMOOTH[i] == 1 ? texts.get("chart.smooth.off") : texts.get("chart.smooth", SMOOTH[i]));
            if (SMOOTH[i] == model.smoothingProperty().get()) now = i;
        }
        smoothing.setChoices(choices, now);
    }

    private void fill(boolean isEmpty) {
        empty = isEmpty;
        if (isEmpty) {
            FontIcon icon = new FontIcon(Feather.TRENDING_DOWN);
            icon.setIconSize(20);
            Button train = new Button(texts.get("action.train"), new FontIcon(Feather.PLAY));
            train.setId("train-empty-start");
            train.setOnAction(e -> model.start());
            errorCard.setContent(fitting(new EmptyState(icon, "", texts.get("empty.error"), train)));
            lossCard.setContent(fitting(new EmptyState(null, "", texts.get("empty.loss"), null)));
            ratioCard.setContent(fitting(new EmptyState(null, "", texts.get("empty.ratio"), null)));
            speedCard.setContent(fitting(new EmptyState(null, "", texts.get("empty.speed"), null)));
            return;
        }
        errorCard.setContent(fitting(error));
        lossCard.setContent(fitting(loss));
        ratioCard.setContent(fitting(ratio));
        VBox.setVgrow(speed, Priority.ALWAYS);
        // Right under the heading, as the other cards' notes stand beside theirs.
        VBox.setMargin(speedNote, new javafx.geometry.Insets(-6, 0, 0, 0));
        speedCard.setContent(fitting(new VBox(8, speedNote, speed)));
    }

    private static <T extends javafx.scene.layout.Region> T fitting(T node) {
        node.setMinHeight(60);
        node.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return node;
    }

    private void show() {
        RunCurves curves = model.curves();
        boolean none =
                curves.trainLoss.isEmpty() && !model.stageProperty().get().isLive();
        if (none != empty) fill(none);
        if (none) return;
        // What was zoomed to in one run is nowhere in the next.
        boolean otherRun = curves.run() != drawnRun;
        if (otherRun) for (CurveChart chart : List.of(error, loss, ratio)) chart.resetZoom();
        drawnRun = curves.run();
        if (otherRun || hasGrown(curves)) showCurves(curves);
        showRatios(curves, otherRun);
        showSpeed(curves);
    }

    /** Whether the curves are longer than they were drawn by anything that can be seen. */
    private boolean hasGrown(RunCurves curves) {
        double x = curves.trainLoss.isEmpty() ? 0 : curves.trainLoss.lastX();
        double grown = (x - drawnX) / Math.max(1, model.lastEpoch()) * error.getWidth();
        boolean live = model.stageProperty().get() == TrainViewModel.Stage.RUNNING;
        return !live
                || error.isZoomed()
                || loss.isZoomed()
                || model.lastEpoch() != drawnLast
                || grown < 0
                || grown >= SEEN
                || System.nanoTime() - drawnAt >= OFTEN;
    }

    private void showCurves(RunCurves curves) {
        drawnX = curves.trainLoss.isEmpty() ? 0 : curves.trainLoss.lastX();
        drawnLast = model.lastEpoch();
        drawnAt = System.nanoTime();
        Recipe recipe = model.recipeProperty().get();
        double perEpoch =
                curves.trainLoss.isEmpty() ? 1 : curves.trainLoss.points() / Math.max(0.1, curves.trainLoss.lastX());
        int errorSpan = (int) Math.max(1, Math.min(perEpoch / 3, 400));
        // Of a short run a tenth is smoothed over at most, or the line would lag far behind.
        double most = Math.max(1, curves.trainLoss.points() / 10.0);
        int lossSpan =
                (int) Math.max(1, Math.min(most, model.smoothingProperty().get() / curves.stepsPerPoint()));
        String training = texts.get("chart.training");
        String validation = texts.get("chart.validation");
        CurveSeries trainError =
                CurveSeries.line(training, Role.SERIES_3, curves.trainError).smoothed(errorSpan);
        if (!recipe.distortion().isNone()) trainError = trainError.withNote(texts.get("chart.distorted"));
        CurveSeries validationError = CurveSeries.line(validation, Role.SERIES_1, curves.validationError)
                .withWidth(2.5)
                .withRings();
        if (model.bestEpoch() > 0) validationError = validationError.withBest(model.bestEpoch());
        error.setXRange(0, model.lastEpoch());
        error.setReferences(model.published()
                .map(p -> List.of(new CurveChart.Reference(
                        p.testError(), texts.get("chart.published", Words.error(p.testError())))))
                .orElse(List.of()));
        error.setSeries(List.of(trainError, validationError));
        loss.setXRange(0, model.lastEpoch());
        loss.setSeries(List.of(
                CurveSeries.line(training, Role.SERIES_3, curves.trainLoss)
                        .withBand()
                        .smoothed(lossSpan),
                CurveSeries.line(validation, Role.SERIES_1, curves.validationLoss)
                        .withWidth(2.5)));
    }

    private void showSpeed(RunCurves curves) {
        speed.setValues(1, curves.imagesPerSecond());
        String pace = model.progressProperty().get().speed();
        boolean live = model.stageProperty().get().isLive() && !pace.isEmpty();
        double[] speeds = curves.imagesPerSecond();
        // Of a run that is over the newest bar is named, not its last moment.
        String last = speeds.length == 0 ? "" : Figures.count(Math.round(speeds[speeds.length - 1]));
        speedNow.setText(live ? texts.get("chart.speed.now", pace) : last);
        String how = texts.get(
                model.recipeProperty().get().distortion().isNone() ? "chart.speed.plain" : "chart.speed.distorted");
        speedNote.setText(texts.get("chart.speed.note", how));
    }

    /** Step sizes are observed now and then: most looks find nothing new. */
    private void showRatios(RunCurves curves, boolean otherRun) {
        long points =
                curves.ratios().stream().mapToLong(one -> one.data().points()).sum();
        if (!otherRun && points == drawnRatios && model.lastEpoch() == drawnTo) return;
        drawnRatios = points;
        drawnTo = model.lastEpoch();
        List<CurveSeries> ratios = new ArrayList<>();
        for (RunCurves.Ratio one : curves.ratios()) {
            int span = (int) Math.max(1, Math.min(20, one.data().points() / 30));
            ratios.add(CurveSeries.line(one.code(), Role.series(one.series() - 1), one.data())
                    .withCode()
                    .smoothed(span));
        }
        ratio.setXRange(0, model.lastEpoch());
        ratio.setSeries(ratios);
    }

    private void showTrouble() {
        TrainViewModel.Trouble trouble = model.troubleProperty().get();
        Node strip = null;
        if (trouble != null) {
            ProblemStrip problem = new ProblemStrip(ProblemStrip.Level.DANGER, trouble.what(), trouble.how());
            problem.setId("train-trouble");
            if (trouble.mended() != null) problem.withFix(trouble.mend(), model::mend);
            strip = problem;
        } else if (model.unfinishedProperty().get() != null
                && !model.stageProperty().get().isLive()) {
            var run = model.unfinishedProperty().get();
            int planned = run.recipe().training().epochs();
            String what = texts.counted("unfinished", planned, run.folder().name(), run.epochs(), planned);
            strip = new ProblemStrip(ProblemStrip.Level.INFO, what, texts.get("unfinished.how"))
                    .withFix(texts.get("action.resume"), model::goOn);
        }
        errorCard.setProblem(strip);
    }

    static void hint(Node node, String words) {
        Tooltip.install(node, new Tooltip(words));
    }
}
