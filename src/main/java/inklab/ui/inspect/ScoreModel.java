package inklab.ui.inspect;

import inklab.evaluate.Reading;
import inklab.ui.work.Jobs;
import inklab.ui.work.Latest;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How well the epoch that is looked at reads its images, and the cell of the confusion matrix that is looked into. For the FX thread. */
final class ScoreModel {
    private final Examiner examiner;
    private final Latest<Examiner.Ask, Outcome<Optional<Score>>> scoring;
    private final BooleanSupplier loading;
    private final Runnable filled;
    private final ReadOnlyObjectWrapper<Score> score = new ReadOnlyObjectWrapper<>(this, "score");
    private final ReadOnlyBooleanWrapper scoringNow = new ReadOnlyBooleanWrapper(this, "scoring");
    private final ReadOnlyIntegerWrapper cell = new ReadOnlyIntegerWrapper(this, "cell", -1);
    private final ReadOnlyObjectWrapper<List<Reading>> cellImages =
            new ReadOnlyObjectWrapper<>(this, "cellImages", List.of());

    /** What is wanted now; read by the worker, who leaves off all else. */
    private volatile Examiner.Ask asked;

    /**
     * @param loading whether images are still on their way
     * @param filled called when a score and its cell have come
     */
    ScoreModel(Jobs jobs, Examiner examiner, BooleanSupplier loading, Runnable filled) {
        this.examiner = examiner;
        this.loading = loading;
        this.filled = filled;
        scoring = jobs.latest(ask -> Outcome.of(() -> examiner.examine(ask, () -> !ask.equals(asked))), this::scored);
    }

    /** Of the wanted epoch; null where nothing was kept and there are no images to read. */
    ReadOnlyObjectProperty<Score> scoreProperty() {
        return score.getReadOnlyProperty();
    }

    /** Whether the score shown is about to be replaced by the wanted epoch's. */
    ReadOnlyBooleanProperty scoringProperty() {
        return scoringNow.getReadOnlyProperty();
    }

    /** The chosen cell of the confusion matrix, truth · classes + answer; −1 for none. */
    ReadOnlyIntegerProperty cellProperty() {
        return cell.getReadOnlyProperty();
    }

    /** The images of the chosen cell, in their order. */
    ReadOnlyObjectProperty<List<Reading>> cellImagesProperty() {
        return cellImages.getReadOnlyProperty();
    }

    Score score() {
        return score.get();
    }

    /** Chooses a cell of the confusion matrix: truth · classes + answer. */
    void chooseCell(int chosen) {
        cell.set(chosen);
        fillCell();
    }

    /** This is to be scored. */
    void order(Examiner.Ask ask) {
        asked = ask;
        Optional<Score> known = examiner.remembered(ask.subject(), ask.epoch());
        if (known.isPresent()) {
            scoring.cancel();
            scored(new Outcome<>(known, ""));
            return;
        }
        scoringNow.set(true);
        scoring.set(ask);
    }

    /** There is nothing to score. */
    void empty() {
        close();
        score.set(null);
    }

    /** Another net is looked at. */
    void forget() {
        examiner.forget();
        score.set(null);
        cell.set(-1);
    }

    void close() {
        asked = null;
        scoring.cancel();
    }

    private void scored(Outcome<Optional<Score>> outcome) {
        Examiner.Ask wanted = asked;
        if (wanted == null) return;
        if (outcome.failed()) {
            scoringNow.set(false);
            score.set(null);
            cellImages.set(List.of());
            return;
        }
        Optional<Score> found = outcome.result();
        if (found.isPresent()
                && (found.get().epoch() != wanted.epoch()
                        || !found.get().choice().equals(wanted.subject().choice()))) return;
        scoringNow.set(found.isEmpty() && loading.getAsBoolean());
        score.set(found.orElse(null));
        if (found.isEmpty()) return;
        int cells = found.get().classes() * found.get().classes();
        if (cell.get() < 0 || cell.get() >= cells) cell.set(found.get().worstCell());
        fillCell();
        filled.run();
    }

    private void fillCell() {
        Score now = score.get();
        if (now == null || cell.get() < 0) cellImages.set(List.of());
        else cellImages.set(now.cell(cell.get() / now.classes(), cell.get() % now.classes()));
    }
}
