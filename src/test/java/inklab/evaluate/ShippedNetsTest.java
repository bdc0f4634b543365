package inklab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.LoadOptions;
import inklab.data.Progress;
import inklab.data.ink.InkDigits;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.recipe.Recipe;
import inklab.train.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks that come with Inklab read again what they claim to read. */
class ShippedNetsTest {
    private static final long MOST_BYTES = 5_000_000;
    private static final Models MODELS = new Models(Path.of("no-runs"));

    private static List<String> names() throws IOException {
        return MODELS.builtIn();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_network_misreads_as_many_test_images_as_it_claims(String name) throws IOException {
        Claim claim = MODELS.claim(name).orElseThrow();
        Recipe recipe = MODELS.recipe(name);
        Catalogue catalogue = new Catalogue(
                DataFolder.find(null, System.getenv(), System.getProperties()), InkDigits.open(), notice -> {});
        assumeTrue(catalogue.status(claim.dataset()).usable(), claim.dataset() + " is not here");
        boolean own = recipe.data().dataset().equals(claim.dataset());
        LoadOptions options = own
                ? LoadOptions.standard()
                        .withTrain(recipe.data().train())
                        .withValidation(recipe.data().validation())
                : LoadOptions.standard();
        try (Engine engine = new Dl4jEngine();
                ModelReader reader = MODELS.find(name).open(engine, 2)) {
            Outputs outputs = reader.read(
                            catalogue
                                    .load(claim.dataset(), options, Progress.NONE)
                                    .test(),
                            () -> false)
                    .orElseThrow();
            assertThat(ErrorRate.of(outputs)).isEqualTo(new ErrorRate(claim.errors(), claim.images()));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_network_says_who_its_members_are(String name) throws IOException {
        Claim claim = MODELS.claim(name).orElseThrow();
        List<Recipe> recipes = MODELS.recipes(name);
        assertThat(recipes).hasSameSizeAs(claim.members());
        for (int i = 0; i < recipes.size(); i++) {
            assertThat(recipes.get(i).training().seed())
                    .isEqualTo(claim.members().get(i).seed());
            assertThat(claim.members().get(i).epoch())
                    .isBetween(1, recipes.get(i).training().epochs());
        }
    }

    @Test
    void there_is_a_network_for_the_first_start() throws IOException {
        assertThat(names()).contains("ink");
    }

    @Test
    void all_together_are_small() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(Path.of("assets/nets"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) bytes += Files.size(file);
        }
        assertThat(bytes).isBetween(1L, MOST_BYTES);
    }
}
