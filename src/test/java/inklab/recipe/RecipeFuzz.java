package inklab.recipe;

import inklab.fuzz.Fuzzed;
import inklab.net.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Fuzz target: recipe files. */
public final class RecipeFuzz {
    private RecipeFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read("recipe.json", data, file -> {
            RecipeFile.Parsed parsed = RecipeFile.read(file);
            for (Problem problem : parsed.problems()) {
                Fuzzed.sentence(problem.what());
                Fuzzed.sentence(problem.how());
            }
            if (!parsed.isSound()) return;
            Recipe recipe = parsed.recipe().orElseThrow();
            if (!RecipeFile.parse(RecipeFile.text(recipe)).recipe().equals(parsed.recipe()))
                throw new AssertionError("reads back as another recipe: " + RecipeFile.text(recipe));
        });
    }

    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (Recipe recipe : new Presets().all())
            seeds.add(RecipeFile.text(recipe).getBytes(StandardCharsets.UTF_8));
        return seeds;
    }
}
