package inklab.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long a sweep takes on many executors: a model to plan with. Executors are alike; each trains one member at a time, and takes the next
 * in the plan's order when it is free (list scheduling: Graham, 1969), so that waiting for the last members is in it. Before its first member
 * an executor starts and receives what it needs from the driver, which sends one copy after another.
 *
 * @param stages seconds of training for each member, in the plan's order; of successive halving a list for each rung, which begins when the
 *     one before has ended
 * @param start seconds from an executor's start until it trains, what it receives not counted
 * @param send seconds in which the driver sends a copy
 * @param each seconds that a member costs beside its training: its task, and its checkpoints on their way
 */
public record Forecast(List<List<Double>> stages, double start, double send, double each) {
    /** Assumed: an executor starts Java, Spark and the engine. */
    public static final double START_SECONDS = 6;

    /** Assumed: checkpoints leave once a second. */
    public static final double EACH_SECONDS = 1;

    /** The assembly with one system's natives. */
    public static final long ASSEMBLY_BYTES = 180_000_000;

    /** A network of a gigabit a second, with some loss. */
    public static final long BYTES_PER_SECOND = 100_000_000;

    public Forecast {
        stages = stages.stream().map(List::copyOf).toList();
    }

    /**
     * Of a sweep.
     *
     * @param seconds for each member to its end, in the plan's order
     * @param images how many bytes of images an executor receives
     */
    public static Forecast of(Sweep sweep, List<Double> seconds, long images) {
        double send = (double) (ASSEMBLY_BYTES + images) / BYTES_PER_SECOND;
        return new Forecast(stages(sweep, seconds), START_SECONDS, send, EACH_SECONDS);
    }

    private static List<List<Double>> stages(Sweep sweep, List<Double> seconds) {
        int epochs = sweep.base().training().epochs();
        if (!(sweep.strategy() instanceof Strategy.Halving halving) || seconds.isEmpty()) return List.of(seconds);
        for (Sweep.Member member : sweep.members())
            if (member.recipe().isPresent())
                epochs = member.recipe().get().training().epochs();
        // Who will go on is not known: a member of middling length does.
        double epoch =
                seconds.stream().mapToDouble(Double::doubleValue).average().orElseThrow() / epochs;
        List<List<Double>> stages = new ArrayList<>();
        int before = 0;
        for (Strategy.Halving.Rung rung : halving.rungs(seconds.size(), epochs)) {
            stages.add(Collections.nCopies(rung.members(), epoch * (rung.epochs() - before)));
            before = rung.epochs();
        }
        return stages;
    }

    /** Seconds until the last member has ended on so many executors, 1 or more. */
    public double seconds(int executors) {
        double[] free = new double[executors];
        for (int i = 0; i < executors; i++) free[i] = start + (i + 1) * send;
        double end = 0;
        for (List<Double> stage : stages) {
            for (int i = 0; i < executors; i++) free[i] = Math.max(free[i], end);
            for (double member : stage) {
                int next = 0;
                for (int i = 1; i < executors; i++) if (free[i] < free[next]) next = i;
                free[next] += member + each;
                end = Math.max(end, free[next]);
            }
        }
        return end;
    }
}
