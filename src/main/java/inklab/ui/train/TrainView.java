package inklab.ui.train;

import inklab.ui.Look;
import inklab.ui.Navigation;
import inklab.ui.Place;
import inklab.ui.PresetItems;
import inklab.ui.Shortcut;
import inklab.ui.Texts;
import inklab.ui.Workspace;
import inklab.ui.work.Sampler;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The workspace Train: its nodes. While it is in view it looks at the run at work five times a second. */
public final class TrainView implements Workspace {
    private final TrainViewModel model;
    private final Texts texts;
    private final Sampler<TrainViewModel.Sight> sampler;
    private final MenuButton presets = new MenuButton();
    private final Button pause = new Button();
    private final Button stop = new Button();
    private final Button goOn = new Button();
    private final RunCharts charts;
    private final RecipeCards cards;
    private final TrainPanel panel;
    private final VBox content = new VBox(16);
    private final HBox foot = new HBox(24);

    public TrainView(TrainViewModel model, Navigation navigation, Look look, Texts texts) {
        this.model = model;
        this.texts = texts;
        sampler = new Sampler<>(model::look, model::show);
        cards = new RecipeCards(model, navigation, texts);
        charts = new RunCharts(model, texts);
        panel = new TrainPanel(model, texts);
        VBox.setVgrow(charts, Priority.ALWAYS);
        charts.setMinHeight(420);
        actions(texts);
        foot();
        look.projectorProperty().addListener((o, was, now) -> lay(now));
        lay(look.projectorProperty().get());
        model.stageProperty().addListener(o -> showStage());
        model.unfinishedProperty().addListener(o -> showStage());
        showStage();
    }

    private void actions(Texts words) {
        presets.setId("train-presets");
        presets.setText(words.get("action.presets"));
        presets.setAccessibleText(words.get("action.presets"));
        presets.setOnShowing(
                e -> presets.getItems().setAll(PresetItems.of(model.presets(), model.rows(), words, model::usePreset)));
        presets.getItems().add(new MenuItem());
        pause.setId("train-pause");
        pause.setOnAction(e -> model.pauseOrResume());
        stop.setId("train-stop");
        stop.setText(words.get("action.stop"));
        stop.setGraphic(new FontIcon(Feather.SQUARE));
        stop.setTooltip(new Tooltip(words.get("action.stop.hint")));
        stop.setOnAction(e -> model.stop());
        goOn.setId("train-go-on");
        goOn.setGraphic(new FontIcon(Feather.PLAY));
        goOn.setOnAction(e -> {
            model.goOn();
            sampler.sample();
        });
    }

    private void foot() {
        Label best = new Label();
        best.getStyleClass().add("type-hero");
        Label note = new Label();
        note.getStyleClass().add("type-note");
        note.setWrapText(true);
        note.setMaxWidth(520);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getChildren().addAll(note, best);
        model.progressProperty().addListener((o, was, now) -> {
            best.setText(now.best());
            note.setText(now.bestNote());
        });
    }

    private void lay(boolean projector) {
        charts.lay(projector);
        content.getChildren().setAll(projector ? List.of(charts) : List.of(cards, charts));
    }

    private void showStage() {
        TrainViewModel.Stage stage = model.stageProperty().get();
        boolean live = stage.isLive();
        swap(pause, live);
        swap(stop, live);
        swap(goOn, model.canGoOn());
        boolean paused = stage == TrainViewModel.Stage.PAUSED;
        pause.setText(texts.get(paused ? "action.resume" : "action.pause"));
        pause.setGraphic(new FontIcon(paused ? Feather.PLAY : Feather.PAUSE));
        goOn.setText(texts.get("action.goon", model.goOnName()));
    }

    private static void swap(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    @Override
    public Place place() {
        return Place.TRAIN;
    }

    @Override
    public ObservableValue<String> state() {
        return model.stateProperty();
    }

    @Override
    public List<Node> actions() {
        return List.of(presets, goOn, pause, stop);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> panel() {
        return Optional.of(panel);
    }

    @Override
    public Optional<Node> projectorFoot() {
        return Optional.of(foot);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(new Shortcut(KeyCombination.valueOf("Shortcut+Period"), texts.get("action.stop"), model::stop));
    }

    @Override
    public List<String> styleSheets() {
        return List.of(Objects.requireNonNull(TrainView.class.getResource("train.css"), "train.css")
                .toExternalForm());
    }

    @Override
    public boolean accepts(Path file) {
        return false;
    }

    @Override
    public void shown() {
        sampler.start();
    }

    @Override
    public void hidden() {
        sampler.stop();
    }

    @Override
    public void close() {
        sampler.stop();
    }
}
