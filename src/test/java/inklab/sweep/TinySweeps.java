package inklab.sweep;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.recipe.Recipe;
import java.util.List;
import java.util.SplittableRandom;

/** A sweep and images so small that many trainings take a moment. */
final class TinySweeps {
    private static final String RECIPE = """
            {"format": 1, "name": "tiny", "data": {"dataset": "pictures/tiny", "validation": 100},
             "net": "1x6x6:tanh-12N-4N",
             "training": {"batch": 16, "epochs": 9, "optimizer": {"kind": "momentum"},
                          "schedule": {"kind": "cosine", "rate": 0.05}}}""";

    private TinySweeps() {}

    /** @param rest of the sweep's file after its recipe */
    static String text(String rest) {
        return "{\"format\": 1, \"name\": \"tiny\", \"recipe\": " + RECIPE + ", " + rest + "}";
    }

    static SweepFile.Parsed parsed(String rest) {
        return SweepFile.parse(text(rest), new NamedRecipes());
    }

    static Sweep sweep(String rest) {
        SweepFile.Parsed parsed = parsed(rest);
        return parsed.sweep().orElseThrow(() -> new AssertionError(parsed.problems()));
    }

    /** 1x6x6 images: each class has a bright spot of its own in much noise. */
    static Dataset data(Recipe recipe) {
        return new Dataset(
                "pictures/tiny", images(1, 330), images(2, recipe.data().validation()), images(3, 120));
    }

    private static ImageSet images(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * 36];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.nextInt(4);
            for (int p = 0; p < 36; p++)
                pixels[i * 36 + p] = (byte) (random.nextInt(170) + (p / 9 == labels[i] ? random.nextInt(80) : 0));
        }
        return new ImageSet(1, 6, 6, List.of("a", "b", "c", "d"), pixels, labels);
    }
}
