package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    @TempDir
    Path folder;

    private static String sweep(String axes) {
        return "{\"format\": 1, \"name\": \"rates\", \"recipe\": " + Terminal.RECIPE.strip() + ", \"axes\": [" + axes
                + "]}";
    }

    @Test
    void a_sweep_trains_its_members_and_is_not_trained_twice() throws IOException {
        Terminal terminal = new Terminal(folder);
        Path file = terminal.write(
                "rates.json", sweep("{\"field\": \"training.schedule.rate\", \"values\": [0.01, 0.05]}"));
        Path csv = terminal.file("rates.csv");
        Terminal.Said said = terminal.run("sweep", file, "--threads", 1, "--json", "--committee", 2, "--csv", csv);
        assertThat(said.exit()).as(said.toString()).isZero();
        JsonNode json = said.json();
        Path there = folder.resolve("data/sweeps/rates");
        assertThat(json.path("sweep").asText()).isEqualTo(there.toString());
        assertThat(json.path("finished").asInt()).isEqualTo(2);
        assertThat(json.path("results")).hasSize(2);
        assertThat(said.err()).contains("One after another on one core.");
        assertThat(Files.readString(csv)).contains("rates-002,0.05,finished,2");
        assertThat(there.resolve("best-2.committee.json")).exists();

        // A member is what train makes of its recipe.
        Terminal.Said alone = terminal.run(
                "train", there.resolve("rates-002/recipe.json"), "--out", terminal.file("alone"), "--json");
        assertThat(alone.json().path("weights_sha256"))
                .isEqualTo(json.path("results").get(1).path("weights_sha256"));
        Terminal.Said together = terminal.run("committee", there.resolve("best-2.committee.json"), "--json");
        assertThat(together.json().path("errors")).isEqualTo(json.path("committee_errors"));
        // So do the members of a sweep's folder.
        Path figure = terminal.file("size.png");
        Terminal.Said all = terminal.run("committee", there, "--figure", figure, "--json");
        assertThat(all.json().path("errors")).isEqualTo(json.path("committee_errors"));
        assertThat(all.err()).contains("2 of 2 members of " + there + " have finished.");
        assertThat(ImageIO.read(figure.toFile()).getWidth()).isPositive();
        Terminal.Said forecast = terminal.run("sweep", there, "--plan", "--executors", "1,2", "--json");
        JsonNode took = forecast.json();
        assertThat(took.path("member_s").asDouble()).isPositive();
        assertThat(took.path("forecast").findValues("executors").toString()).isEqualTo("[1, 2]");

        Terminal.Said again = terminal.run("sweep", file);
        assertThat(again.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(again.err()).contains("holds a sweep already: go on with it by --resume");
        Terminal.Said resumed = terminal.run("sweep", there, "--resume", "--json");
        assertThat(resumed.json().path("results")).isEqualTo(json.path("results"));
        assertThat(resumed.err()).contains("2 members were trained before.");
    }

    @Test
    void what_cannot_be_swept_is_said_in_a_sentence() throws IOException {
        Terminal terminal = new Terminal(folder);
        Path unknown = terminal.write("a.json", sweep("{\"field\": \"training.rate\", \"values\": [1]}"));
        assertThat(terminal.run("sweep", unknown).err())
                .isEqualTo(unknown + ": axes[0].field: “training.rate” is no field of a recipe. The fields here are"
                        + " batch, epochs, minutes, patience, optimizer, schedule, l2, clip, seed.\n");
        Path empty = terminal.write("b.json", sweep("{\"field\": \"training.seed\", \"values\": []}"));
        assertThat(terminal.run("sweep", empty).err()).contains("This axis is empty");
        assertThat(terminal.run("sweep", "sigma-alhpa").err()).contains("did you mean sigma-alpha?");
        Path good = terminal.write("c.json", sweep("{\"field\": \"training.seed\", \"values\": [1]}"));
        Terminal.Said spark = terminal.run("sweep", good, "--spark", "local[2]");
        assertThat(spark.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(spark.err()).contains("There is no Spark", "-Pspark");
    }

    @Test
    void a_sweep_of_which_half_has_finished_answers_with_that_half() throws IOException {
        Terminal terminal = new Terminal(folder);
        Path file = terminal.write("three.json", sweep("{\"field\": \"training.seed\", \"values\": [1, 2, 3]}"));
        Path there = terminal.file("three");
        assertThat(terminal.run("sweep", file, "--out", there, "--threads", 1).exit())
                .isZero();
        Path ledger = there.resolve("ledger.jsonl");
        List<String> lines = Files.readAllLines(ledger);
        List<String> two = lines.stream()
                .filter(line ->
                        !line.contains("three-003") && !line.contains("rates-003") && !line.contains("\"finished\""))
                .toList();
        Files.write(ledger, two);
        Terminal.Said said = terminal.run("committee", there, "--json");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.err()).contains("2 of 3 members of " + there + " have finished.");
        assertThat(said.json().path("members")).hasSize(2);
        Files.write(ledger, lines.subList(0, 1));
        Terminal.Said none = terminal.run("committee", there);
        assertThat(none.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(none.err()).isEqualTo("No member of " + there + " has finished yet: go on with the sweep first.\n");
    }

    @Test
    void a_million_runs_are_refused_with_their_count() throws IOException {
        Terminal terminal = new Terminal(folder);
        String range = "\"from\": 1, \"to\": 1000, \"steps\": 1000, \"whole\": true}";
        Path file = terminal.write(
                "million.json",
                sweep("{\"field\": \"training.seed\", " + range + ", {\"field\": \"training.epochs\", " + range));
        Terminal.Said said = terminal.run("sweep", file);
        assertThat(said.exit()).isEqualTo(Cli.WRONG_INPUT);
        assertThat(said.err()).startsWith(file + ": axes: This grid has 1,000,000 runs; a sweep has at most 10,000.");
    }

    @Test
    void a_member_that_cannot_be_is_said_in_the_plan() throws IOException {
        Terminal terminal = new Terminal(folder);
        Path file = terminal.write("nets.json", sweep("{\"field\": \"net\", \"values\": [\"1x28x28-9C99-10N\"]}"));
        Terminal.Said said = terminal.run("sweep", file, "--plan");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("rates-001  net 1x28x28-9C99-10N  cannot be trained: ");
    }

    @Test
    void a_plan_says_how_the_time_falls_with_executors() {
        Terminal terminal = new Terminal(folder);
        Terminal.Said said = terminal.run("sweep", "quick-six", "--plan", "--executors", "1,2,6,12");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.out())
                .containsPattern("6 members of .* each on one core of this machine \\([0-9,]+ images/s, measured\\)")
                .containsPattern("(?m)^ +1 +.* 1\\.0 ×$")
                .contains("one after another");
        Terminal.Said json = terminal.run("sweep", "quick-six", "--plan", "--executors", "1,6,12", "--json");
        JsonNode times = json.json().path("forecast");
        double one = times.get(0).path("wall_s").asDouble();
        double six = times.get(1).path("wall_s").asDouble();
        assertThat(six).isLessThan(one);
        assertThat(times.get(2).path("wall_s").asDouble()).isEqualTo(six);
        assertThat(terminal.run("sweep", "quick-six", "--executors", 2).err()).contains("add --plan");
        assertThat(terminal.run("sweep", "quick-six", "--plan", "--executors", 0)
                        .err())
                .contains("give numbers from 1 to 10000");
        assertThat(folder.resolve("data/sweeps")).doesNotExist();
    }

    @Test
    void a_plan_lists_members_and_trains_nothing() {
        Terminal terminal = new Terminal(folder);
        Terminal.Said said = terminal.run("sweep", "learning-rate", "--plan");
        assertThat(said.out())
                .contains("27 members; 27 to epoch 1, 9 to epoch 3, 3 to epoch 9, 1 to epoch 12: 66 epochs in place of"
                        + " 324.");
        assertThat(folder.resolve("data/sweeps")).doesNotExist();
    }
}
