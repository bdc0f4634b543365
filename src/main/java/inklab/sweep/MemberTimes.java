package inklab.sweep;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.engine.Engine;
import inklab.net.NetSpec;
import inklab.recipe.Recipe;
import inklab.train.Throughput;
import inklab.train.TrainingImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long each member of a sweep takes.
 *
 * @param seconds in the plan's order, from nothing to the end; 0 for a member that cannot be trained
 * @param imagesPerSecond of the first as measured; NaN when the times are those of members that have ended
 * @param bytes of images that training needs at most
 */
public record MemberTimes(List<Double> seconds, double imagesPerSecond, long bytes) {
    private static final double MEASURED_SECONDS = 1.5;

    /** So many kinds are measured; further ones are taken for their average. */
    private static final int MOST_KINDS = 8;

    /** A read image costs a third of a trained one: the way back is twice the way there. */
    private static final double READ = 1.0 / 3;

    /** What decides how fast a recipe is trained. */
    private record Kind(String dataset, NetSpec net, int batch) {
        static Kind of(Recipe recipe) {
            return new Kind(
                    recipe.data().dataset(), recipe.net(), recipe.training().batch());
        }
    }

    public MemberTimes {
        seconds = List.copyOf(seconds);
    }

    /** Measured on this machine: a member of each kind is trained for a moment. */
    public static MemberTimes measure(Sweep sweep, Engine engine, TrainingImages images, String device, int threads)
            throws IOException {
        SharedImages shared = new SharedImages(images);
        Map<Kind, Double> rates = new HashMap<>();
        List<Double> seconds = new ArrayList<>();
        double first = Double.NaN;
        long bytes = 0;
        for (Sweep.Member member : sweep.members()) {
            Optional<Recipe> recipe = member.problem().isPresent() ? Optional.empty() : member.recipe();
            if (recipe.isEmpty()) {
                seconds.add(0.0);
                continue;
            }
            Dataset data = shared.load(recipe.get(), () -> false);
            Kind kind = Kind.of(recipe.get());
            if (!rates.containsKey(kind))
                rates.put(
                        kind,
                        rates.size() < MOST_KINDS
                                ? new Throughput(engine, recipe.get(), shared)
                                        .measure(1, threads, MEASURED_SECONDS, device)
                                : average(rates));
            double rate = rates.get(kind);
            if (Double.isNaN(first)) first = rate;
            double epoch = data.train().size()
                    + READ * (data.validation().size() + data.test().size());
            seconds.add(recipe.get().training().epochs() * epoch / rate);
            bytes = Math.max(bytes, bytes(data.train()) + bytes(data.validation()) + bytes(data.test()));
        }
        return new MemberTimes(seconds, first, bytes);
    }

    /** As those of a sweep that have ended took; others are taken for their average. Empty when none has ended. */
    public static Optional<MemberTimes> of(SweepFolder folder) throws IOException {
        List<Trial> trials = folder.trials();
        double mean = trials.stream()
                .filter(trial -> trial.status() == Trial.Status.FINISHED)
                .mapToDouble(Trial::wallSeconds)
                .average()
                .orElse(Double.NaN);
        if (Double.isNaN(mean)) return Optional.empty();
        return Optional.of(new MemberTimes(
                trials.stream()
                        .map(trial -> switch (trial.status()) {
                            case FINISHED -> trial.wallSeconds();
                            case FAILED -> 0.0;
                            default -> mean;
                        })
                        .toList(),
                Double.NaN,
                0));
    }

    /** Of those that can be trained. */
    public double mean() {
        return seconds.stream()
                .mapToDouble(Double::doubleValue)
                .filter(s -> s > 0)
                .average()
                .orElse(0);
    }

    private static double average(Map<Kind, Double> rates) {
        return rates.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static long bytes(ImageSet images) {
        return (long) images.size() * images.imageSize();
    }
}
