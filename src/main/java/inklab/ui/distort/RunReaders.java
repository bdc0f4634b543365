package inklab.ui.distort;

import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Weights;
import inklab.evaluate.Models;
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

/**
 * A net that was trained on such images: the run that is looked at, else one that comes with Inklab, else the latest run. Of several nets
 * that come with Inklab one that was trained on the very data set goes first.
 */
final class RunReaders implements Readers {
    /** Both are digits: a net that reads one reads the other, if less well. */
    private static final Set<String> DIGITS = Set.of("ink", "mnist");

    private static final NetworkSettings SETTINGS =
            new NetworkSettings(new Optimizer.Sgd(), 0, 0, 0, Sample.WALL, 1, "cpu");

    private final Runs runs;
    private final Models models;
    private final Supplier<Engine> engine;

    /** @param engine may take a moment */
    RunReaders(Runs runs, Models models, Supplier<Engine> engine) {
        this.runs = runs;
        this.models = models;
        this.engine = engine;
    }

    @Override
    public Optional<Reader> open(Recipe recipe, Path chosen) throws IOException {
        List<Runs.Run> fitting = runs.list().stream()
                .filter(Runs.Run.class::isInstance)
                .map(Runs.Run.class::cast)
                .filter(run -> run.bestEpoch() > 0 && fits(run.recipe(), recipe))
                .toList();
        Optional<Runs.Run> looked = fitting.stream()
                .filter(r -> chosen != null
                        && r.path().equals(chosen.toAbsolutePath().normalize()))
                .findFirst();
        Optional<Reader> own = looked.isPresent() ? open(looked.get()) : Optional.empty();
        if (own.isPresent()) return own;
        Optional<String> builtIn = builtIn(recipe);
        if (builtIn.isPresent())
            return Optional.of(open(builtIn.get(), models.recipe(builtIn.get()), models.weights(builtIn.get(), 0)));
        for (Runs.Run run : fitting) {
            Optional<Reader> reader = open(run);
            if (reader.isPresent()) return reader;
        }
        return Optional.empty();
    }

    /** A single net that fits; of a committee no member speaks for all. */
    private Optional<String> builtIn(Recipe shown) throws IOException {
        Optional<String> near = Optional.empty();
        for (String name : models.builtIn()) {
            List<Recipe> recipes = models.recipes(name);
            if (recipes.size() != 1 || !fits(recipes.get(0), shown)) continue;
            if (recipes.get(0).data().dataset().equals(shown.data().dataset())) return Optional.of(name);
            if (near.isEmpty()) near = Optional.of(name);
        }
        return near;
    }

    /** Nothing where a run at work has measured an epoch whose weights are not written yet. */
    private Optional<Reader> open(Runs.Run run) throws IOException {
        Optional<Checkpoint> best = run.folder().best();
        if (best.isEmpty()) return Optional.empty();
        return Optional.of(open(run.folder().name(), run.recipe(), best.get().weights()));
    }

    private Reader open(String name, Recipe recipe, Weights weights) {
        Network network = engine.get().network(recipe.net(), SETTINGS);
        try {
            network.load(weights);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
        return new Reader(name, recipe, network);
    }

    /** Whether a net trained with one recipe says something sensible about the images of another. */
    static boolean fits(Recipe trained, Recipe shown) {
        String a = trained.data().dataset();
        String b = shown.data().dataset();
        return a.equals(b) || (DIGITS.contains(a) && DIGITS.contains(b));
    }
}
