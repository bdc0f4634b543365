package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.cli.Terminal.Said;
import inklab.recipe.Presets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How commands refuse, fail and help; no network is trained here. */
class CliTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder).withEngine(() -> {
            throw new IllegalStateException("no engine is wanted here");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--wrong",
                "trian quick-ink",
                "train",
                "train quick-ink --epochs many",
                "train quick-ink --epochs 0",
                "train quick-ink --threads 0",
                "train quick-ink --engine abacus",
                "train no-such-recipe",
                "train folder/no-such-recipe.json",
                "train ciresan-elastic",
                "eval",
                "eval no-such-run --dataset ink",
                "eval no-such-run",
                "predict no-such-run",
                "predict no-such-run picture.png",
                "committee --dataset ink",
                "committee no-such-run --dataset ink",
                "data",
                "data lsit",
                "data fetch no-such-set",
                "data fetch ink",
                "data import mnist no-such-folder",
                "data import pictures/../.. .",
                "data verify no-such-set",
                "distort --dataset ink",
                "distort --dataset mnist --sigma 4 --alpha 30 --out sheet.png",
                "distort --dataset ink --sigma -4 --alpha 30 --out sheet.png",
                "distort --dataset ink --sigma 4 --alpha NaN --out sheet.png",
                "bench --nets no-such-net",
                "bench --seconds 0",
                "train quick-ink --epochz 3",
                "train quick-ink --epochs",
                "train quick-ink extra",
                "train quick-ink --seed 1 --seed 2",
                "train nope --resume",
                "eval ink --dataset ink --split tset",
                "distort --dataset ink --sigma x --alpha 3 --out sheet.png",
            })
    void wrong_usage_and_wrong_input_end_with_2_and_one_sentence(String line) {
        Said said = terminal.run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));
        assertThat(said.exit()).as(said.toString()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).as(said.toString()).hasSize(1);
        assertThat(said.err())
                .doesNotContain("Exception")
                .doesNotContain("null")
                .matches("(?s).*[.?]\\R");
        assertThat(folder.resolve("data/runs")).doesNotExist();
    }

    @Test
    void a_mistyped_name_is_guessed() {
        assertThat(terminal.run("trian").err()).contains("train");
        assertThat(terminal.run("train", "quik-ink").err()).contains("quick-ink");
        assertThat(terminal.run("data", "verify", "mnsit").err()).contains("mnist");
        assertThat(terminal.run("bench", "--nets", "cirsan").err()).contains("ciresan");
    }

    @Test
    void what_is_mistyped_is_said_in_inklabs_own_words() {
        assertThat(terminal.run("train", "quick-ink", "--epochz=3").err())
                .startsWith("There is no option --epochz: did you mean --epochs?");
        assertThat(terminal.run("train", "quick-ink", "--epochs", "many").err())
                .startsWith("--epochs is many: give a whole number.");
        assertThat(terminal.run("distort", "--sigma", "x").err()).startsWith("--sigma is x: give a number.");
        assertThat(terminal.run("train", "quick-ink", "--seed").err())
                .startsWith("--seed lacks its value: give a whole number.");
        assertThat(terminal.run("eval", "ink", "--dataset", "ink", "--split", "tset")
                        .err())
                .startsWith("--split is tset: give one of train, validation, test.");
        assertThat(terminal.run("train", "quick-ink", "extra").err()).startsWith("There is one word too many, extra");
        assertThat(terminal.run("train").err()).startsWith("RECIPE is missing.");
        assertThat(terminal.run("data", "fetch").err()).startsWith("NAME is missing.");
        assertThat(terminal.run("train", "nope", "--resume").err()).startsWith("There is no run nope to go on with");
        assertThat(terminal.run("data", "import", "mnist", "no-such-folder").err())
                .startsWith("no-such-folder does not exist: give the folder");
    }

    @Test
    void what_was_given_by_an_option_is_called_by_its_name() {
        Said said = terminal.run("train", "quick-ink", "--epochs", 0);
        assertThat(said.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(said.err()).startsWith("--epochs: ").doesNotContain("training.");
    }

    @Test
    void a_sheet_is_a_png_or_none() {
        Said said = terminal.run(
                "distort", "--dataset", "ink", "--sigma", 6, "--alpha", 36, "--out", folder.resolve("sheet.xyz"));
        assertThat(said.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(said.err()).contains("sheet.xyz").contains(".png");
    }

    @Test
    void a_net_is_not_asked_about_other_classes_than_its_own() {
        for (String command : List.of("eval", "committee")) {
            Said said = terminal.run(command, "ink", "--dataset", "fashion-mnist");
            assertThat(said.exit()).as(said.toString()).isEqualTo(Cli.WRONG_INPUT);
            assertThat(said.err()).startsWith("ink was trained on ink").contains("fashion-mnist");
        }
    }

    @Test
    void of_a_trained_network_it_is_told_what_it_reads() {
        assertThat(terminal.run("presets").out()).contains("misreads").contains("test images.");
    }

    @Test
    void pictures_that_are_removed_are_moved_aside() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("data/pictures/pets/cats"));
        Files.writeString(pictures.resolve("one.png"), "no picture");
        Said said = terminal.run("data", "remove", "pictures/pets");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(terminal.run("data", "list").out()).doesNotContain("pets");
        assertThat(folder.resolve("data/removed-pictures/pets/cats/one.png")).exists();
        assertThat(terminal.run("data", "remove", "pictures/pets").exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(terminal.run("data", "remove", "mnist").err()).contains("only those can be removed");
    }

    @Test
    void a_file_of_strokes_is_known_by_what_it_holds() throws IOException {
        Path strokes = terminal.write("three.jsonl", "{\"strokes\":[[[24,16],[46,2],[70,14],[66,36],[44,46]]]}\n");
        Terminal real = new Terminal(folder);
        assertThat(real.run("predict", "ink", strokes).exit()).isZero();
        Path wrong = terminal.write("wrong.txt", "  {\"strokes\": 3}\n");
        assertThat(real.run("predict", "ink", wrong).err()).contains("line 1");
    }

    @Test
    void a_wrong_recipe_is_refused_with_a_sentence_for_each_problem() throws IOException {
        Path recipe = terminal.write(
                "wrong.json",
                Terminal.RECIPE.replace("\"batch\": 50", "\"batch\": 0").replace("\"epochs\"", "\"epochz\""));
        Said said = terminal.run("train", recipe);
        assertThat(said.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(said.err().lines()).allMatch(line -> line.startsWith(recipe + ": "));
        assertThat(said.err()).contains("training.batch").contains("training.epochz");
    }

    @Test
    void a_data_set_that_is_not_here_is_refused_with_the_commands_that_bring_it() {
        Said said = terminal.run("train", "ciresan-elastic");
        assertThat(said.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(said.err()).contains("data fetch mnist").contains("data import mnist FOLDER");
    }

    @Test
    void a_fault_of_inklabs_own_ends_with_1_one_sentence_and_a_report() throws IOException {
        Said said = terminal.run("bench", "--seconds", "0.1");
        assertThat(said.exit()).isEqualTo(Cli.FAILED);
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err())
                .contains("IllegalStateException")
                .contains(folder.resolve("crash.txt").toString());
    }

    @Test
    void a_library_that_does_not_load_is_a_fault_with_a_report_too() {
        Said said = new Terminal(folder)
                .withEngine(() -> {
                    throw new UnsatisfiedLinkError("no such library");
                })
                .run("bench");
        assertThat(said.exit()).isEqualTo(Cli.FAILED);
        assertThat(said.err()).contains("UnsatisfiedLinkError").contains("crash.txt");
    }

    @Test
    void help_names_the_commands_there_are() {
        Said said = terminal.run("--help");
        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        for (String name : List.of(
                "train",
                "eval",
                "predict",
                "committee",
                "data",
                "presets",
                "distort",
                "bench",
                "export",
                "import",
                "tour")) assertThat(said.out()).containsPattern("(?m)^  " + name + " ");
        assertThat(terminal.run("data", "import", "--help").out()).contains("FOLDER");
    }

    @Test
    void presets_are_listed_with_what_they_show() {
        Said said = terminal.run("presets");
        assertThat(said.exit()).isZero();
        for (String name : new Presets().names()) assertThat(said.out()).contains("\n  " + name + "\n");
    }

    @Test
    void a_tour_walks_the_window_for_the_named_folder() {
        Path out = folder.resolve("pictures");
        assertThat(terminal.run("tour", "--out", out).exit()).isZero();
        assertThat(terminal.toured()).containsExactly(out);
    }

    @Test
    void bench_hands_the_window_over_and_prints_its_figures_to_a_tenth() {
        Said said = terminal.run("bench", "--window", "--json");
        assertThat(said.exit()).isZero();
        assertThat(said.json().get("fx_gap_ms_p95").asDouble()).isEqualTo(16.7);
        assertThat(terminal.run("bench", "--window", "--nets", "keras").exit()).isEqualTo(2);
    }

    @Test
    void pictures_are_imported_listed_and_verified() throws IOException {
        for (String name : List.of("cats/1.png", "cats/2.png", "dogs/1.png", "dogs/2.png")) {
            Path file = terminal.write("mine/" + name, "");
            ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        }
        assertThat(terminal.run("data", "import", "pictures/pets", terminal.file("mine"))
                        .exit())
                .isZero();
        assertThat(terminal.run("data", "list").out()).contains("pictures/pets").contains("ink");
        assertThat(terminal.run("data", "verify", "pictures/pets").exit()).isZero();

        Files.writeString(terminal.file("data").resolve("pictures/pets/cats/1.png"), "no picture");
        assertThat(terminal.run("data", "verify").exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(terminal.run("data", "verify").out()).contains("ink is good.");
        Said broken = terminal.run("data", "verify", "pictures/pets");
        assertThat(broken.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(broken.err().lines()).hasSize(1);
        assertThat(broken.err()).contains("1.png");
    }

    @Test
    void distort_draws_twelve_digits_in_six_rows() throws IOException {
        Path sheet = terminal.file("sheet.png");
        Said said = terminal.run("distort", "--dataset", "ink", "--sigma", "4", "--alpha", "30", "--out", sheet);
        assertThat(said.exit()).as(said.toString()).isZero();
        BufferedImage image = ImageIO.read(sheet.toFile());
        assertThat(image.getWidth()).isEqualTo(2 + 12 * (3 * 28 + 2));
        assertThat(image.getHeight()).isGreaterThanOrEqualTo(2 + 6 * (3 * 28 + 2));
    }

    @Test
    void a_sheet_that_cannot_be_written_is_a_failure_that_names_it() {
        Path sheet = terminal.file("no-such-folder/sheet.png");
        Said said = terminal.run("distort", "--dataset", "ink", "--sigma", "4", "--alpha", "30", "--out", sheet);
        assertThat(said.exit()).isEqualTo(Cli.FAILED);
        assertThat(said.err().lines()).hasSize(1).first().asString().contains(sheet.toString());
    }

    @Test
    void quantiles_are_the_smallest_number_that_enough_others_do_not_exceed() {
        List<Double> numbers = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
        assertThat(Benchmark.quantile(numbers, 0.5)).isEqualTo(5);
        assertThat(Benchmark.quantile(numbers, 0.95)).isEqualTo(10);
        assertThat(Benchmark.quantile(List.of(7.0), 0.5)).isEqualTo(7);
    }
}
