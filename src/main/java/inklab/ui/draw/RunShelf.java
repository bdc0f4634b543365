package inklab.ui.draw;

import inklab.data.Catalogue;
import inklab.engine.Weights;
import inklab.recipe.Recipe;
import inklab.train.Checkpoint;
import inklab.train.RunException;
import inklab.train.RunFolder;
import inklab.train.Runs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The nets in run folders, at their best epoch. */
public final class RunShelf implements NetShelf {
    /** What reads digits; clothes and animals are not drawn here. */
    private static final Set<String> DIGITS = Set.of(Catalogue.INK, "mnist");

    private final Runs runs;

    public RunShelf(Runs runs) {
        this.runs = runs;
    }

    static boolean readsDigits(Recipe recipe) {
        return DIGITS.contains(recipe.data().dataset());
    }

    @Override
    public List<Candidate> list() throws IOException {
        List<Candidate> nets = new ArrayList<>();
        for (Runs.Entry entry : runs.list())
            if (entry instanceof Runs.Run run && run.bestEpoch() > 0 && readsDigits(run.recipe()))
                nets.add(new Candidate(
                        run.folder().name(),
                        Optional.of(run.path()),
                        run.bestEpoch(),
                        run.validationError(),
                        run.recipe()));
        return nets;
    }

    @Override
    public Weights weights(Candidate net) throws IOException {
        RunFolder folder = new RunFolder(net.run().orElseThrow());
        Checkpoint best = folder.best()
                .orElseThrow(() -> new RunException(folder.path()
                        + " has no checkpoint of its best epoch: choose another net, or train it again."));
        return best.weights();
    }
}
