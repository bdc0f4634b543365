package inklab.ui;

import inklab.ui.widget.CalmRow;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The same in every workspace: Train, or, while training, how far it is; pressing it then pauses and resumes. */
final class TrainButton extends StackPane {
    private final Training training;
    private final Texts texts;
    private final Button train = new Button();
    private final Button live = new Button();
    private final FontIcon sign = new FontIcon(Feather.PAUSE);
    private final Label epoch = new Label();
    private final Label left = new Label();
    private final Region bar = new Region();
    private double fraction;

    TrainButton(Training training, Selection selection, Texts texts) {
        this.training = training;
        this.texts = texts;
        getStyleClass().add("train-place");
        setAlignment(Pos.CENTER_RIGHT);

        train.setId("train");
        train.setText(texts.get("train.start"));
        train.setGraphic(new FontIcon(Feather.PLAY));
        train.getStyleClass().addAll("primary", "train");
        train.setOnAction(e -> training.start(selection.recipe()));

        live.setId("train-live");
        live.getStyleClass().setAll("train-live");
        live.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        live.setGraphic(face());
        live.setOnAction(e -> pauseOrResume());

        getChildren().addAll(train, live);
        training.liveProperty().addListener((o, was, now) -> show(now));
        show(training.liveProperty().get());
    }

    private StackPane face() {
        epoch.getStyleClass().add("train-epoch");
        left.getStyleClass().add("train-left");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox words = new CalmRow(sign, epoch, gap, left);
        words.getStyleClass().add("train-words");

        bar.getStyleClass().add("train-bar");
        Region track = new Region();
        track.getStyleClass().add("train-track");
        StackPane.setAlignment(track, Pos.BOTTOM_LEFT);

        StackPane face = new StackPane(track, bar, words) {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                layBar();
            }
        };
        // Its length alone changes, many times a minute: nothing else is laid out for it.
        bar.setManaged(false);
        face.getStyleClass().add("train-face");
        Rectangle round = new Rectangle();
        round.setArcWidth(16);
        round.setArcHeight(16);
        round.widthProperty().bind(face.widthProperty());
        round.heightProperty().bind(face.heightProperty());
        face.setClip(round);
        return face;
    }

    private void layBar() {
        Region face = (Region) bar.getParent();
        double height = bar.minHeight(-1);
        bar.resizeRelocate(0, face.getHeight() - height, snapSizeX(fraction * face.getWidth()), height);
    }

    private void pauseOrResume() {
        Live now = training.liveProperty().get();
        if (now == null) return;
        if (now.paused()) training.resume();
        else training.pause();
    }

    private void show(Live now) {
        swap(train, now == null);
        swap(live, now != null);
        if (now == null) return;
        sign.setIconCode(now.paused() ? Feather.PLAY : Feather.PAUSE);
        epoch.setText(
                now.epoch() == 0 ? texts.get("train.preparing") : texts.get("train.epoch", now.epoch(), now.epochs()));
        left.setText(
                now.paused()
                        ? texts.get("train.paused")
                        : Double.isNaN(now.secondsLeft())
                                ? ""
                                : texts.get("train.left", Figures.roughTime(now.secondsLeft())));
        live.setAccessibleText(now.run() + ": " + epoch.getText() + ", " + left.getText());
        fraction = now.fraction();
        layBar();
    }

    private static void swap(Button button, boolean on) {
        button.setVisible(on);
        button.setManaged(on);
    }
}
