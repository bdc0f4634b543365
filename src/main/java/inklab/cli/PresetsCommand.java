package inklab.cli;

import inklab.evaluate.Models;
import inklab.net.Notation;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.sweep.Sweep;
import inklab.sweep.SweepPresets;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
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
        for (String name : builtIn) print(name, models.recipe(name));
        return Cli.DONE;
    }

    private void print(String name, Recipe recipe) {
        print(name, recipe.data().dataset() + ", " + Notation.print(recipe.net()), recipe.says());
    }

    private void print(String name, String what, String says) {
        PrintStream out = surroundings.out();
        out.println();
        out.println("  " + name);
        out.println("    " + what);
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
