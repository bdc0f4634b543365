package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import inklab.cli.Terminal.Said;
import inklab.data.ink.InkDigits;
import inklab.engine.Safetensors;
import inklab.engine.Weights;
import inklab.evaluate.Committee;
import inklab.evaluate.CommitteeFile;
import inklab.evaluate.Models;
import inklab.evaluate.Subsets;
import inklab.train.Outputs;
import inklab.train.RunFolder;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole commands on networks that are trained here. */
class JourneyTest {
    @TempDir
    private static Path folder;

    private static Terminal terminal;
    private static Said training;
    private static String first;
    private static String second;

    @BeforeAll
    static void train() throws IOException {
        terminal = new Terminal(folder);
        Path recipe = terminal.write("small.json", Terminal.RECIPE);
        first = terminal.file("first").toString();
        second = terminal.file("second").toString();
        training = terminal.run("train", recipe, "--out", first, "--threads", 1, "--json");
        assertThat(terminal.run("train", recipe, "--out", second, "--seed", 2, "--epochs", 1)
                        .exit())
                .isZero();
    }

    @Test
    void training_ends_with_one_json_object_of_the_documented_fields() {
        assertThat(training.exit()).as(training.toString()).isZero();
        assertThat(training.out().lines()).hasSize(1);
        JsonNode json = training.json();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "run",
                        "epochs",
                        "best_epoch",
                        "validation_error",
                        "test_error",
                        "images_per_s",
                        "wall_s",
                        "weights_sha256");
        assertThat(json.get("run").asText()).isEqualTo(first);
        assertThat(json.get("epochs").asInt()).isEqualTo(2);
        assertThat(json.get("test_error").asDouble()).isBetween(0.0, 0.8);
        assertThat(json.get("images_per_s").asDouble()).isPositive();
        assertThat(json.get("weights_sha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void training_says_where_the_run_folder_is_and_how_each_epoch_went() {
        assertThat(training.err().lines()).hasSize(3).first().asString().isEqualTo("Run folder: " + first);
        assertThat(training.err())
                .contains("epoch 1  loss ")
                .contains("epoch 2  loss ")
                .contains("images/s");
    }

    @Test
    void any_number_of_threads_trains_the_same_weights() {
        Said again = terminal.run(
                "train", terminal.file("small.json"), "--out", terminal.file("threads"), "--threads", 2, "--json");
        assertThat(again.json().get("weights_sha256")).isEqualTo(training.json().get("weights_sha256"));
    }

    @Test
    void eval_finds_the_test_error_that_training_found() {
        Said eval = terminal.run("eval", first, "--dataset", "ink", "--json");
        assertThat(eval.exit()).as(eval.toString()).isZero();
        JsonNode json = eval.json();
        assertThat(json.fieldNames()).toIterable().containsExactly("images", "errors", "error");
        assertThat(json.get("images").asInt()).isEqualTo(Terminal.TEST_IMAGES);
        assertThat(json.get("error").asDouble())
                .isEqualTo(training.json().get("test_error").asDouble())
                .isEqualTo(json.get("errors").asInt() / (double) Terminal.TEST_IMAGES);
    }

    @Test
    void eval_of_the_validation_part_finds_the_validation_error_that_training_found() {
        Said eval = terminal.run("eval", first, "--dataset", "ink", "--split", "validation", "--json");
        assertThat(eval.json().get("error").asDouble())
                .isEqualTo(training.json().get("validation_error").asDouble());
    }

    @Test
    void a_committee_of_twice_the_same_network_errs_as_it_does_alone() {
        Said eval = terminal.run("eval", first, "--dataset", "ink", "--json");
        Said twice = terminal.run("committee", first, first, "--dataset", "ink", "--json");
        assertThat(twice.exit()).as(twice.toString()).isZero();
        assertThat(twice.json().get("errors")).isEqualTo(eval.json().get("errors"));
        assertThat(twice.err()).contains(first + " is named twice");
    }

    @Test
    void a_committee_lists_how_its_members_did() {
        Said both = terminal.run("committee", first, second, "--dataset", "ink", "--json");
        JsonNode json = both.json();
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "images", "errors", "error", "against", "against_validated", "mends", "spoils", "p", "members");
        assertThat(json.get("members")).hasSize(2);
        assertThat(json.get("members").get(1).get("model").asText()).isEqualTo(second);
        assertThat(terminal.run("committee", first, second, "--dataset", "ink").out())
                .contains("Together: ");
    }

    /** The window's builder counts on the outputs that training stored; so does the command, unless it is to read the images anew. */
    @Test
    void a_committee_of_the_command_line_errs_exactly_as_the_stored_outputs_do() throws IOException {
        List<Outputs> stored = new ArrayList<>();
        for (String run : List.of(first, second))
            stored.add(new RunFolder(Path.of(run)).outputs().orElseThrow().test());
        Subsets subsets = Subsets.of(new Committee(stored), () -> false).orElseThrow();
        Path figure = terminal.file("subsets.png");
        Said both =
                terminal.run("committee", first, second, "--dataset", "ink", "--votes", "--figure", figure, "--json");
        assertThat(both.exit()).as(both.toString()).isZero();
        JsonNode json = both.json();
        assertThat(json.get("images").asInt()).isEqualTo(subsets.images());
        assertThat(json.get("errors").asInt()).isEqualTo(subsets.full().errors());
        assertThat(json.get("votes_errors").asInt()).isEqualTo(subsets.full().voteErrors());
        for (int m = 0; m < 2; m++)
            assertThat(json.get("members").get(m).get("errors").asInt())
                    .isEqualTo(subsets.sizes().get(0).subsets().get(m).errors());
        Said anew =
                terminal.run("committee", first, second, "--dataset", "ink", "--votes", "--engine", "dl4j", "--json");
        assertThat(anew.json()).isEqualTo(json);
        BufferedImage drawn = ImageIO.read(figure.toFile());
        assertThat(drawn.getWidth()).isEqualTo(1280);
        assertThat(accent(drawn)).isBetween(100, 4000);

        CommitteeFile saved = new CommitteeFile("ink", List.of(first, second), subsets);
        Path file = terminal.file("two" + CommitteeFile.ENDING);
        saved.write(file);
        assertThat(CommitteeFile.read(file)).isEqualTo(saved);
        Said again = terminal.run("committee", file, "--json");
        assertThat(again.json().get("errors")).isEqualTo(json.get("errors"));
        assertThat(again.json().get("members")).isEqualTo(json.get("members"));
    }

    @Test
    void a_committee_asks_no_network_what_its_training_stored() throws IOException {
        Path copy = terminal.file("told");
        RunFolder original = new RunFolder(Path.of(first));
        new RunFolder(copy).adopt(original.recipe(), Models.ofRun(original).weights());
        Safetensors.Content stored = Safetensors.read(Path.of(first, "outputs.safetensors"));
        Map<String, Weights.Tensor> tensors = new HashMap<>(stored.weights().tensors());
        List<Integer> shape = tensors.get("test.probabilities").shape();
        // Everything is a nought.
        float[] noughts = new float[shape.get(0) * shape.get(1)];
        for (int i = 0; i < noughts.length; i += shape.get(1)) noughts[i] = 1;
        tensors.put("test.probabilities", new Weights.Tensor(shape, noughts));
        Safetensors.write(copy.resolve("outputs.safetensors"), new Weights(tensors), stored.metadata());
        Said said = terminal.run("committee", copy, second, "--dataset", "ink", "--json");
        assertThat(said.json().get("members").get(0).get("error").asDouble()).isGreaterThan(0.8);
        Said anew = terminal.run("committee", copy, second, "--dataset", "ink", "--engine", "dl4j", "--json");
        Said eval = terminal.run("eval", first, "--dataset", "ink", "--json");
        assertThat(anew.json().get("members").get(0).get("errors"))
                .isEqualTo(eval.json().get("errors"));
    }

    @Test
    void a_committee_says_how_its_votes_did_and_whether_it_beats_its_best_member() throws IOException {
        Said said = terminal.run("committee", first, second, "--dataset", "ink", "--votes");
        assertThat(said.out().lines()).hasSize(5);
        assertThat(said.out())
                .contains("By votes: ")
                .contains("Against ")
                .contains("mends ")
                .contains("p = ");
        JsonNode told = terminal.run("committee", first, second, "--dataset", "ink", "--json")
                .json();
        assertThat(told.get("against").asText()).isIn(first.toString(), second.toString());
        assertThat(told.get("against_validated").asBoolean()).isTrue();
        int single = told.get("members")
                .get(told.get("against").asText().equals(first.toString()) ? 0 : 1)
                .get("errors")
                .asInt();
        assertThat(single - told.get("mends").asInt() + told.get("spoils").asInt())
                .isEqualTo(told.get("errors").asInt());
        assertThat(told.get("p").asDouble()).isBetween(0.0, 1.0);
        Path broken = terminal.write("broken" + CommitteeFile.ENDING, "{}");
        Said refused = terminal.run("committee", broken);
        assertThat(refused.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(refused.err()).contains("broken");
    }

    private static int accent(BufferedImage image) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) if ((image.getRGB(x, y) & 0xFFFFFF) == 0x2B4FB0) count++;
        return count;
    }

    @Test
    void predict_reads_every_drawing_of_a_file_of_strokes() throws IOException {
        Path strokes = terminal.write("two.strokes.jsonl", """
                {"strokes":[[[0,0],[0,50],[0,100]]]}
                {"strokes":[[[0,0],[40,0],[20,100]]]}
                """);
        Said said = terminal.run("predict", first, strokes, "--json");
        assertThat(said.exit()).as(said.toString()).isZero();
        List<JsonNode> lines = said.jsonLines();
        assertThat(lines).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonNode line = lines.get(i);
            assertThat(line.fieldNames()).toIterable().containsExactly("file", "index", "label", "probabilities");
            assertThat(line.get("file").asText()).isEqualTo(strokes.toString());
            assertThat(line.get("index").asInt()).isEqualTo(i);
            List<Double> probabilities = numbers(line.get("probabilities"));
            assertThat(probabilities).hasSize(10);
            assertThat(probabilities.stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-4));
            int best = Integer.parseInt(line.get("label").asText());
            assertThat(probabilities).allSatisfy(p -> assertThat(p).isLessThanOrEqualTo(probabilities.get(best)));
        }
    }

    @Test
    void predict_reads_ink_on_paper_and_chalk_on_slate_alike_whatever_the_size() throws IOException {
        List<Double> ink = seen(seven("ink.png", 200, Color.WHITE, Color.BLACK));
        assertThat(seen(seven("chalk.png", 200, Color.BLACK, Color.WHITE))).isEqualTo(ink);
        List<Double> large = seen(seven("large.jpg", 800, Color.WHITE, Color.BLACK));
        for (int k = 0; k < 10; k++) assertThat(large.get(k)).isCloseTo(ink.get(k), within(0.1));
    }

    /** What eval counts on the data set's own images, predict finds again on pictures of them. */
    @Test
    void predict_reads_a_picture_of_a_prepared_image_as_eval_does() throws IOException {
        var test = InkDigits.open().make(1, 1, Terminal.TEST_IMAGES, 1).test();
        List<Object> arguments = new ArrayList<>(List.of("predict", first, "--json"));
        for (int i = 0; i < test.size(); i++) {
            BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setDataElements(0, 0, 28, 28, test.image(i));
            Path file = terminal.file(String.format(Locale.ROOT, "digit-%03d.png", i));
            ImageIO.write(image, "png", file.toFile());
            arguments.add(file);
        }
        Said said = terminal.run(arguments.toArray());
        int errors = 0;
        List<JsonNode> lines = said.jsonLines();
        for (int i = 0; i < test.size(); i++)
            if (!lines.get(i).get("label").asText().equals(Integer.toString(test.label(i)))) errors++;
        assertThat(errors)
                .isEqualTo(terminal.run("eval", first, "--dataset", "ink", "--json")
                        .json()
                        .get("errors")
                        .asInt());
    }

    @Test
    void predict_goes_on_after_a_file_that_it_cannot_read() throws IOException {
        Path good = seven("good.png", 60, Color.WHITE, Color.BLACK);
        Path bad = terminal.write("bad.png", "no picture");
        Said said = terminal.run("predict", first, bad, terminal.file("missing.png"), good);
        assertThat(said.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(said.out().lines()).hasSize(1).first().asString().startsWith(good.toString());
        assertThat(said.err().lines()).hasSize(2);
        assertThat(said.err()).contains("bad.png").contains("missing.png");
    }

    @Test
    void a_run_is_not_written_over() {
        Said again = terminal.run("train", terminal.file("small.json"), "--out", first);
        assertThat(again.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(again.err()).contains("--resume").contains(first);
    }

    @Test
    void a_finished_run_that_is_resumed_says_again_how_it_ended() {
        Said again = terminal.run("train", first, "--resume", "--json");
        assertThat(again.exit()).as(again.toString()).isZero();
        assertThat(again.json()).isEqualTo(training.json());
        assertThat(again.err()).contains("is finished after").doesNotContain("Run folder");
        Said fewer = terminal.run("train", first, "--resume", "--epochs", 1);
        assertThat(fewer.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(fewer.err().lines()).hasSize(1);
        assertThat(fewer.err()).contains("has trained 2 epochs already").contains("--epochs");
    }

    @Test
    void without_a_folder_a_run_lies_beside_the_data_and_can_be_called_by_its_name() {
        Said run = terminal.run("train", terminal.file("small.json"), "--epochs", 1, "--json");
        Path path = Path.of(run.json().get("run").asText());
        assertThat(path.getParent()).isEqualTo(terminal.file("data").resolve("runs"));
        assertThat(terminal.run("eval", path.getFileName(), "--dataset", "ink").exit())
                .isZero();
        Said resumed = terminal.run("train", terminal.file("small.json"), "--epochs", 1, "--resume", "--json");
        assertThat(resumed.json()).isEqualTo(run.json());
    }

    @Test
    void bench_measures_training_distortion_and_reading() {
        Said bench = terminal.run("bench", "--nets", "mlp512", "--seconds", "0.1", "--threads", 1, "--json");
        assertThat(bench.exit()).as(bench.toString()).isZero();
        JsonNode json = bench.json();
        assertThat(json.fieldNames()).toIterable().containsExactly("train", "distort", "predict");
        assertThat(json.get("train")).hasSize(1);
        assertThat(json.get("train").get(0).fieldNames())
                .toIterable()
                .containsExactly("net", "batch", "threads", "images_per_s");
        assertThat(json.get("distort").fieldNames())
                .toIterable()
                .containsExactly("side", "sigma", "alpha", "us_per_image");
        assertThat(json.get("predict").fieldNames()).toIterable().containsExactly("net", "ms_p50", "ms_p95");
        assertThat(json.get("predict").get("ms_p95").asDouble())
                .isGreaterThanOrEqualTo(json.get("predict").get("ms_p50").asDouble());
    }

    private List<Double> seen(Path picture) {
        return numbers(terminal.run("predict", first, picture, "--json").json().get("probabilities"));
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode number : array) numbers.add(number.asDouble());
        return numbers;
    }

    /** A seven, off the middle. */
    private static Path seven(String name, int side, Color paper, Color ink) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(paper);
        pen.fillRect(0, 0, side, side);
        pen.setColor(ink);
        pen.setStroke(new BasicStroke(side / 20f));
        pen.drawPolyline(new int[] {side / 4, 3 * side / 4, side / 2}, new int[] {side / 5, side / 5, 4 * side / 5}, 3);
        pen.dispose();
        Path file = terminal.file(name);
        ImageIO.write(image, name.substring(name.indexOf('.') + 1), file.toFile());
        assertThat(Files.size(file)).isPositive();
        return file;
    }

    @Test
    void drawings_with_labels_are_scored_class_by_class_as_predict_reads_them() throws IOException {
        Path drawings = Path.of("src/test/resources/strokes/steering.strokes.jsonl");
        Said eval = terminal.run("eval", first, "--strokes", drawings, "--json");
        assertThat(eval.exit()).as(eval.toString()).isZero();
        List<JsonNode> read = terminal.run("predict", first, drawings, "--json").jsonLines();
        List<String> lines = Files.readAllLines(drawings);
        int[] errors = new int[10];
        for (int i = 0; i < lines.size(); i++) {
            int label = lines.get(i).charAt(lines.get(i).length() - 3) - '0';
            if (read.get(i).get("label").asInt() != label) errors[label]++;
        }
        assertThat(eval.json().get("images").asInt()).isEqualTo(lines.size()).isEqualTo(360);
        for (int digit = 0; digit < 10; digit++)
            assertThat(eval.json().get("classes").get(digit).get("errors").asInt())
                    .isEqualTo(errors[digit]);
        assertThat(eval.json().get("errors").asInt())
                .isEqualTo(Arrays.stream(errors).sum());
        assertThat(terminal.run("eval", first, "--strokes", drawings).out()).contains("0  ", " of 360 images");
    }

    @Test
    void drawings_without_a_label_cannot_be_scored() throws IOException {
        Path drawings = terminal.write("plain.strokes.jsonl", "{\"strokes\":[[[1,2],[3,4]]]}\n");
        Said eval = terminal.run("eval", first, "--strokes", drawings);
        assertThat(eval.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(eval.err()).contains("line 1: the drawing has no label");
        Said both = terminal.run("eval", first, "--strokes", drawings, "--dataset", "ink");
        assertThat(both.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(both.err()).contains("--dataset NAME, or --strokes FILE");
    }
}
