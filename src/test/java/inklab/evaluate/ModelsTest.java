package inklab.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.engine.Safetensors;
import inklab.engine.Weights;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    private static final Recipe RECIPE = new Presets().find("quick-ink").orElseThrow();

    @TempDir
    private Path folder;

    private Models models;

    @BeforeEach
    void layOut() throws IOException {
        Path net = Files.createDirectories(folder.resolve("shelf/reader"));
        Files.writeString(folder.resolve("shelf/index.txt"), "reader\n\n");
        RecipeFile.write(net.resolve("recipe.json"), RECIPE);
        Weights weights = new Weights(Map.of("0.bias", new Weights.Tensor(List.of(2), new float[] {1, 2})));
        Safetensors.write(net.resolve("weights.safetensors"), weights);
        models = new Models(folder.resolve("runs"), this::open);
    }

    private InputStream open(String name) throws IOException {
        Path file = folder.resolve("shelf").resolve(name);
        return Files.exists(file) ? Files.newInputStream(file) : null;
    }

    @Test
    void built_in_networks_are_listed_and_found_by_name() throws IOException {
        assertThat(models.builtIn()).containsExactly("reader");
        Model model = models.find("reader");
        assertThat(model.recipe()).isEqualTo(RECIPE);
        assertThat(model.weights().get("0.bias").values()).containsExactly(1, 2);
    }

    @Test
    void without_an_index_no_network_is_built_in() throws IOException {
        Files.delete(folder.resolve("shelf/index.txt"));
        assertThat(models.builtIn()).isEmpty();
    }

    @Test
    void a_mistyped_name_is_guessed() {
        assertThatThrownBy(() -> models.find("raeder"))
                .isInstanceOf(IOException.class)
                .hasMessage("There is no network raeder: is it reader?");
    }

    @Test
    void another_name_is_answered_with_what_there_is() {
        assertThatThrownBy(() -> models.find("runs/of-last-year")).hasMessageContaining("one of reader");
    }

    @Test
    void a_missing_file_of_a_built_in_network_is_named() throws IOException {
        Files.delete(folder.resolve("shelf/reader/weights.safetensors"));
        assertThatThrownBy(() -> models.find("reader"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reader/weights.safetensors is missing");
    }

    @Test
    void a_folder_that_is_no_run_is_refused() {
        assertThatThrownBy(() -> models.find(folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void a_run_without_a_checkpoint_has_no_weights_yet() throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs/begun"));
        RecipeFile.write(run.resolve("recipe.json"), RECIPE);
        assertThatThrownBy(() -> models.find("begun"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no weights yet");
    }

    private static Weights weights(float... values) {
        return new Weights(Map.of("0.bias", new Weights.Tensor(List.of(values.length), values)));
    }

    private static Claim claim(int members) {
        return new Claim(
                "ink",
                200,
                7,
                Stream.of("one", "two", "three")
                        .limit(members)
                        .map(name -> new Claim.Member(name, 1, 4, 0.0125, 9))
                        .toList());
    }

    @Test
    void a_committee_that_was_laid_down_is_found_with_its_members_and_its_claim() throws IOException {
        NetWriter writer = new NetWriter(folder.resolve("shelf"));
        Model committee = new Model(
                "jury",
                List.of(
                        new Model.Member("one", RECIPE, weights(1)),
                        new Model.Member(
                                "two", RECIPE.withTraining(RECIPE.training().withSeed(2)), weights(2, 3))));
        long bytes = writer.write(committee, claim(2));
        assertThat(models.builtIn()).containsExactly("reader", "jury");
        Model found = models.find("jury");
        assertThat(found.members()).extracting(Model.Member::name).containsExactly("one", "two");
        assertThat(found.members().get(1).recipe().training().seed()).isEqualTo(2);
        assertThat(found.members().get(1).weights().get("0.bias").values()).containsExactly(2, 3);
        assertThat(models.weights("jury", 1).get("0.bias").values()).containsExactly(2, 3);
        assertThat(models.claim("jury")).contains(claim(2));
        assertThat(bytes).isBetween(500L, writer.bytes());
        assertThatThrownBy(found::weights).hasMessageContaining("committee of 2");
    }

    @Test
    void a_network_laid_down_again_replaces_the_old_one() throws IOException {
        NetWriter writer = new NetWriter(folder.resolve("shelf"));
        writer.write(new Model("reader", RECIPE, weights(5)), claim(1));
        assertThat(models.builtIn()).containsExactly("reader");
        assertThat(models.find("reader").weights().get("0.bias").values()).containsExactly(5);
        assertThat(models.claim("reader").orElseThrow().error()).isEqualTo(0.035);
        assertThat(folder.resolve("shelf").toFile().list()).containsExactlyInAnyOrder("index.txt", "reader");
    }

    @Test
    void a_network_without_a_claim_claims_nothing() throws IOException {
        assertThat(models.claim("reader")).isEmpty();
        assertThat(models.recipes("reader")).containsExactly(RECIPE);
    }

    @Test
    void a_network_that_held_nothing_out_claims_no_validation_error() throws IOException {
        Claim claim = new Claim("ink", 200, 7, List.of(new Claim.Member("all", 1, 30, Double.NaN, 7)));
        assertThat(claim.text()).doesNotContain("validation_error", "NaN");
        assertThat(Claim.parse(claim.text())).isEqualTo(claim);
        for (String older : List.of("\"NaN\"", "null"))
            assertThat(Claim.parse(claim.text().replace("\"epoch\"", "\"validation_error\": " + older + ", \"epoch\"")))
                    .isEqualTo(claim);
        assertThat(Claim.parse(claim(1).text())).isEqualTo(claim(1));
        for (String field : List.of("images", "errors", "seed"))
            assertThatThrownBy(() -> Claim.parse(claim.text().replaceAll("\"" + field + "\" : \\d+,", "")))
                    .as(field)
                    .isInstanceOf(IOException.class);
    }

    @Test
    void a_damaged_claim_is_named() throws IOException {
        Files.writeString(folder.resolve("shelf/reader/result.json"), "{\"dataset\": \"ink\"}");
        assertThatThrownBy(() -> models.claim("reader")).hasMessageContaining("reader/result.json is damaged");
    }
}
