package inklab.ui.draw;

import inklab.ui.Figures;
import inklab.ui.Live;
import inklab.ui.Texts;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.ProbabilityBars;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The answer: the digit as large as it goes, how sure, who agrees, and ten bars; or why there is none, and what to do. */
final class AnswerView extends StackPane {
    private static final double LEAST = 0.01;

    private final DrawViewModel model;
    private final Texts texts;
    private final ObservableValue<Live> live;
    private final Runnable train;
    private final Text digit = new Text();
    private final Label sure = new Label();
    private final Label first = note();
    private final Label second = note();
    private final ProgressBar opening = new ProgressBar(-1);
    private final HBox head = new HBox();
    private final ProbabilityBars bars =
            new ProbabilityBars(IntStream.range(0, 10).mapToObj(String::valueOf).toList());
    private final StackPane barsPlace = new StackPane(bars);
    private final VBox answer = new VBox(head, barsPlace);
    private boolean projector;

    /** @param train starts the first training, for whoever has no net yet */
    AnswerView(DrawViewModel model, ObservableValue<Live> live, Runnable train, Texts texts) {
        this.model = model;
        this.live = live;
        this.train = train;
        this.texts = texts;
        setId("draw-answer");
        digit.getStyleClass().addAll("type-answer", "answer-digit");
        digit.setId("draw-digit");
        // The glyph itself is centred, not its line.
        digit.setBoundsType(TextBoundsType.VISUAL);
        sure.getStyleClass().add("type-title");
        sure.setId("draw-sure");
        first.setId("draw-agree");
        opening.getStyleClass().add("thin");
        opening.setMaxWidth(160);
        StackPane digitPlace = new StackPane(digit);
        digitPlace.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(sure, first, second, opening);
        words.getStyleClass().add("answer-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        head.getChildren().addAll(digitPlace, words);
        head.getStyleClass().add("answer-head");
        answer.getStyleClass().add("answer");
        barsPlace.getStyleClass().add("answer-bars");
        bars.setAccessibleText(texts.get("answer.name"));
        bars.setEmptyText(texts.get("answer.nothing"));
        bars.setId("draw-bars");
        bars.setMinHeight(120);
        CopyPicture.install(answer, texts.get("copy.picture"));
        VBox.setVgrow(barsPlace, Priority.ALWAYS);
        model.verdictProperty().addListener(o -> show());
        model.standProperty().addListener(o -> arrange());
        live.addListener((o, was, now) -> {
            if (model.standProperty().get() == DrawViewModel.Stand.NONE) arrange();
        });
        project(false);
        arrange();
    }

    void project(boolean on) {
        projector = on;
        answer.getStyleClass().remove("card");
        barsPlace.getStyleClass().remove("card");
        (on ? barsPlace : answer).getStyleClass().add("card");
        show();
    }

    private void arrange() {
        opening.setVisible(model.standProperty().get() == DrawViewModel.Stand.OPENING);
        opening.setManaged(opening.isVisible());
        Node shown = switch (model.standProperty().get()) {
            case NONE -> nobody();
            case TROUBLE -> trouble();
            case LOOKING, OPENING, READY, IDLE -> answer;
        };
        getChildren().setAll(shown);
        show();
    }

    private Node nobody() {
        Live now = live.getValue();
        if (now != null)
            return empty(
                    Feather.TRENDING_DOWN, texts.get("answer.none"), texts.get("answer.training", now.run()), null);
        Button button = new Button(texts.get("answer.train"), new FontIcon(Feather.PLAY));
        button.setId("draw-train");
        button.getStyleClass().add("primary");
        button.setOnAction(e -> train.run());
        return empty(Feather.EDIT_3, texts.get("answer.none"), texts.get("answer.none.how"), button);
    }

    private Node trouble() {
        Button again = new Button(texts.get("answer.again"), new FontIcon(Feather.REFRESH_CW));
        again.setOnAction(e -> model.look());
        return empty(
                Feather.ALERT_CIRCLE,
                texts.get("answer.trouble"),
                texts.sentence(model.troubleProperty().get()),
                again);
    }

    private static EmptyState empty(Feather icon, String title, String sentence, Node action) {
        EmptyState state = new EmptyState(new FontIcon(icon), title, sentence, action);
        state.getStyleClass().add("answer-none");
        return state;
    }

    private void show() {
        Verdict verdict = model.verdictProperty().get();
        Tally tally = verdict.tally();
        if (tally.isEmpty()) {
            digit.setText("");
            bars.clear();
            waiting();
        } else {
            digit.setText(String.valueOf(tally.digit()));
            sure.setText(Figures.percent(tally.sure(), 0));
            bars.show(tally.mean());
            first.setText(agreement(tally));
            double next = tally.mean()[tally.second()];
            // A guess of next to nothing is none.
            second.setText(next < LEAST ? "" : texts.get("answer.next", tally.second(), Figures.percent(next, 0)));
        }
        digit.getParent().setVisible(!tally.isEmpty());
        digit.getParent().setManaged(!tally.isEmpty());
        second.setVisible(!tally.isEmpty() && !projector && !second.getText().isEmpty());
        second.setManaged(second.isVisible());
    }

    private void waiting() {
        List<Candidate> chosen = model.chosenProperty().get();
        switch (model.standProperty().get()) {
            case LOOKING -> say("", texts.get("answer.looking"));
            case OPENING ->
                say(
                        "",
                        chosen.size() == 1
                                ? texts.get("answer.opening", chosen.get(0).name())
                                : texts.get("answer.opening.some", chosen.size()));
            case IDLE -> say(texts.get("answer.idle"), texts.get("answer.idle.how"));
            case READY, NONE, TROUBLE -> say(texts.get("answer.blank"), texts.get("answer.blank.how"));
        }
    }

    private void say(String title, String words) {
        sure.setText(title);
        first.setText(words);
    }

    private String agreement(Tally tally) {
        int all = tally.votes().size();
        if (all == 1) return texts.get("answer.one", tally.votes().get(0).net().name());
        return tally.agreeing() == all ? texts.get("answer.all", all) : texts.get("answer.some", tally.agreeing(), all);
    }

    private static Label note() {
        Label label = new Label();
        label.getStyleClass().add("type-note");
        return label;
    }
}
