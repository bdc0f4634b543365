package inklab.ui.widget;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Walks through a run's epochs: a knob under the run's curve, a button that plays them once to the end, and what the epoch is. */
public final class EpochScrubber extends HBox {
    private static final double FRAME_MILLIS = 350;

    private final EpochTrack track = new EpochTrack();
    private final Glyph icon = new Glyph(Glyph.Shape.PLAY);
    private final Button play = new Button("", icon);
    private final Label title = new Label();
    private final Label note = new Label();
    private final ReadOnlyIntegerWrapper epoch = new ReadOnlyIntegerWrapper(this, "epoch");
    private Timeline playing = new Timeline();
    private String playWord = "";
    private String pauseWord = "";

    public EpochScrubber() {
        getStyleClass().add("epoch-scrubber");
        setSpacing(16);
        setAlignment(Pos.CENTER_LEFT);
        play.getStyleClass().add("play");
        play.setMinSize(40, 40);
        play.setOnAction(e -> {
            if (isPlaying()) pause();
            else play();
        });
        title.getStyleClass().add("type-heading");
        note.getStyleClass().add("type-caption");
        VBox words = new VBox(title, note);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(112);
        setHgrow(track, Priority.ALWAYS);
        getChildren().addAll(play, words, track);
        track.indexProperty()
                .addListener(
                        o -> epoch.set(track.epochs().get(track.indexProperty().get())));
        track.setOnMousePressed(e -> pause());
        sceneProperty().addListener(o -> {
            if (getScene() == null) pause();
        });
    }

    /**
     * The epochs that can be shown, ascending, and the curve over them.
     *
     * @param epochs at least one
     * @param curve a value for each, NaN for none; empty for no curve
     */
    public void setEpochs(List<Integer> epochs, double[] curve) {
        int[] at =
                epochs.stream().mapToInt(Integer::intValue).limit(curve.length).toArray();
        setEpochs(epochs, at, curve);
    }

    /**
     * The epochs that can be shown, ascending, and a curve over more of them.
     *
     * @param epochs at least one
     * @param measured the epochs that the curve has values for, ascending
     * @param curve a value for each of these, NaN for none
     */
    public void setEpochs(List<Integer> epochs, int[] measured, double[] curve) {
        boolean atEnd = track.indexProperty().get() == track.epochs().size() - 1;
        track.setEpochs(epochs);
        track.setCurve(measured, curve);
        // Nowhere to walk to.
        boolean alone = epochs.size() == 1 && measured.length == 0;
        play.setVisible(!alone);
        play.setManaged(!alone);
        track.setVisible(!alone);
        // Who watches the newest epoch goes on watching the newest.
        if (atEnd) track.set(epochs.size() - 1);
        epoch.set(epochs.get(track.indexProperty().get()));
    }

    /** The epoch shown. */
    public ReadOnlyIntegerProperty epochProperty() {
        return epoch.getReadOnlyProperty();
    }

    /** Moves the knob to the epoch nearest to this one. */
    public void setEpoch(int wanted) {
        int best = 0;
        List<Integer> all = track.epochs();
        for (int i = 1; i < all.size(); i++)
            if (Math.abs(all.get(i) - wanted) < Math.abs(all.get(best) - wanted)) best = i;
        track.set(best);
    }

    /** The words beside the knob: which epoch this is, and how good it was. */
    public void setWords(String heading, String quiet) {
        title.setText(heading);
        note.setText(quiet);
    }

    /** What a screen reader calls the knob and the button in its two states. */
    public void setNames(String knob, String toPlay, String toPause) {
        track.setAccessibleText(knob);
        playWord = toPlay;
        pauseWord = toPause;
        play.setAccessibleText(isPlaying() ? toPause : toPlay);
    }

    /** Walks from here to the last epoch; from the first if the knob stands on the last. */
    public void play() {
        pause();
        int last = track.epochs().size() - 1;
        if (track.indexProperty().get() >= last) track.set(0);
        playing = new Timeline(new KeyFrame(
                Duration.millis(FRAME_MILLIS),
                e -> track.set(track.indexProperty().get() + 1)));
        playing.setCycleCount(Math.max(1, last - track.indexProperty().get()));
        playing.setOnFinished(e -> pause());
        icon.set(Glyph.Shape.PAUSE);
        play.setAccessibleText(pauseWord);
        playing.play();
    }

    /** Stays where the knob is. */
    public void pause() {
        playing.stop();
        icon.set(Glyph.Shape.PLAY);
        play.setAccessibleText(playWord);
    }

    private boolean isPlaying() {
        return playing.getStatus() == Animation.Status.RUNNING;
    }
}
