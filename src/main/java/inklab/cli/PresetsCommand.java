package inklab.cli;

import inklab.evaluate.Claim;
import inklab.evaluate.Models;
import inklab.net.Notation;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.sweep.Sweep;
import inklab.sweep.SweepPresets;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** What comes with Inklab. */
@Command(description = "Lists the recipes and trained networks that come with Inklab.")
final class PresetsCommand implements Callable<Integer> {
    private static final int WIDTH = 78;

    private final Surroundings surroundings;

    PresetsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        surroundings.out().println("Recipes, for train:");
        for (Recipe recipe : new Presets().all()) print(recipe.name(), recipe);
        surroundings.out().println();
        surroundings.out().println("Many nets at once, for sweep:");
        for (Sweep sweep : new SweepPresets().all())
            print(
                    sweep.name(),
                    sweep.members().size() + " members of " + sweep.base().name(),
                    sweep.says());
        Models models = new Models(surroundings.runs(null));
        List<String> builtIn = models.builtIn();
        if (builtIn.isEmpty()) return Cli.DONE;
        surroundings.out().println();
        surroundings.out().println("Trained networks, for eval, predict and committee:");
        for (String name : builtIn) printNet(name, models);
        return Cli.DONE;
    }

    private void print(String name, Recipe recipe) {
        print(name, net(recipe), recipe.says());
    }

    private void print(String name, String what, String says) {
        head(name, what);
        wrap(says);
    }

    /** Of a trained network it is told what it reads, not how it was trained. */
    private void printNet(String name, Models models) throws IOException {
        List<Recipe> members = models.recipes(name);
        head(name, net(members.get(0)));
        for (Recipe other : members.subList(1, members.size()))
            surroundings.out().println("    " + net(other));
        Optional<Claim> claim = models.claim(name);
        if (claim.isEmpty()) return;
        Claim said = claim.get();
        String who =
                members.size() == 1 ? "One network, the run " : members.size() + " networks that answer together, ";
        wrap(who + said.members().stream().map(Claim.Member::name).collect(Collectors.joining(", ")) + ": misreads "
                + Sentences.percent(said.error()) + " of " + said.dataset() + "'s " + Sentences.count(said.images())
                + " test images.");
    }

    private void head(String name, String what) {
        PrintStream out = surroundings.out();
        out.println();
        out.println("  " + name);
        out.println("    " + what);
    }

    private static String net(Recipe recipe) {
        return recipe.data().dataset() + ", " + Notation.print(recipe.net());
    }

    private void wrap(String says) {
        PrintStream out = surroundings.out();
        StringBuilder line = new StringBuilder();
        for (String word : says.split(" ")) {
            if (line.length() + word.length() >= WIDTH - 4) {
                out.println("    " + line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        out.println("    " + line.toString().strip());
    }
}
