package inklab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.LoadOptions;
import inklab.data.Progress;
import inklab.data.ink.InkDigits;
import inklab.data.ink.Raster;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.net.Shape;
import inklab.pad.PadPreparation;
import inklab.pad.Placing;
import inklab.pad.Strokes;
import inklab.pad.StrokesReader;
import inklab.recipe.Measured;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import inklab.recipe.ResultsFile;
import inklab.train.Outputs;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The networks that come with Inklab read again what they claim to read. */
class ShippedNetsTest {
    private static final long MOST_BYTES = 5_000_000;
    private static final Path MOUSE = Path.of("src/test/resources/strokes/final.strokes.jsonl");
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

    /** A network is the one of a published result's row where both have one recipe, seed included. */
    @Test
    void what_is_kept_among_the_results_of_the_same_training_is_what_a_network_claims() throws IOException {
        Set<String> compared = new TreeSet<>();
        for (String name : names()) {
            Claim claim = MODELS.claim(name).orElseThrow();
            List<Recipe> recipes = MODELS.recipes(name);
            for (int i = 0; i < recipes.size(); i++) {
                if (!recipes.get(i).data().dataset().equals(claim.dataset())) continue;
                String hash = RecipeFile.hash(recipes.get(i));
                double error = (double) claim.members().get(i).errors() / claim.images();
                for (Measured kept : ResultsFile.own().runs()) {
                    if (!kept.recipe().equals(hash)) continue;
                    assertThat(kept.testError()).as(name + ", " + kept.row()).isEqualTo(error);
                    compared.add(name);
                }
            }
        }
        assertThat(compared).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void the_committee_for_the_pad_is_kept_among_the_results_as_it_claims() throws IOException {
        Claim claim = MODELS.claim("digits").orElseThrow();
        assertThat(ResultsFile.own().committees())
                .filteredOn(kept -> kept.row().equals("digits"))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.averagedError()).isEqualTo((double) claim.errors() / claim.images());
                    assertThat(kept.images()).isEqualTo(claim.images());
                });
    }

    /** None of these drawings' shapes was there to choose the network by; thin and thick lines as well as the pad's own. */
    @ParameterizedTest
    @ValueSource(doubles = {1.2, PadPreparation.PEN, 4})
    void digits_reads_what_is_written_with_a_mouse(double pen) throws IOException {
        PadPreparation pad = new PadPreparation(pen, Placing.CENTRE_OF_MASS);
        int errors = 0;
        int drawings = 0;
        try (Engine engine = new Dl4jEngine();
                ModelReader reader = MODELS.find("digits").open(engine, 1);
                StrokesReader strokes = new StrokesReader(MOUSE)) {
            for (Optional<Strokes> next = strokes.next(); next.isPresent(); next = strokes.next()) {
                Raster image = pad.image(next.get()).orElseThrow();
                float[] answer = reader.read(image.toBytes(), new Shape(1, image.height(), image.width()));
                int best = 0;
                for (int k = 1; k < answer.length; k++) if (answer[k] > answer[best]) best = k;
                if (best != Integer.parseInt(next.get().label().orElseThrow())) errors++;
                drawings++;
            }
        }
        assertThat(drawings).isEqualTo(360);
        assertThat((double) errors / drawings).isLessThanOrEqualTo(0.03);
    }

    /** By the time of its thread alone, as if nothing else were at work; the engine has begun before. */
    @Test
    void a_network_is_loaded_and_reads_within_half_a_second() throws IOException {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        try (Engine engine = new Dl4jEngine()) {
            read(engine, "ink");
            for (String name : names()) {
                long begun = clock.getCurrentThreadCpuTime();
                read(engine, name);
                assertThat((clock.getCurrentThreadCpuTime() - begun) / 1e9)
                        .as(name)
                        .isLessThan(0.5);
            }
        }
    }

    private static void read(Engine engine, String name) throws IOException {
        try (ModelReader reader = MODELS.find(name).open(engine, 1)) {
            assertThat(reader.read(new byte[28 * 28], new Shape(1, 28, 28))).hasSize(10);
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
