package inklab.ui.inspect;

import inklab.train.EpochMetrics;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.EpochScrubber;
import inklab.ui.widget.ProblemStrip;
import inklab.ui.widget.ProblemStrip.Level;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

/** The epoch that drives the page, on the curve of the validation error. */
final class ScrubberCard {
    /** How much more room the card has on the right than on the left, px. */
    private static final double BESIDE_THE_TRACK = 16;

    private final InspectViewModel model;
    private final Texts texts;
    private final EpochScrubber scrubber = new EpochScrubber();
    private final Card card = new Card(scrubber);
    private boolean filling;
    private boolean projector;

    ScrubberCard(InspectViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        scrubber.setId("inspect-scrubber");
        scrubber.setNames(texts.get("scrubber.name"), texts.get("scrubber.play"), texts.get("scrubber.pause"));
        scrubber.epochProperty().addListener((o, was, now) -> {
            if (!filling) model.setEpoch(now.intValue());
        });
        CopyPicture.install(scrubber, texts.get("copy.picture"));
        card.getStyleClass().add("inspect-scrubber");
        model.subjectProperty().addListener(o -> fill());
        model.epochProperty().addListener(o -> follow());
        model.epochTroubleProperty().addListener(o -> strip());
        fill();
    }

    Card card() {
        return card;
    }

    EpochScrubber scrubber() {
        return scrubber;
    }

    /** In a lecture hall what the command line can do is left out. */
    void project(boolean on) {
        projector = on;
        strip();
    }

    private void fill() {
        Subject subject = model.subjectProperty().get();
        if (subject == null) return;
        filling = true;
        List<EpochMetrics> measured = subject.measured();
        scrubber.setEpochs(
                subject.epochs(),
                measured.stream().mapToInt(EpochMetrics::epoch).toArray(),
                measured.stream().mapToDouble(EpochMetrics::validationError).toArray());
        filling = false;
        follow();
        strip();
    }

    private void follow() {
        Subject subject = model.subjectProperty().get();
        if (subject == null) return;
        int epoch = model.epochProperty().get();
        filling = true;
        scrubber.setEpoch(epoch);
        filling = false;
        OptionalDouble error = subject.validationError(epoch);
        if (subject.isBuiltIn()) scrubber.setWords(subject.choice().name(), texts.get("epoch.built-in"));
        else
            scrubber.setWords(
                    texts.get("epoch", epoch),
                    error.isPresent()
                            ? texts.get("epoch.error", Figures.percent(error.getAsDouble(), 2))
                            : epoch == 0 ? texts.get("epoch.untrained") : "");
    }

    /** What keeps this epoch from being looked at, or why there are so few. */
    private void strip() {
        Subject subject = model.subjectProperty().get();
        String trouble = model.epochTroubleProperty().get();
        if (!trouble.isEmpty()) card.setProblem(new ProblemStrip(Level.WARNING, trouble, ""));
        else if (subject != null
                && !subject.isBuiltIn()
                && subject.measured().size() > 2
                && subject.epochs().size() <= 2) {
            String kept = subject.epochs().stream().map(String::valueOf).collect(Collectors.joining(texts.get("and")));
            ProblemStrip few = new ProblemStrip(
                    Level.INFO,
                    texts.get(subject.epochs().size() == 1 ? "few.one" : "few", kept),
                    projector ? "" : texts.get("few.how"));
            // The track needs room at its right end for the knob; the strip does not.
            VBox.setMargin(few, new Insets(0, -BESIDE_THE_TRACK, 0, 0));
            card.setProblem(few);
        } else card.setProblem(null);
    }
}
