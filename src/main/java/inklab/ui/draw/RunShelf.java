package inklab.ui.draw;

import inklab.data.Catalogue;
import inklab.engine.Weights;
import inklab.evaluate.Claim;
import inklab.evaluate.Models;
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

/** The nets in run folders, at their best epoch, and those that come with Inklab. */
public final class RunShelf implements NetShelf {
    /** What reads digits; clothes and animals are not drawn here. */
    private static final Set<String> DIGITS = Set.of(Catalogue.INK, "mnist");
    /** Nets that come with Inklab and are asked as long as nobody chooses: the first of these that is there. */
    private static final List<String> USUAL = List.of("digits", "ciresan", "ink");

    private final Runs runs;
    private final Models models;

    public RunShelf(Runs runs, Models models) {
        this.runs = runs;
        this.models = models;
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
        List<String> builtIn = models.builtIn();
        String usual = USUAL.stream().filter(builtIn::contains).findFirst().orElse("");
        for (String name : builtIn) nets.addAll(members(name, name.equals(usual)));
        return nets;
    }

    private List<Candidate> members(String builtIn, boolean usual) throws IOException {
        List<Recipe> recipes = models.recipes(builtIn);
        if (!recipes.stream().allMatch(RunShelf::readsDigits)) return List.of();
        Optional<Claim> claim = models.claim(builtIn);
        List<Candidate> members = new ArrayList<>();
        for (int i = 0; i < recipes.size(); i++)
            members.add(new Candidate(
                    name(builtIn, i, recipes.size()),
                    Optional.empty(),
                    claim.isPresent() ? claim.get().members().get(i).epoch() : 0,
                    claim.isPresent() ? claim.get().members().get(i).validationError() : Double.NaN,
                    recipes.get(i),
                    usual));
        return members;
    }

    /** {@code ink}, or {@code digits 2} for the second of several. */
    private static String name(String builtIn, int member, int members) {
        return members == 1 ? builtIn : builtIn + " " + (member + 1);
    }

    @Override
    public Weights weights(Candidate net) throws IOException {
        if (net.run().isEmpty()) return builtInWeights(net.name());
        RunFolder folder = new RunFolder(net.run().get());
        Checkpoint best = folder.best()
                .orElseThrow(() -> new RunException(folder.path()
                        + " has no checkpoint of its best epoch: choose another net, or train it again."));
        return best.weights();
    }

    private Weights builtInWeights(String called) throws IOException {
        for (String name : models.builtIn()) {
            int members = models.recipes(name).size();
            for (int i = 0; i < members; i++) if (name(name, i, members).equals(called)) return models.weights(name, i);
        }
        throw new RunException("There is no net " + called + " any more: choose another.");
    }
}
