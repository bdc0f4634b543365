package inklab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastTest {
    private static final double CLOSE = 1e-9;

    @TempDir
    Path folder;

    @Test
    void equal_members_take_as_many_rounds_as_there_must_be() {
        Forecast forecast = new Forecast(List.of(Collections.nCopies(35, 60.0)), 0, 0, 0);
        assertThat(forecast.seconds(1)).isEqualTo(35 * 60);
        assertThat(forecast.seconds(7)).isEqualTo(5 * 60);
        // The rest of a round costs as much as a whole one.
        assertThat(forecast.seconds(8)).isEqualTo(5 * 60);
        assertThat(forecast.seconds(34)).isEqualTo(2 * 60);
        assertThat(forecast.seconds(35)).isEqualTo(60);
        assertThat(forecast.seconds(100)).isEqualTo(60);
    }

    @Test
    void a_long_member_at_the_end_is_waited_for() {
        Forecast forecast = new Forecast(List.of(List.of(1.0, 1.0, 1.0, 1.0, 8.0)), 0, 0, 0);
        assertThat(forecast.seconds(2)).isEqualTo(2 + 8);
        assertThat(forecast.seconds(5)).isEqualTo(8);
    }

    @Test
    void what_an_executor_receives_leaves_the_driver_one_copy_after_another() {
        Forecast forecast = new Forecast(List.of(Collections.nCopies(4, 60.0)), 5, 2, 1);
        assertThat(forecast.seconds(1)).isEqualTo(5 + 2 + 4 * 61);
        assertThat(forecast.seconds(4)).isEqualTo(5 + 4 * 2 + 61);
        // An executor that comes too late to train anything is not waited for.
        assertThat(forecast.seconds(400)).isEqualTo(5 + 4 * 2 + 61);
    }

    @Test
    void a_rung_begins_when_the_one_before_has_ended() {
        Sweep sweep = TinySweeps.sweep(
                "\"axes\": [{\"field\": \"training.schedule.rate\", \"from\": 0.001, \"to\": 1,"
                        + " \"scale\": \"log\"}], \"strategy\": {\"kind\": \"halving\", \"runs\": 9, \"keep\": 3, \"first_epochs\": 1}");
        Forecast forecast = Forecast.of(sweep, Collections.nCopies(9, 900.0), 0);
        // Nine to epoch 1, three to epoch 3, one to epoch 9, a hundred seconds an epoch.
        assertThat(forecast.stages())
                .containsExactly(
                        Collections.nCopies(9, 100.0), Collections.nCopies(3, 200.0), Collections.nCopies(1, 600.0));
        double ready = forecast.start() + 9 * forecast.send();
        assertThat(forecast.seconds(9)).isCloseTo(ready + 100 + 200 + 600 + 3 * forecast.each(), within(CLOSE));
    }

    @Test
    void members_that_have_ended_tell_how_long_the_others_will_take() throws IOException {
        SweepFolder six = new SweepFolder(folder.resolve("six"));
        SweepRunTest.run(TinySweeps.sweep(SweepRunTest.SIX), six, 1, false);
        List<Double> whole = six.trials().stream().map(Trial::wallSeconds).toList();
        assertThat(MemberTimes.of(six).orElseThrow().seconds()).isEqualTo(whole);

        // As if it were stopped after the second.
        List<String> lines = Files.readAllLines(six.ledger());
        int second = lines.indexOf(lines.stream()
                .filter(line -> line.contains("\"ended\"") && line.contains("tiny-002"))
                .findFirst()
                .orElseThrow());
        Files.write(six.ledger(), lines.subList(0, second + 1));
        double mean = (whole.get(0) + whole.get(1)) / 2;
        assertThat(MemberTimes.of(six).orElseThrow().seconds())
                .containsExactly(whole.get(0), whole.get(1), mean, mean, mean, mean);
        Files.write(six.ledger(), lines.subList(0, 1));
        assertThat(MemberTimes.of(six)).isEmpty();
    }
}
