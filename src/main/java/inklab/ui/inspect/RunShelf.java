package inklab.ui.inspect;

import inklab.engine.Weights;
import inklab.evaluate.Model;
import inklab.evaluate.Models;
import inklab.recipe.Recipe;
import inklab.train.Checkpoint;
import inklab.train.EpochMetrics;
import inklab.train.EpochOutputs;
import inklab.train.RunException;
import inklab.train.RunFolder;
import inklab.train.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nets from run folders, and those that come with Inklab. */
final class RunShelf implements Shelf {
    private final Runs runs;
    private final Models models;

    RunShelf(Runs runs) {
        this.runs = runs;
        models = new Models(runs.root());
    }

    @Override
    public List<Choice> choices() throws IOException {
        List<Choice> choices = new ArrayList<>();
        for (Runs.Entry entry : runs.list())
            if (entry instanceof Runs.Run run && !whole(run.folder()).isEmpty()) choices.add(Choice.of(run.path()));
        for (String name : models.builtIn()) choices.add(new Choice(name, Optional.empty()));
        return List.copyOf(choices);
    }

    @Override
    public Subject open(Choice choice) throws IOException {
        return choice.run().isPresent() ? run(choice, choice.run().get()) : builtIn(choice);
    }

    private static List<Checkpoint> whole(RunFolder run) throws IOException {
        return run.checkpoints().stream().filter(Checkpoint::isWhole).toList();
    }

    private static Subject run(Choice choice, Path path) throws IOException {
        if (!Files.isDirectory(path))
            throw new RunException(path + " is no longer there: choose another run, or put the folder back.");
        RunFolder run = new RunFolder(path);
        Recipe recipe = run.recipe();
        List<Integer> epochs = whole(run).stream().map(Checkpoint::epochs).toList();
        List<EpochMetrics> measured = run.metrics().snapshot().epochs();
        int best = EpochMetrics.best(measured.stream()
                        .filter(one -> epochs.contains(one.epoch()))
                        .toList())
                .map(EpochMetrics::epoch)
                .orElse(0);
        return new Subject(choice, recipe, epochs, best, measured, run.isTraining(), new RunPages(run));
    }

    private Subject builtIn(Choice choice) throws IOException {
        Model model = models.ofBuiltIn(choice.name());
        Pages pages = new Pages() {
            @Override
            public Weights weights(int epoch) {
                return model.weights();
            }

            @Override
            public Optional<EpochOutputs> outputs(int epoch) {
                return Optional.empty();
            }
        };
        return new Subject(choice, model.recipe(), List.of(0), 0, List.of(), false, pages);
    }

    private record RunPages(RunFolder run) implements Pages {
        @Override
        public Weights weights(int epoch) throws IOException {
            return checkpoint(epoch).weights();
        }

        @Override
        public Optional<EpochOutputs> outputs(int epoch) throws IOException {
            Optional<EpochOutputs> kept = checkpoint(epoch).outputs();
            return kept.isPresent() ? kept : run.outputs().filter(best -> best.epoch() == epoch && epoch > 0);
        }

        private Checkpoint checkpoint(int epoch) throws IOException {
            return whole(run).stream()
                    .filter(one -> one.epochs() == epoch)
                    .findFirst()
                    .orElseThrow(() -> new RunException("The weights of epoch " + epoch + " are no longer in "
                            + run.path() + ": choose another epoch, or another run."));
        }
    }
}
