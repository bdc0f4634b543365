package inklab.export;

import inklab.engine.Weights;
import inklab.net.LayerSpec;
import inklab.recipe.Recipe;
import java.util.List;

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

    public Exported {
        members = List.copyOf(members);
        classes = List.copyOf(classes);
        if (members.isEmpty()) throw new IllegalArgumentException("nothing to export");
    }
}
