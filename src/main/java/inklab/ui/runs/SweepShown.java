package inklab.ui.runs;

import inklab.sweep.Strategy;
import inklab.sweep.Sweep;
import inklab.sweep.SweepCommittee;
import inklab.sweep.SweepFolder;
import inklab.sweep.Trial;
import inklab.ui.Figures;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sweep as it stands.
 *
 * @param folder where it lies, or will
 * @param how its members are trained, in a sentence; empty before that is known
 * @param working the members being trained here now, with their progress in words
 * @param seconds it has been at work
 * @param there whether the folder holds it already; else it is planned alone
 */
record SweepShown(
        SweepFolder folder,
        Sweep sweep,
        List<Trial> trials,
        String how,
        List<String> working,
        double seconds,
        boolean there) {
    SweepShown {
        trials = List.copyOf(trials);
        working = List.copyOf(working);
    }

    static SweepShown planned(SweepFolder folder, Sweep sweep, List<Trial> waiting) {
        return new SweepShown(folder, sweep, waiting, "", List.of(), 0, false);
    }

    int over() {
        return (int) trials.stream().filter(trial -> trial.status().isOver()).count();
    }

    boolean isOver() {
        return over() == trials.size();
    }

    /** How far it is, in words. */
    String standing(Texts texts) {
        return there
                ? texts.get("sweep.over", over(), trials.size(), Figures.time(seconds))
                : texts.get("sweep.planned", trials.size(), Figures.count(epochs()));
    }

    /** The best validation error; a dash before there is one. */
    String figure() {
        return best().map(best -> RunWords.error(best.validationError())).orElse("–");
    }

    /** Those with an error to show, finished or not. */
    List<Trial> measured() {
        return trials.stream().filter(Trial::isRanked).toList();
    }

    Optional<Trial> best() {
        return SweepCommittee.ranked(trials).stream().findFirst();
    }

    Optional<Trial> trial(String name) {
        return trials.stream().filter(trial -> trial.name().equals(name)).findFirst();
    }

    /** Whether nobody is better and cheaper at once. */
    boolean isOnFront(Trial trial) {
        return measured().stream()
                .noneMatch(other -> !other.equals(trial)
                        && other.validationError() <= trial.validationError()
                        && other.wallSeconds() <= trial.wallSeconds()
                        && (other.validationError() < trial.validationError()
                                || other.wallSeconds() < trial.wallSeconds()));
    }

    /** Those that were the best when they ended, in that order. */
    List<Trial> records() {
        List<Trial> byTime = new ArrayList<>(measured());
        byTime.sort(Comparator.comparingDouble(Trial::at));
        List<Trial> records = new ArrayList<>();
        for (Trial trial : byTime)
            if (records.isEmpty()
                    || trial.validationError() < records.get(records.size() - 1).validationError()) records.add(trial);
        return records;
    }

    /** How many epochs it costs at most. */
    long epochs() {
        long full = trials.stream()
                .flatMap(trial -> trial.member().recipe().stream())
                .mapToLong(recipe -> recipe.training().epochs())
                .sum();
        if (trials.isEmpty() || !(sweep.strategy() instanceof Strategy.Halving halving)) return full;
        return halving.budget(trials.size(), (int) (full / trials.size()));
    }
}
