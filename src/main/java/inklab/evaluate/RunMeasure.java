package inklab.evaluate;

import inklab.recipe.Measured;
import inklab.recipe.Measured.Machine;
import inklab.recipe.MeasuredCommittee;
import inklab.recipe.MemberDeviations;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeDifference;
import inklab.recipe.RecipeFile;
import inklab.recipe.Row;
import inklab.train.EpochMetrics;
import inklab.train.EpochOutputs;
import inklab.train.Outputs;
import inklab.train.Result;
import inklab.train.RunException;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what run folders measured for a published result: nothing is computed by a network again. */
public final class RunMeasure {
    private final Presets presets;
    private final Machine machine;

    /** @param machine that the runs were trained on */
    public RunMeasure(Presets presets, Machine machine) {
        this.presets = presets;
        this.machine = machine;
    }

    /** A run as far as it has come. */
    private record Standing(
            Recipe recipe,
            int epochs,
            int bestEpoch,
            double validationError,
            double seconds,
            double imagesPerSecond,
            String weights,
            boolean diverged,
            Outputs test,
            LocalDate date) {}

    /**
     * A run as a net of this row. In what its recipe differs from the row's preset is told as deviations.
     *
     * @param more deviations that the recipe does not show
     * @throws IOException in one sentence, when the run is not far enough, damaged, or about other images
     */
    public Measured net(Row row, RunFolder run, List<String> more) throws IOException {
        if (row.isCommittee())
            throw new RunException(
                    row.id() + " is about " + row.members() + " nets that read together: give all runs.");
        Standing at = standing(run);
        Recipe preset = presets.find(row.presets().get(0)).orElseThrow();
        requireData(row, preset, run, at);
        List<String> deviations = new ArrayList<>(RecipeDifference.of(preset, at.recipe()));
        if (at.diverged()) deviations.add("It diverged after " + at.epochs() + " epochs.");
        deviations.addAll(more);
        return new Measured(
                row.id(),
                RecipeFile.hash(at.recipe()),
                at.recipe().training().seed(),
                at.epochs(),
                row.epochs(),
                at.bestEpoch(),
                at.validationError(),
                at.test().error(),
                at.test().size(),
                at.seconds(),
                at.imagesPerSecond(),
                at.date(),
                machine,
                at.weights(),
                deviations);
    }

    /**
     * Runs as the members of this row's committee, by their stored outputs.
     *
     * @param more deviations that the recipes do not show
     * @throws IOException in one sentence, when a run is not far enough, damaged, there twice, or about other images
     */
    public MeasuredCommittee committee(Row row, List<RunFolder> runs, List<String> more) throws IOException {
        if (!row.isCommittee()) throw new RunException(row.id() + " is about a single net.");
        if (runs.size() < 2) throw new RunException("A committee has at least two members: give more runs.");
        List<MeasuredCommittee.Member> members = new ArrayList<>();
        List<Outputs> answers = new ArrayList<>();
        Set<String> known = new HashSet<>();
        List<String> deviations = new ArrayList<>();
        LocalDate date = LocalDate.EPOCH;
        for (RunFolder run : runs) {
            Standing at = standing(run);
            Recipe preset = nearest(row, at.recipe());
            requireData(row, preset, run, at);
            String hash = RecipeFile.hash(at.recipe());
            if (!known.add(hash)) throw new RunException(run.path() + " has the recipe and seed of another member.");
            for (String difference : RecipeDifference.of(preset, at.recipe()))
                deviations.add(MemberDeviations.of(at.recipe().name(), difference));
            members.add(new MeasuredCommittee.Member(
                    at.recipe().name(),
                    hash,
                    at.recipe().training().seed(),
                    at.epochs(),
                    at.test().error()));
            answers.add(at.test());
            if (at.date().isAfter(date)) date = at.date();
        }
        deviations.addAll(more);
        Committee committee = committee(answers);
        Subsets subsets = Subsets.of(committee, () -> false).orElseThrow();
        List<MeasuredCommittee.Size> sizes = new ArrayList<>();
        for (Subsets.Size size : subsets.sizes()) sizes.add(size(size, subsets.images()));
        return new MeasuredCommittee(
                row.id(),
                members,
                committee.average().error(),
                committee.votes().error(),
                answers.get(0).size(),
                sizes,
                date,
                machine,
                deviations);
    }

    private static Committee committee(List<Outputs> answers) throws RunException {
        try {
            return new Committee(answers);
        } catch (IllegalArgumentException e) {
            throw new RunException("The runs cannot read together: " + e.getMessage() + ".", e);
        }
    }

    private static MeasuredCommittee.Size size(Subsets.Size size, int images) {
        double[] errors = size.subsets().stream()
                .mapToDouble(subset -> (double) subset.errors() / images)
                .sorted()
                .toArray();
        double sum = 0;
        for (double error : errors) sum += error;
        return new MeasuredCommittee.Size(
                size.size(), errors.length, errors[0], sum / errors.length, errors[errors.length - 1]);
    }

    /** The preset from which a member's recipe differs in the fewest settings; of several, the first. */
    private Recipe nearest(Row row, Recipe recipe) {
        return RecipeDifference.nearest(
                row.presets().stream()
                        .map(name -> presets.find(name).orElseThrow())
                        .toList(),
                recipe);
    }

    private static void requireData(Row row, Recipe preset, RunFolder run, Standing at) throws RunException {
        String wanted = preset.data().dataset();
        String dataset = at.recipe().data().dataset();
        if (!dataset.equals(wanted))
            throw new RunException(
                    run.path() + " was trained on " + dataset + ", and " + row.id() + " is about " + wanted + ".");
    }

    private static Standing standing(RunFolder run) throws IOException {
        Recipe recipe = run.recipe();
        Optional<Result> result = run.result();
        List<EpochMetrics> epochs = run.metrics().snapshot().epochs();
        Optional<EpochOutputs> outputs = run.outputs();
        if (epochs.isEmpty() || outputs.isEmpty())
            throw new RunException(run.path() + " has no whole epoch yet: train it on.");
        EpochMetrics best = EpochMetrics.best(epochs).orElseThrow();
        EpochMetrics last = epochs.get(epochs.size() - 1);
        if (outputs.get().epoch() != best.epoch())
            throw new RunException(run.path() + " was best in epoch " + best.epoch() + ", but its outputs are of epoch "
                    + outputs.get().epoch() + ": resume it, so that they are written again.");
        if (outputs.get().test().size() == 0)
            throw new RunException(run.path() + " has no test images to count errors on.");
        String weights = result.isPresent()
                ? result.get().weightsSha256()
                : run.last()
                        .orElseThrow(() -> new RunException(run.path() + " has no checkpoint yet: train it on."))
                        .weightsSha256();
        double rate = epochs.stream()
                .mapToDouble(EpochMetrics::imagesPerSecond)
                .average()
                .orElseThrow();
        return new Standing(
                recipe,
                last.epoch(),
                best.epoch(),
                best.validationError(),
                last.seconds(),
                result.isPresent() ? result.get().imagesPerSecond() : rate,
                weights,
                result.isPresent() && result.get().ending() == Result.Ending.DIVERGED,
                outputs.get().test(),
                date(run));
    }

    /** The day, in UTC, on which it measured something last. */
    private static LocalDate date(RunFolder run) throws IOException {
        return Files.getLastModifiedTime(run.path().resolve("metrics.jsonl"))
                .toInstant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }
}
