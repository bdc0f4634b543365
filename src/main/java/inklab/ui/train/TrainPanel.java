package inklab.ui.train;

import inklab.train.TrainingJob;
import inklab.ui.Texts;
import inklab.ui.widget.CalmRow;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.ReorderColumn;
import inklab.ui.widget.ScheduleSketch;
import inklab.ui.widget.ThinBar;
import inklab.ui.widget.YieldingColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel: the best figure large, progress, the doctor, the learning rate, the queue; before a start the settings instead of progress. */
final class TrainPanel extends VBox {
    private final TrainViewModel model;
    private final Texts texts;
    private final Label best = new Label();
    private final Label bestNote = new Label();
    private final Label bestHeading = heading("");
    private final Row epoch = new Row();
    private final Row total = new Row();
    private final Row left = new Row();
    private final ThinBar epochBar = ThinBar.progress();
    private final ThinBar totalBar = ThinBar.progress();
    private final VBox hints = new VBox(12);
    private final Row rate = new Row();
    private final ScheduleSketch sketch = new ScheduleSketch();
    private final VBox bestGroup;
    private final VBox progressGroup;
    private final VBox settingsGroup;
    private final VBox doctorGroup;
    private final VBox queueGroup;
    private final Label queueCount = new Label();
    private final ReorderColumn rows = new ReorderColumn();
    private final Map<TrainingJob, Node> rowOf = new HashMap<>();

    TrainPanel(TrainViewModel model, Texts texts) {
        super(24);
        this.model = model;
        this.texts = texts;
        best.setId("train-best");
        best.getStyleClass().add("type-hero");
        best.setMinHeight(56);
        best.setPrefHeight(56);
        bestNote.getStyleClass().addAll("type-note", "tone-2");
        bestNote.setWrapText(true);
        bestGroup = new VBox(bestHeading, best, bestNote);
        VBox.setMargin(best, new javafx.geometry.Insets(0, 0, 2, 0));

        epoch.name.getStyleClass().add("tone-2");
        total.name.getStyleClass().add("tone-2");
        left.name.getStyleClass().add("tone-2");
        epochBar.setId("train-epoch-bar");
        totalBar.setId("train-total-bar");
        epochBar.setMaxWidth(Double.MAX_VALUE);
        totalBar.setMaxWidth(Double.MAX_VALUE);
        progressGroup = new VBox(14, new VBox(8, epoch, epochBar), new VBox(8, total, totalBar), left);

        settingsGroup = new VBox(8, heading(texts.get("settings")), new SettingsForm(model, texts));
        doctorGroup = new VBox(12, heading(texts.get("doctor")), hints);

        rate.name.getStyleClass().setAll("label", "type-heading");
        rate.name.setText(texts.get("rate"));
        sketch.setMaxWidth(Double.MAX_VALUE);
        sketch.setAccessibleText(texts.get("rate"));
        CopyPicture.install(sketch, texts.get("chart.copy"));
        VBox rateGroup = new YieldingColumn(8, sketch, 44, width -> 72, rate, sketch);

        Label queueHeading = heading(texts.get("queue"));
        queueCount.getStyleClass().addAll("type-note", "tone-2");
        Button add = new Button("", new FontIcon(Feather.PLUS));
        add.setId("train-queue");
        add.getStyleClass().add("bare");
        add.setAccessibleText(texts.get("action.queue"));
        HBox head = new HBox(8, queueHeading, gap(), queueCount, add);
        head.setAlignment(Pos.CENTER_LEFT);
        add.setOnAction(e -> model.start());
        RunCharts.hint(add, texts.get("action.queue") + ": " + texts.get("action.queue.hint"));
        rows.setId("train-queue-rows");
        rows.setOnMove(model::move);
        queueGroup = new VBox(8, head, rows);

        Region push = new Region();
        VBox.setVgrow(push, Priority.SOMETIMES);
        getChildren().addAll(bestGroup, progressGroup, settingsGroup, doctorGroup, rateGroup, push, queueGroup);
        model.progressProperty().addListener(o -> showProgress());
        model.hintsProperty().addListener((o, was, now) -> {
            if (!now.equals(was)) showHints();
        });
        model.ratesProperty().addListener(o -> showRates());
        model.stageProperty().addListener(o -> showStage());
        model.queue().addListener((ListChangeListener<TrainingJob>) change -> showQueue());
        showProgress();
        showHints();
        showRates();
        showStage();
        showQueue();
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("type-heading");
        return label;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static void swap(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private void showStage() {
        TrainViewModel.Stage stage = model.stageProperty().get();
        boolean before = stage == TrainViewModel.Stage.BEFORE;
        swap(bestGroup, !before);
        swap(progressGroup, stage.isLive());
        swap(settingsGroup, !stage.isLive());
        swap(doctorGroup, !before);
        bestHeading.setText(texts.get(stage == TrainViewModel.Stage.OVER ? "best.over" : "best"));
        left.name.setText(texts.get(stage == TrainViewModel.Stage.OVER ? "progress.took" : "progress.left"));
        showQueue();
    }

    private void showProgress() {
        TrainViewModel.Progress now = model.progressProperty().get();
        best.setText(now.best());
        bestNote.setText(now.bestNote());
        epoch.set(now.epoch(), inklab.ui.Figures.percent(now.epochShare(), 0));
        total.set(now.total(), inklab.ui.Figures.percent(now.totalShare(), 0));
        left.value.setText(now.left());
        epochBar.show(now.epochShare());
        totalBar.show(now.totalShare());
    }

    private void showHints() {
        List<Node> shown = new ArrayList<>();
        for (Hint hint : model.hintsProperty().get()) shown.add(hint(hint));
        if (shown.isEmpty()) {
            Label waiting = new Label(texts.get("doctor.waiting"));
            waiting.getStyleClass().addAll("type-note", "tone-2");
            waiting.setWrapText(true);
            shown.add(waiting);
        }
        hints.getChildren().setAll(shown);
    }

    private static HBox hint(Hint hint) {
        FontIcon icon = new FontIcon(
                switch (hint.level()) {
                    case GOOD -> Feather.CHECK_CIRCLE;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case DANGER -> Feather.ALERT_CIRCLE;
                });
        VBox words = new VBox(2);
        Label what = new Label(hint.what());
        what.setWrapText(true);
        what.getStyleClass().addAll(hint.advice().isEmpty() ? List.of("type-note", "tone-2") : List.of("hint-what"));
        words.getChildren().add(what);
        if (!hint.advice().isEmpty()) {
            Label advice = new Label(hint.advice());
            advice.setWrapText(true);
            advice.getStyleClass().addAll("type-note", "tone-2");
            words.getChildren().add(advice);
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, icon, words);
        row.getStyleClass().addAll("hint", hint.level().name().toLowerCase(java.util.Locale.ROOT));
        HBox.setMargin(icon, new javafx.geometry.Insets(2, 0, 0, 0));
        // Wrapped words need their full height, or the last line is cut off.
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    private void showRates() {
        TrainViewModel.Rates now = model.ratesProperty().get();
        if (now == null) return;
        rate.value.setText(now.now());
        sketch.show(now.values(), now.position());
        sketch.setCaptions(now.start(), now.end());
    }

    private void showQueue() {
        List<TrainingJob> waiting = model.queue();
        boolean live = model.stageProperty().get().isLive();
        swap(queueGroup, live || !waiting.isEmpty());
        queueCount.setText(
                waiting.isEmpty()
                        ? ""
                        : waiting.size() == 1 ? texts.get("queue.one") : texts.get("queue.runs", waiting.size()));
        rowOf.keySet().retainAll(waiting);
        rows.setItems(waiting.stream()
                .map(job -> rowOf.computeIfAbsent(job, this::row))
                .toList());
        swap(rows, !waiting.isEmpty());
    }

    private Node row(TrainingJob job) {
        DigitView picture = new DigitView(28);
        picture.setMinSize(28, 28);
        picture.setMaxSize(28, 28);
        picture.pictureProperty().bind(model.thumbnail(job));
        Label name = new Label(job.folder().name());
        name.getStyleClass().add("queue-name");
        name.setMinWidth(0);
        int count = job.recipe().training().epochs();
        Label epochs = new Label(texts.counted("queue.epochs", count, count));
        epochs.getStyleClass().addAll("type-caption", "tone-2");
        epochs.setMinWidth(USE_PREF_SIZE);
        Region grip = new Region();
        grip.getStyleClass().add("queue-grip");
        HBox row = new HBox(picture, name, gap(), epochs, grip);
        row.getStyleClass().add("queue-row");
        row.setFocusTraversable(true);
        row.setAccessibleText(name.getText() + ", " + epochs.getText());
        RunCharts.hint(row, texts.get("queue.hint"));
        MenuItem remove = new MenuItem(texts.get("queue.remove"));
        remove.setOnAction(e -> model.remove(job));
        ContextMenu menu = new ContextMenu(remove);
        row.setOnContextMenuRequested(e -> menu.show(row, e.getScreenX(), e.getScreenY()));
        row.setOnMousePressed(e -> row.requestFocus());
        row.setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.DELETE && e.getCode() != KeyCode.BACK_SPACE) return;
            model.remove(job);
            e.consume();
        });
        return row;
    }

    /** A name on the left, its figure on the right. */
    private static final class Row extends CalmRow {
        private final Label name = new Label();
        private final Label value = new Label();

        Row() {
            setAlignment(Pos.BASELINE_LEFT);
            name.getStyleClass().add("type-note");
            value.getStyleClass().add("type-figure");
            value.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(name, gap(), value);
        }

        void set(String words, String figure) {
            name.setText(words);
            value.setText(figure);
        }
    }
}
