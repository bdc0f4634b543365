package inklab.sweep;

import inklab.evaluate.Committee;
import inklab.evaluate.CommitteeFile;
import inklab.train.EpochOutputs;
import inklab.train.Outputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best members of a sweep, by validation error alone, answering together; the first of them where all digits are learnt and none are left
 * to validate with.
 *
 * @param members the best first
 * @param errors how many test images the first, the first two, … and all together misread, by their averaged outputs
 * @param votes how many all together misread by their votes
 */
public record SweepCommittee(SweepFolder folder, List<Trial> members, List<Integer> errors, int votes, int images) {
    public SweepCommittee {
        members = List.copyOf(members);
        errors = List.copyOf(errors);
    }

    /** The finished members, the best by validation error first; in the plan's order those that have none. */
    public static List<Trial> ranked(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.status() == Trial.Status.FINISHED)
                .sorted(Next.BEST_FIRST)
                .toList();
    }

    /** What to say of a sweep of which no member has finished. */
    public static IOException none(SweepFolder folder) {
        return new IOException("No member of " + folder.path() + " has finished yet: go on with the sweep first.");
    }

    /**
     * Counts from the members' stored outputs.
     *
     * @param most how many at most
     * @throws IOException in one sentence, when no member has finished, or outputs are missing or do not fit together
     */
    public static SweepCommittee of(SweepFolder folder, int most) throws IOException {
        List<Trial> best = ranked(folder.trials());
        if (best.isEmpty()) throw none(folder);
        best = best.subList(0, Math.min(most, best.size()));
        List<Outputs> answers = new ArrayList<>();
        List<Integer> errors = new ArrayList<>();
        for (Trial trial : best) {
            Optional<EpochOutputs> outputs = folder.run(trial.name()).outputs();
            if (outputs.isEmpty())
                throw new IOException(folder.run(trial.name()).path()
                        + " holds no outputs: train it again, or choose fewer members.");
            answers.add(outputs.get().test());
        }
        try {
            for (int i = 1; i <= answers.size(); i++)
                errors.add(new Committee(answers.subList(0, i)).average().errors());
            int votes = new Committee(answers).votes().errors();
            return new SweepCommittee(
                    folder, best, errors, votes, answers.get(0).size());
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "The members of " + folder.path() + " read different images: " + e.getMessage() + ".", e);
        }
    }

    /** Keeps it as a file beside the members, which window and command line both open. */
    public Path write() throws IOException {
        Path file = folder.path().resolve("best-" + members.size() + CommitteeFile.ENDING);
        String dataset = members.get(0).member().recipe().orElseThrow().data().dataset();
        List<String> paths = members.stream()
                .map(trial -> folder.run(trial.name()).path().toString())
                .toList();
        new CommitteeFile(1, dataset, paths, images, errors.get(errors.size() - 1), votes).write(file);
        return file;
    }
}
