package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import inklab.recipe.Measured.Machine;
import inklab.recipe.MeasuredCommittee.Member;
import inklab.recipe.MeasuredCommittee.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsFileTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final Machine MACHINE = new Machine("A processor", 2, "Linux", "Java 17");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path folder;

    private static Measured run(String row, long seed, double error, String... deviations) {
        return new Measured(
                row,
                HASH,
                seed,
                12,
                800,
                11,
                error / 2,
                error,
                10_000,
                61.25,
                14_353.5,
                DAY,
                MACHINE,
                HASH,
                List.of(deviations));
    }

    private static MeasuredCommittee committee(int size, double error, String... deviations) {
        return new MeasuredCommittee(
                "vote",
                Stream.generate(() -> new Member("a", HASH, 3, 12, 0.02))
                        .limit(size)
                        .toList(),
                error,
                error,
                10_000,
                List.of(new Size(1, size, 0.01, 0.02, 0.03)),
                DAY,
                MACHINE,
                List.of(deviations));
    }

    private static Row row(String id, boolean committee) {
        return new Row(
                id,
                "family",
                "title",
                List.of(),
                committee ? Row.Kind.COMMITTEE : Row.Kind.SINGLE,
                List.of("a"),
                committee ? 5 : 1,
                800,
                "",
                List.of("Known."));
    }

    private static Results some() {
        return Results.NONE
                .with(run("a", 1, 0.011, "“Quoted”, and a \\."))
                .with(run("b", 1, 1 / 3.0))
                .with(committee(2, 0.0029));
    }

    @Test
    void what_is_written_reads_back_as_it_was() throws IOException {
        Path file = folder.resolve("results.json");
        ResultsFile.write(file, some());
        assertThat(ResultsFile.read(file)).isEqualTo(some());
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.contains("\"recipe\""))
                .as("a line for each net and committee")
                .hasSize(3);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_run_without_validation_images_has_no_validation_error() throws IOException {
        Path file = folder.resolve("results.json");
        Measured run = new Measured(
                "all", HASH, 1, 30, 0, 30, Double.NaN, 0.0616, 10_000, 61.25, 14_353.5, DAY, MACHINE, HASH, List.of());
        ResultsFile.write(file, new Results(List.of(run), List.of()));
        assertThat(Files.readString(file)).doesNotContain("validation_error");
        assertThat(ResultsFile.read(file).runs()).containsExactly(run);
    }

    @Test
    void where_there_is_no_file_nothing_was_measured() throws IOException {
        assertThat(ResultsFile.read(folder.resolve("none.json"))).isEqualTo(Results.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\": 1|\"format\": 2|format",
                "\"seed\":1,\"epochs\"|\"epochs\"|runs[0].seed",
                "\"row\":\"b\"|\"row\":\"a\"|runs[1].seed",
                "\"test_error\":0.011|\"test_error\":1.1|runs[0].test_error",
                "\"best_epoch\":11|\"best_epoch\":13|runs[0].best_epoch",
                "2026-11-20|20.11.2026|runs[0].date",
                "\"cores\":2|\"cores\":0|runs[0].machine.cores",
                "0123456789|012345678x|runs[0].recipe",
                "\"averaged_error\":0.0029|\"averaged\":0.0029|committees[0].averaged_error",
                "\"size\":1|\"size\":\"one\"|committees[0].by_size[0].size",
            })
    void a_mistake_is_told_where_it_is(String right, String wrong, String where) {
        String good = ResultsFile.text(some());
        assertThat(good).contains(right);
        ResultsFile.Parsed parsed = ResultsFile.parse(good.replace(right, wrong));
        assertThat(parsed.results()).isEmpty();
        assertThat(parsed.problems()).anyMatch(problem -> problem.where().equals(where));
    }

    @Test
    void a_damaged_file_is_named_in_one_sentence() throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), "{\"format\": 1, \"runs\": [");
        assertThatThrownBy(() -> ResultsFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("stops being JSON");
    }

    @Test
    void a_net_of_the_same_row_and_seed_replaces_the_older_one() {
        Results results = some().with(run("a", 2, 0.5)).with(run("a", 1, 0.25));
        assertThat(results.runs()).extracting(Measured::row).containsExactly("a", "a", "b");
        assertThat(results.runs()).extracting(Measured::testError).containsExactly(0.25, 0.5, 1 / 3.0);
        assertThat(results.run("a", 2)).isPresent();
        assertThat(results.run("b", 2)).isEmpty();
    }

    @Test
    void a_committee_of_the_same_row_and_size_replaces_the_older_one() {
        Results results = some().with(committee(5, 0.02)).with(committee(2, 0.03));
        assertThat(results.committees())
                .extracting(MeasuredCommittee::averagedError)
                .containsExactly(0.03, 0.02);
    }

    @Test
    void the_error_of_a_row_is_the_median_over_seeds() {
        Results results =
                Results.NONE.with(run("a", 3, 0.5)).with(run("a", 1, 0.02)).with(run("a", 2, 0.03));
        Reproduction three = results.of(row("a", false));
        assertThat(three.error()).hasValue(0.03);
        assertThat(three.runs()).extracting(Measured::seed).containsExactly(1L, 2L, 3L);
        Reproduction four = results.with(run("a", 4, 0.04)).of(row("a", false));
        assertThat(four.error().orElseThrow()).isCloseTo(0.035, within(1e-12));
        assertThat(results.of(row("b", false)).error()).isEmpty();
        assertThat(results.of(row("b", false)).isMeasured()).isFalse();
    }

    @Test
    void a_row_with_fewer_epochs_than_published_is_not_finished() {
        Reproduction begun = some().of(row("a", false));
        assertThat(begun.epochs()).isEqualTo(12);
        assertThat(begun.isFinished()).isFalse();
        assertThat(begun.deviations()).containsExactly("Known.", "“Quoted”, and a \\.");
    }

    @Test
    void the_error_of_a_committees_row_is_that_of_the_largest() {
        Reproduction vote =
                some().with(committee(5, 0.002)).with(committee(3, 0.001)).of(row("vote", true));
        assertThat(vote.error()).hasValue(0.002);
        assertThat(vote.nets()).isEqualTo(5);
        assertThat(vote.epochs()).isEqualTo(12);
        assertThat(vote.isFinished()).isFalse();
    }

    @Test
    void what_a_committees_members_share_is_told_once_and_kept_for_each() throws IOException {
        String[] each = {"a: The same.", "a: The same."};
        Results results = Results.NONE.with(committee(2, 0.002, each));
        assertThat(results.of(row("vote", true)).deviations()).containsExactly("Known.", "All members: The same.");
        Path file = folder.resolve("results.json");
        ResultsFile.write(file, results);
        assertThat(ResultsFile.read(file).committees().get(0).deviations()).containsExactly(each);
    }

    @Test
    void the_results_that_come_with_inklab_are_of_its_rows() {
        Rows rows = Rows.own();
        Results own = ResultsFile.own();
        for (Measured run : own.runs())
            assertThat(rows.find(run.row())).as(run.row()).isPresent();
        for (MeasuredCommittee committee : own.committees())
            assertThat(rows.find(committee.row())).as(committee.row()).isPresent();
    }
}
