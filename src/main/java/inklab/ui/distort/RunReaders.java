package inklab.ui.distort;

import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.net.Optimizer;
import inklab.recipe.Recipe;
import inklab.train.Checkpoint;
import inklab.train.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Nets from run folders: the run that is looked at, else the latest, if it was trained on such images. */
final class RunReaders implements Readers {
    /** Both are digits: a net that reads one reads the other, if less well. */
    private static final Set<String> DIGITS = Set.of("ink", "mnist");

    private static final NetworkSettings SETTINGS =
            new NetworkSettings(new Optimizer.Sgd(), 0, 0, 0, Sample.WALL, 1, "cpu");

    private final Runs runs;
    private final Supplier<Engine> engine;

    /** @param engine may take a moment */
    RunReaders(Runs runs, Supplier<Engine> engine) {
        this.runs = runs;
        this.engine = engine;
    }

    @Override
    public Optional<Reader> open(Recipe recipe, Path chosen) throws IOException {
        List<Runs.Run> fitting = runs.list().stream()
                .filter(Runs.Run.class::isInstance)
                .map(Runs.Run.class::cast)
                .filter(run -> run.bestEpoch() > 0 && fits(run.recipe(), recipe))
                .toList();
        Optional<Runs.Run> run = fitting.stream()
                .filter(r -> chosen != null
                        && r.path().equals(chosen.toAbsolutePath().normalize()))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
        if (run.isEmpty()) return Optional.empty();
        Optional<Checkpoint> best = run.get().folder().best();
        if (best.isEmpty()) return Optional.empty();
        Network network = engine.get().network(run.get().recipe().net(), SETTINGS);
        try {
            network.load(best.get().weights());
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
        return Optional.of(new Reader(run.get().folder().name(), run.get().recipe(), network));
    }

    /** Whether a net trained with one recipe says something sensible about the images of another. */
    static boolean fits(Recipe trained, Recipe shown) {
        String a = trained.data().dataset();
        String b = shown.data().dataset();
        return a.equals(b) || (DIGITS.contains(a) && DIGITS.contains(b));
    }
}
