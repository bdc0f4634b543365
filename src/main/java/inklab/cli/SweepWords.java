package inklab.cli;

import inklab.sweep.Axis;
import inklab.sweep.Strategy;
import inklab.sweep.Sweep;
import inklab.sweep.SweepCommittee;
import inklab.sweep.SweepFolder;
import inklab.sweep.SweepRun;
import inklab.sweep.Trial;
import inklab.train.RunProgress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sweep in the words and figures of the command line. */
final class SweepWords {
    private static final int MOST_SHOWN = 20;

    private final Surroundings surroundings;
    private final Sweep sweep;

    SweepWords(Surroundings surroundings, Sweep sweep) {
        this.surroundings = surroundings;
        this.sweep = sweep;
    }

    /** The members, and what they will cost. */
    void plan() {
        List<Sweep.Member> members = sweep.members();
        for (Sweep.Member member : members)
            surroundings
                    .out()
                    .println(member.name() + "  " + member.words()
                            + member.problem()
                                    .map(p -> "  cannot be trained: " + Sentences.of(p))
                                    .orElse(""));
        surroundings.out().println(cost(members));
    }

    /** {@code 27 members; 27 to epoch 1, 9 to epoch 3, …: 81 epochs in place of 324.} */
    private String cost(List<Sweep.Member> members) {
        long full = members.stream()
                .flatMap(member -> member.recipe().stream())
                .mapToLong(recipe -> recipe.training().epochs())
                .sum();
        if (!(sweep.strategy() instanceof Strategy.Halving halving) || members.isEmpty())
            return members.size() + " members, " + Sentences.count((double) full) + " epochs in all.";
        int epochs = (int) (full / members.size());
        String rungs = halving.rungs(members.size(), epochs).stream()
                .map(rung -> rung.members() + " to epoch " + rung.epochs())
                .collect(Collectors.joining(", "));
        return members.size() + " members; " + rungs + ": "
                + Sentences.count((double) halving.budget(members.size(), epochs)) + " epochs in place of "
                + Sentences.count((double) full) + ".";
    }

    /** A member that ended or rests. */
    String line(Trial trial) {
        String what = switch (trial.status()) {
            case WAITING, STARTED -> "";
            case DROPPED -> "given up after epoch " + trial.epochs() + ", " + figures(trial);
            case RESTING -> "rests after epoch " + trial.epochs() + ", " + figures(trial);
            case FINISHED -> figures(trial) + "  " + Sentences.time(trial.wallSeconds());
            case FAILED -> "failed: " + Sentences.of(trial.problem());
        };
        return trial.name() + "  " + trial.member().words() + "  " + what;
    }

    private static String figures(Trial trial) {
        return "validation " + Sentences.percent(trial.validationError()) + "  test "
                + Sentences.percent(trial.testError());
    }

    /** How all stands, on one line. */
    String line(SweepRun.Standing now) {
        StringBuilder line =
                new StringBuilder(now.over() + " of " + now.trials().size() + " over");
        now.best().ifPresent(best -> line.append("  best ").append(Sentences.percent(best.validationError())));
        for (SweepRun.Working working : now.working()) {
            line.append("  ").append(working.member().replaceFirst(".*-", ""));
            Optional<RunProgress> progress = working.progress();
            progress.ifPresent(
                    p -> line.append(": epoch ").append(p.epoch()).append('/').append(p.epochs()));
        }
        return line.toString();
    }

    /** The best, and what went wrong. */
    void print(SweepRun.Standing now, Optional<SweepCommittee> together) {
        List<Trial> ranked = SweepCommittee.ranked(now.trials());
        for (Trial trial : ranked.subList(0, Math.min(MOST_SHOWN, ranked.size())))
            surroundings.out().println(line(trial));
        if (ranked.size() > MOST_SHOWN)
            surroundings.out().println("… and " + (ranked.size() - MOST_SHOWN) + " more; --csv FILE writes all.");
        for (Trial trial : now.trials())
            if (trial.status() == Trial.Status.FAILED) surroundings.out().println(line(trial));
        long dropped = count(now, Trial.Status.DROPPED);
        surroundings
                .out()
                .println(ranked.size() + " of " + now.trials().size() + " finished"
                        + (dropped > 0 ? ", " + dropped + " given up" : "") + ", "
                        + count(now, Trial.Status.FAILED) + " failed, in " + Sentences.time(now.seconds()) + ".");
        together.ifPresent(committee -> surroundings
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "The %s %d together misread %,d of %,d test images (%s); the first alone %,d.",
                        committee.members().get(0).isRanked() ? "best" : "first",
                        committee.members().size(),
                        last(committee),
                        committee.images(),
                        Sentences.percent((double) last(committee) / committee.images()),
                        committee.errors().get(0))));
    }

    private static int last(SweepCommittee committee) {
        return committee.errors().get(committee.errors().size() - 1);
    }

    private static long count(SweepRun.Standing now, Trial.Status status) {
        return now.trials().stream().filter(trial -> trial.status() == status).count();
    }

    JsonLine line(
            SweepRun.Standing now, SweepRun.Ending ending, SweepFolder folder, Optional<SweepCommittee> together) {
        JsonLine line = new JsonLine()
                .put("sweep", folder.path().toString())
                .put("ending", ending.name().toLowerCase(Locale.ROOT))
                .put("members", now.trials().size())
                .put("finished", count(now, Trial.Status.FINISHED))
                .put("dropped", count(now, Trial.Status.DROPPED))
                .put("failed", count(now, Trial.Status.FAILED))
                .put("wall_s", now.seconds())
                .put("how", now.how());
        now.best()
                .ifPresent(best -> line.put("best", best.name())
                        .put("validation_error", best.validationError())
                        .put("test_error", best.testError()));
        together.ifPresent(
                committee -> line.put("committee", committee.members().size())
                        .put("committee_errors", last(committee))
                        .put("images", committee.images()));
        for (Trial trial : now.trials()) {
            JsonLine element = line.element("results")
                    .put("member", trial.name())
                    .put("status", trial.status().name().toLowerCase(Locale.ROOT));
            trial.member().values().forEach((field, value) -> element.put(field, Axis.words(value)));
            element.put("epochs", trial.epochs())
                    .put("validation_error", trial.validationError())
                    .put("test_error", trial.testError())
                    .put("wall_s", trial.wallSeconds())
                    .put("weights_sha256", trial.weightsSha256());
            if (trial.problem() != null) element.put("problem", Sentences.of(trial.problem()));
        }
        return line;
    }
}
