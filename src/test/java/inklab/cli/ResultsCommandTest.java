package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inklab.cli.Terminal.Said;
import inklab.evaluate.RunMeasure;
import inklab.recipe.DataSettings;
import inklab.recipe.Measured;
import inklab.recipe.MeasuredCommittee;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import inklab.recipe.Results;
import inklab.recipe.ResultsFile;
import inklab.recipe.Row;
import inklab.recipe.Rows;
import inklab.train.EpochOutputs;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are trained here as if they were of published results: a stand-in for MNIST lies in the data folder. */
class ResultsCommandTest {
    @TempDir
    private static Path folder;

    private static Terminal terminal;
    private static String one;
    private static String two;
    private static String other;

    @BeforeAll
    static void train() throws IOException {
        terminal = new Terminal(folder);
        SomeMnist.write(folder.resolve("data/mnist"), 260, 60);
        Recipe preset = new Presets().find("keras-64-64").orElseThrow();
        // Deviations, all of them: there are but 260 images here.
        Recipe small = preset.withData(
                new DataSettings("mnist", 200, 60, 0, preset.data().pixels()));
        Path file = folder.resolve("small.json");
        RecipeFile.write(file, small);
        one = trained(file, "one", 1);
        two = trained(file, "two", 2);
        other = terminal.file("other").toString();
        assertThat(terminal.run("train", terminal.write("ink.json", Terminal.RECIPE), "--out", other)
                        .exit())
                .isZero();
    }

    private static String trained(Path recipe, String name, int seed) {
        String run = terminal.file(name).toString();
        Said said = terminal.run("train", recipe, "--out", run, "--seed", seed, "--epochs", 3);
        assertThat(said.exit()).as(said.toString()).isZero();
        return run;
    }

    private static EpochOutputs outputs(String run) throws IOException {
        return new RunFolder(Path.of(run)).outputs().orElseThrow();
    }

    @Test
    void a_run_is_kept_as_it_was_measured_with_what_differs_from_its_row() throws IOException {
        Path file = folder.resolve("kept.json");
        Said said = terminal.run(
                "results", "add", "keras-64-64", one, two, "--file", file, "--deviation", "By candle light.");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.out()).contains("epochs 3 of 20").contains("the median of 2 nets");
        Measured net = ResultsFile.read(file).run("keras-64-64", 1).orElseThrow();
        assertThat(net.testError()).isEqualTo(outputs(one).test().error());
        assertThat(net.validationError()).isEqualTo(outputs(one).validation().error());
        assertThat(net.bestEpoch()).isEqualTo(outputs(one).epoch());
        assertThat(net.images()).isEqualTo(60);
        assertThat(net.epochs()).isEqualTo(3);
        assertThat(net.epochsPublished()).isEqualTo(20);
        assertThat(net.recipe())
                .isEqualTo(RecipeFile.hash(new RunFolder(Path.of(one)).recipe()))
                .hasSize(64);
        assertThat(net.deviations())
                .containsExactly("data.train is 200, not 0.", "data.validation is 60, not 10000.", "By candle light.");
        assertThat(net.machine().cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(net.machine().cpu()).isNotBlank();
        assertThat(net.seconds()).isPositive();
        assertThat(net.imagesPerSecond()).isPositive();
    }

    @Test
    void a_run_that_is_added_again_replaces_what_was_kept() throws IOException {
        Path file = folder.resolve("again.json");
        terminal.run("results", "add", "keras-64-64", one, "--file", file, "--deviation", "By candle light.");
        terminal.run("results", "add", "keras-64-64", one, "--file", file);
        Results kept = ResultsFile.read(file);
        assertThat(kept.runs()).hasSize(1);
        assertThat(kept.runs().get(0).deviations()).hasSize(2);
    }

    @Test
    void a_committee_is_counted_from_its_members_stored_outputs() throws IOException {
        Path file = folder.resolve("committee.json");
        Said said = terminal.run("results", "add", "nielsen-vote", one, two, "--file", file);
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.out()).contains("2 of 5 nets together");
        MeasuredCommittee committee = ResultsFile.read(file).committees().get(0);
        Said counted =
                terminal.run("committee", one, two, "--dataset", "mnist", "--votes", "--engine", "dl4j", "--json");
        assertThat(committee.averagedError())
                .isEqualTo(counted.json().get("error").asDouble());
        assertThat(committee.votesError())
                .isEqualTo(counted.json().get("votes_error").asDouble());
        assertThat(committee.members())
                .extracting(MeasuredCommittee.Member::testError)
                .containsExactly(
                        outputs(one).test().error(), outputs(two).test().error());
        assertThat(committee.bySize())
                .extracting(MeasuredCommittee.Size::committees)
                .containsExactly(2, 1);
        assertThat(committee.bySize().get(1).lowest()).isEqualTo(committee.averagedError());
        assertThat(committee.deviations()).anyMatch(text -> text.startsWith("keras-64-64: training.batch is 128"));
    }

    @Test
    void a_member_is_held_against_the_preset_that_it_differs_least_from() throws IOException {
        assertThat(deviationsOfOneAmong("nielsen-fc100", "keras-512-512", "keras-64-64", "keras-512x4"))
                .containsExactly(
                        "keras-64-64: data.train is 200, not 0.", "keras-64-64: data.validation is 60, not 10000.");
        // As far from either: the first.
        assertThat(deviationsOfOneAmong("keras-512x4", "keras-512-512"))
                .contains("keras-64-64: net is 1x28x28:relu-64N-64N-10N, not 1x28x28:relu-512N-512N-512N-512N-10N.");
    }

    /** Of the run {@code one}, as a member of a committee of these presets' nets. */
    private static List<String> deviationsOfOneAmong(String... presets) throws IOException {
        Row row = new Row(
                "some", "keras", "", List.of(), Row.Kind.COMMITTEE, List.of(presets), presets.length, 0, "", List.of());
        RunMeasure measure = new RunMeasure(new Presets(), new Measured.Machine("", 2, "", ""));
        List<RunFolder> runs = List.of(new RunFolder(Path.of(one)), new RunFolder(Path.of(two)));
        List<String> all = measure.committee(row, runs, List.of()).deviations();
        assertThat(all).hasSizeGreaterThan(1);
        return all.subList(0, all.size() / 2);
    }

    @Test
    void what_cannot_be_a_rows_result_is_refused_and_nothing_is_kept() {
        Path file = folder.resolve("refused.json");
        refused("did you mean keras-64-64", "results", "add", "keras-64-46", one, "--file", file);
        refused("trained on ink", "results", "add", "keras-64-64", one, other, "--file", file);
        refused("another member", "results", "add", "nielsen-vote", one, one, "--file", file);
        refused("at least two members", "results", "add", "nielsen-vote", one, "--file", file);
        refused("no run folder", "results", "add", "keras-64-64", folder, "--file", file);
        assertThat(file).doesNotExist();
    }

    @Test
    void a_damaged_file_is_refused_and_stays_as_it_is() throws IOException {
        Path file = terminal.write("damaged.json", "{\"format\": 1}");
        refused("This field is missing", "results", "add", "keras-64-64", one, "--file", file);
        assertThat(file).hasContent("{\"format\": 1}");
    }

    private static void refused(String because, Object... arguments) {
        Said said = terminal.run(arguments);
        assertThat(said.exit()).as(said.toString()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains(because);
    }

    @Test
    void every_row_is_listed_with_what_was_published() {
        Path file = folder.resolve("listed.json");
        terminal.run("results", "add", "keras-64-64", one, "--file", file);
        Said said = terminal.run("results", "list", "--file", file);
        for (Row row : Rows.own().rows()) assertThat(said.out()).contains("\n  " + row.id() + ": ");
        assertThat(said.out())
                .contains("nielsen-conv1: published 1.22 % (book), 1.19 % (re-run); not measured here yet");
        assertThat(said.out()).contains("blog-2layer: published 0.92 to 1.03 %;");
        JsonNode rows =
                terminal.run("results", "list", "--file", file, "--json").json().get("rows");
        assertThat(rows).hasSize(Rows.own().rows().size());
        for (JsonNode row : rows)
            assertThat(row.get("error").isNull())
                    .isEqualTo(!row.get("row").asText().equals("keras-64-64"));
    }

    @Test
    void the_table_goes_between_its_marks_and_nowhere_else() throws IOException {
        Path file = folder.resolve("table.json");
        terminal.run("results", "add", "keras-64-64", one, "--file", file);
        String table = terminal.run("results", "table", "--file", file).out();
        assertThat(table)
                .contains("| `keras-64-64` | 64-64 | – | **")
                .contains("| 3 of 20 |")
                .contains("1. data.train is 200");
        Path readme = terminal.write(
                "README.md",
                "Before.\n" + ResultsTableCommand.BEGIN + "\nold\n" + ResultsTableCommand.END + "\nAfter.\n");
        for (int twice = 0; twice < 2; twice++)
            assertThat(terminal.run("results", "table", "--file", file, "--write", readme)
                            .exit())
                    .isZero();
        assertThat(Files.readString(readme))
                .isEqualTo("Before.\n" + ResultsTableCommand.BEGIN + "\n\n" + table + "\n" + ResultsTableCommand.END
                        + "\nAfter.\n");
        refused("lacks the marks", "results", "table", "--write", terminal.write("plain.md", "Nothing.\n"));
    }

    @Test
    void a_shipped_committee_reads_as_the_committee_of_its_runs() throws IOException {
        Path nets = folder.resolve("nets");
        Said said = terminal.run("results", "ship", "pair", one, two, "--to", nets);
        assertThat(said.exit()).as(said.toString()).isZero();
        JsonNode claim =
                new ObjectMapper().readTree(nets.resolve("pair/result.json").toFile());
        JsonNode counted = terminal.run("committee", one, two, "--dataset", "mnist", "--json")
                .json();
        assertThat(claim.get("errors")).isEqualTo(counted.get("errors"));
        assertThat(claim.get("images").asInt()).isEqualTo(60);
        assertThat(claim.get("members").get(1).get("seed").asInt()).isEqualTo(2);
        assertThat(claim.get("members").get(1).get("errors"))
                .isEqualTo(counted.get("members").get(1).get("errors"));
        assertThat(nets.resolve("pair/2/weights.safetensors")).isNotEmptyFile();
        assertThat(Files.readAllLines(nets.resolve("index.txt"))).isEqualTo(List.of("pair"));
        refused("small letters", "results", "ship", "../pair", one, "--to", nets);
        refused("say with --dataset", "results", "ship", "pair", one, other, "--to", nets);
    }

    @Test
    void members_of_different_training_claim_what_they_read_of_one_test_set() throws IOException {
        Path nets = folder.resolve("mixed");
        Said said = terminal.run("results", "ship", "mixed", one, other, "--dataset", "ink", "--to", nets);
        assertThat(said.exit()).as(said.toString()).isZero();
        JsonNode claim =
                new ObjectMapper().readTree(nets.resolve("mixed/result.json").toFile());
        JsonNode counted = terminal.run("committee", one, other, "--dataset", "ink", "--json")
                .json();
        assertThat(claim.get("dataset").asText()).isEqualTo("ink");
        assertThat(claim.get("errors")).isEqualTo(counted.get("errors"));
    }
}
