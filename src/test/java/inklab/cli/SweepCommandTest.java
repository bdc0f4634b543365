package inklab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void a_plan_lists_members_and_trains_nothing() {
        Terminal terminal = new Terminal(folder);
        Terminal.Said said = terminal.run("sweep", "learning-rate", "--plan");
        assertThat(said.out())
                .contains("27 members; 27 to epoch 1, 9 to epoch 3, 3 to epoch 9, 1 to epoch 12: 66 epochs in place of"
                        + " 324.");
        assertThat(folder.resolve("data/sweeps")).doesNotExist();
    }
}
