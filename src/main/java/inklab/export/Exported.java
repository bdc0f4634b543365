package inklab.export;

import inklab.engine.Weights;
import inklab.net.LayerSpec;
import inklab.recipe.Recipe;
import inklab.train.Checkpoint;
import inklab.train.Result;
import inklab.train.RunException;
import inklab.train.RunFolder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is exported: a trained net, or a committee of several that answer by their averaged probabilities.
 *
 * @param name for people and files
 * @param members at least one; all of the same classes
 * @param classes the classes' names, in the order of the outputs
 * @param measured what it reads of which images, a sentence; empty when nobody measured it
 */
public record Exported(String name, List<Member> members, List<String> classes, String measured) {
    /** A net: its recipe says how images are prepared for it. */
    public record Member(String name, Recipe recipe, Weights weights) {
        /** How many classes it tells apart. */
        int classes() {
            List<LayerSpec> layers = recipe.net().layers();
            return layers.get(layers.size() - 1) instanceof LayerSpec.Output output ? output.classes() : 0;
        }
    }

    /**
     * A run's net at its best epoch, or as it is before the first epoch is done.
     *
     * @throws IOException in one sentence, when it has no weights yet or they are damaged
     */
    public static Exported of(RunFolder run, List<String> classes) throws IOException {
        Recipe recipe = run.recipe();
        Optional<Checkpoint> best = run.best();
        if (best.isEmpty()) best = run.last();
        if (best.isEmpty())
            throw new RunException(run.path() + " has no weights yet: train it until the first checkpoint.");
        Member member = new Member(run.name(), recipe, best.get().weights());
        List<String> names = classes.size() == member.classes()
                ? classes
                : IntStream.range(0, member.classes())
                        .mapToObj(Integer::toString)
                        .toList();
        return new Exported(run.name(), List.of(member), names, measured(run, recipe));
    }

    private static String measured(RunFolder run, Recipe recipe) throws IOException {
        Optional<Result> result = run.result();
        if (result.isEmpty() || Double.isNaN(result.get().testError())) return "";
        return String.format(
                Locale.ROOT,
                "Misreads %.2f %% of the test images of %s (epoch %d, the best on validation images).",
                100 * result.get().testError(),
                recipe.data().dataset(),
                result.get().bestEpoch());
    }

    public Exported {
        members = List.copyOf(members);
        classes = List.copyOf(classes);
        if (members.isEmpty()) throw new IllegalArgumentException("nothing to export");
    }
}
