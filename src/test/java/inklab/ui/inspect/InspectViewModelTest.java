package inklab.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.data.DataException;
import inklab.data.ImageSet;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Weights;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.evaluate.Reading;
import inklab.inspect.SignedMaps;
import inklab.inspect.UnitArithmetic;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.train.Checkpoint;
import inklab.train.Result;
import inklab.train.RunFolder;
import inklab.train.Runs;
import inklab.train.TrainingImages;
import inklab.ui.Selection;
import inklab.ui.inspect.InspectViewModel.Stand;
import inklab.ui.work.Jobs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectViewModelTest {
    private static Engine engine;

    @TempDir
    private Path folder;

    private final List<InspectViewModel> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        engine = new Dl4jEngine();
    }

    @AfterAll
    static void end() {
        engine.close();
    }

    @AfterEach
    void close() {
        for (InspectViewModel model : open) {
            model.close();
            model.release();
        }
    }

    private InspectViewModel model(Selection selection, TrainingImages images) {
        Jobs jobs = new Jobs(Runnable::run, Runnable::run, fault -> {
            throw new AssertionError(fault);
        });
        InspectViewModel model =
                new InspectViewModel(new RunShelf(new Runs(folder)), images, () -> engine, selection, jobs, 1);
        open.add(model);
        model.look();
        return model;
    }

    private InspectViewModel model(Path run) {
        Selection selection = new Selection(SomeRuns.recipe(1));
        selection.runProperty().set(run);
        return model(selection, SomeRuns.images());
    }

    private static Weights weights(Path run, int epoch) throws IOException {
        for (Checkpoint one : new RunFolder(run).checkpoints())
            if (one.isWhole() && one.epochs() == epoch) return one.weights();
        throw new AssertionError("no epoch " + epoch);
    }

    /** What the net answers to test image i, by a network of the test's own. */
    private static int answer(Path run, int epoch, int image) throws IOException {
        Recipe recipe = SomeRuns.recipe(1);
        try (Network network = engine.network(recipe.net(), NetworkSettings.forPredicting())) {
            network.load(weights(run, epoch));
            ImageSet set = SomeRuns.set(3, 90);
            return Lens.greatest(network.predict(Preparation.of(recipe).numbers(set.image(image)), 1));
        }
    }

    @Test
    void the_newest_run_is_shown_at_its_last_epoch_when_none_is_chosen() throws IOException {
        Result result = SomeRuns.train(engine, folder.resolve("old"), 2, 8);
        Selection selection = new Selection(SomeRuns.recipe(1));
        InspectViewModel model = model(selection, SomeRuns.images());

        assertThat(model.standProperty().get()).isEqualTo(Stand.READY);
        assertThat(model.subjectProperty().get().choice().name()).isEqualTo("old");
        assertThat(model.subjectProperty().get().epochs()).containsExactly(0, 1, 2);
        assertThat(model.epochProperty().get()).isEqualTo(2);
        Score score = model.scores().scoreProperty().get();
        double lastError = new RunFolder(folder.resolve("old"))
                .metrics()
                .snapshot()
                .epochs()
                .get(1)
                .testError();
        assertThat((double) score.misread() / score.images()).isEqualTo(lastError);
        assertThat(score.images()).isEqualTo(90);
        assertThat(result.epochs()).isEqualTo(2);
        // The page begins with an image of its most frequent mistake.
        Exhibit exhibit = model.exhibitProperty().get();
        assertThat(exhibit.index())
                .isEqualTo(model.scores().cellImagesProperty().get().get(0).image());
        assertThat(model.lookProperty().get().answer()).isNotEqualTo(exhibit.label());
    }

    @Test
    void an_epoch_drives_filters_confusion_mistakes_and_growth_together() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 3, 8);
        InspectViewModel model = model(run);
        for (int epoch : new int[] {1, 0, 3, 2}) {
            model.setEpoch(epoch);
            Look look = model.lookProperty().get();
            assertThat(look.epoch()).isEqualTo(epoch);
            assertThat(model.scores().scoreProperty().get().epoch()).isEqualTo(epoch);
            assertThat(model.growthProperty().get().epoch()).isEqualTo(epoch);
            SignedMaps filters = look.layer(0).filters().orElseThrow();
            float[] own = weights(run, epoch).get("0.weight").values();
            for (int map = 0; map < 4; map++)
                for (int i = 0; i < 9; i++)
                    assertThat(filters.maps().get(map)[i]).isEqualTo(own[map * 9 + i]);
            int[][] counts = new int[3][3];
            ImageSet set = SomeRuns.set(3, 90);
            for (int i = 0; i < 90; i++) counts[set.label(i)][answer(run, epoch, i)]++;
            assertThat(model.scores().scoreProperty().get().counts()).isDeepEqualTo(counts);
        }
    }

    @Test
    void a_cell_holds_exactly_its_images_at_every_epoch() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 2, 8);
        InspectViewModel model = model(run);
        ImageSet set = SomeRuns.set(3, 90);
        for (int epoch : new int[] {0, 1}) {
            model.setEpoch(epoch);
            for (int cell = 0; cell < 9; cell++) {
                model.scores().chooseCell(cell);
                List<Integer> expected = new ArrayList<>();
                for (int i = 0; i < 90; i++)
                    if (set.label(i) == cell / 3 && answer(run, epoch, i) == cell % 3) expected.add(i);
                assertThat(model.scores().cellImagesProperty().get())
                        .extracting(Reading::image)
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void the_first_image_of_a_chosen_cell_runs_through_the_page_and_one_of_its_own_stays() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 2, 8);
        InspectViewModel model = model(run);
        for (int cell = 0; cell < 9; cell++) {
            int before = model.exhibitProperty().get().index();
            model.chooseCell(cell);
            List<Integer> there = model.scores().cellImagesProperty().get().stream()
                    .map(Reading::image)
                    .toList();
            boolean stays = there.isEmpty() || there.contains(before);
            assertThat(model.exhibitProperty().get().index()).isEqualTo(stays ? before : there.get(0));
            if (there.isEmpty()) continue;
            int last = there.get(there.size() - 1);
            model.chooseImage(last);
            model.chooseCell(cell);
            assertThat(model.exhibitProperty().get().index()).isEqualTo(last);
        }
    }

    @Test
    void a_picture_that_comes_before_a_net_was_looked_for_is_shown_with_the_first_one() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 1, 8);
        Path picture = folder.resolve("mine.png");
        ImageIO.write(new BufferedImage(12, 12, BufferedImage.TYPE_BYTE_GRAY), "png", picture.toFile());
        Jobs jobs = new Jobs(Runnable::run, Runnable::run, fault -> {
            throw new AssertionError(fault);
        });
        InspectViewModel model = new InspectViewModel(
                new RunShelf(new Runs(folder)),
                SomeRuns.images(),
                () -> engine,
                new Selection(SomeRuns.recipe(1)),
                jobs,
                1);
        open.add(model);
        List<String> told = new ArrayList<>();
        model.open(picture, told::add);
        model.look();
        assertThat(model.exhibitProperty().get().isOwn()).isTrue();
        assertThat(model.lookProperty().get().exhibit())
                .isEqualTo(model.exhibitProperty().get());
        assertThat(told).isEmpty();
    }

    @Test
    void the_unit_stays_while_one_walks_and_its_sum_is_what_the_net_has_there() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 2, 8);
        InspectViewModel model = model(run);
        Unit first = model.lookProperty().get().unit().unit();
        model.setEpoch(0);
        assertThat(model.lookProperty().get().unit().unit()).isEqualTo(first);
        UnitLook unit = model.lookProperty().get().unit();
        UnitArithmetic sum = unit.arithmetic().orElseThrow();
        assertThat(Math.tanh(sum.sum())).isCloseTo(unit.value(), within(1e-5));
        assertThat(unit.window().orElseThrow().width()).isEqualTo(3);

        model.chooseUnit(Unit.of(0, 2).at(0, 0));
        model.moveUnit(1, 0);
        model.moveUnit(0, 9);
        assertThat(model.lookProperty().get().unit().unit())
                .extracting("row", "column")
                .containsExactly(1, 5);
        model.chooseImage(7);
        assertThat(model.lookProperty().get().unit().unit())
                .extracting("row", "column")
                .containsExactly(1, 5);
        assertThat(model.lookProperty().get().exhibit().index()).isEqualTo(7);

        // Two maps of four pixels each over four maps: one of the four is shown, all are summed.
        model.chooseUnit(Unit.of(2, 1));
        UnitLook dense = model.lookProperty().get().unit();
        assertThat(dense.channels()).isEqualTo(4);
        assertThat(dense.seen().values()).hasSize(9);
        assertThat(Math.tanh(dense.arithmetic().orElseThrow().sum())).isCloseTo(dense.value(), within(1e-5));
        int before = dense.unit().channel();
        model.stepChannel(1);
        assertThat(model.lookProperty().get().unit().unit().channel()).isEqualTo((before + 1) % 4);
    }

    @Test
    void a_run_that_kept_last_and_best_alone_can_be_looked_at_there_and_its_curve_is_whole() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 6, 0);
        InspectViewModel model = model(run);
        Subject subject = model.subjectProperty().get();
        assertThat(subject.epochs()).hasSizeLessThanOrEqualTo(2).contains(6);
        assertThat(subject.measured()).hasSize(6);
        for (int epoch : subject.epochs()) {
            model.setEpoch(epoch);
            Score score = model.scores().scoreProperty().get();
            assertThat((double) score.misread() / 90)
                    .isEqualTo(subject.measured().get(epoch - 1).testError());
        }
        model.setEpoch(2);
        assertThat(subject.epochs()).contains(model.epochProperty().get());
    }

    @Test
    void new_epochs_of_a_run_in_training_appear_and_who_watches_the_newest_goes_on_doing_so() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 2, 8);
        InspectViewModel model = model(run);
        SomeRuns.train(engine, run, 3, 8);
        model.look();
        // The recipe asks for more epochs now, but it is the same net that trains on.
        assertThat(model.epochProperty().get()).isEqualTo(3);
        assertThat(model.lookProperty().get().epoch()).isEqualTo(3);
        Exhibit exhibit = model.exhibitProperty().get();
        model.setEpoch(1);
        SomeRuns.train(engine, run, 4, 8);
        model.look();
        assertThat(model.subjectProperty().get().epochs()).contains(4);
        assertThat(model.epochProperty().get()).isEqualTo(1);
        assertThat(model.exhibitProperty().get()).isSameAs(exhibit);
    }

    @Test
    void a_deleted_run_is_a_sentence_and_another_can_be_chosen() throws IOException {
        SomeRuns.train(engine, folder.resolve("stays"), 1, 8);
        Path run = folder.resolve("goes");
        SomeRuns.train(engine, run, 2, 8);
        InspectViewModel model = model(run);
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
        model.look();
        assertThat(model.standProperty().get()).isEqualTo(Stand.TROUBLE);
        assertThat(model.troubleProperty().get()).contains("goes").contains("no longer there");
        Choice other = model.choicesProperty().get().stream()
                .filter(one -> one.name().equals("stays"))
                .findFirst()
                .orElseThrow();
        model.choose(other);
        assertThat(model.standProperty().get()).isEqualTo(Stand.READY);
        assertThat(model.lookProperty().get().epoch()).isEqualTo(1);
    }

    @Test
    void a_damaged_epoch_is_a_sentence_and_the_others_stay_in_sight() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 3, 8);
        Path damaged = run.resolve("checkpoints").resolve("epoch-0001").resolve("weights.safetensors");
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 3] ^= 0x40;
        Files.write(damaged, bytes);
        InspectViewModel model = model(run);
        model.setEpoch(1);
        assertThat(model.standProperty().get()).isEqualTo(Stand.READY);
        assertThat(model.epochTroubleProperty().get()).contains("weights.safetensors");
        assertThat(model.lookProperty().get()).isNull();
        assertThat(model.scores().scoreProperty().get().epoch()).isEqualTo(1);
        model.setEpoch(2);
        assertThat(model.epochTroubleProperty().get()).isEmpty();
        assertThat(model.lookProperty().get().epoch()).isEqualTo(2);
    }

    @Test
    void without_its_images_a_run_still_shows_filters_and_the_confusion_that_it_kept() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 2, 8);
        Selection selection = new Selection(SomeRuns.recipe(1));
        selection.runProperty().set(run);
        InspectViewModel model = model(selection, (recipe, cancelled) -> {
            throw new DataException("pictures/tiny is not here: import it once more.");
        });
        assertThat(model.imagesTroubleProperty().get()).contains("import it once more");
        assertThat(model.scores().scoreProperty().get().images()).isEqualTo(90);
        assertThat(model.lookProperty().get().layer(0).filters()).isPresent();
        assertThat(model.exhibitProperty().get()).isNull();
        model.setEpoch(0);
        // Nobody kept what the untrained net answered, and there is nothing to ask it.
        assertThat(model.scores().scoreProperty().get()).isNull();
        model.draw(Drawn.seven());
        assertThat(model.lookProperty().get().exhibit().isOwn()).isTrue();
        assertThat(model.lookProperty().get().epoch()).isZero();
    }

    @Test
    void one_can_walk_from_mistake_to_mistake() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 1, 8);
        InspectViewModel model = model(run);
        ImageSet set = SomeRuns.set(3, 90);
        List<Integer> misread = new ArrayList<>();
        for (int i = 0; i < 90; i++) if (answer(run, 1, i) != set.label(i)) misread.add(i);
        assertThat(misread).hasSizeGreaterThan(2);
        model.chooseImage(misread.get(0));
        model.chooseMisread(1);
        assertThat(model.exhibitProperty().get().index()).isEqualTo(misread.get(1));
        model.chooseMisread(-1);
        model.chooseMisread(-1);
        assertThat(model.exhibitProperty().get().index()).isEqualTo(misread.get(misread.size() - 1));
    }

    @Test
    void nothing_at_all_is_said_and_a_run_before_its_first_weights_is_waited_for() throws IOException {
        Selection selection = new Selection(SomeRuns.recipe(1));
        Path run = folder.resolve("begins");
        Files.createDirectories(run);
        inklab.recipe.RecipeFile.write(run.resolve("recipe.json"), SomeRuns.recipe(1));
        InspectViewModel model = model(selection, SomeRuns.images());
        assertThat(model.choicesProperty().get()).noneMatch(one -> one.run().isPresent());
        selection.runProperty().set(run);
        assertThat(model.standProperty().get()).isEqualTo(Stand.WAITING);
    }

    @Test
    void the_matrix_is_copied_as_a_table() throws IOException {
        Path run = folder.resolve("run");
        SomeRuns.train(engine, run, 1, 8);
        InspectViewModel model = model(run);
        int[][] counts = model.scores().scoreProperty().get().counts();
        String[] lines = ConfusionCard.csv(model.scores().scoreProperty().get(), List.of("a", "b, or so", "c"))
                .split("\n", -1);
        assertThat(lines[0]).isEqualTo("truth,a,\"b, or so\",c");
        assertThat(lines[1]).isEqualTo("a," + counts[0][0] + "," + counts[0][1] + "," + counts[0][2]);
        assertThat(lines[3]).startsWith("c,");
    }

    @Test
    void growth_shows_early_epochs_closely_and_always_the_one_looked_at() {
        List<Integer> few = List.of(0, 3, 7);
        assertThat(Growth.epochs(few, 3)).isEqualTo(few);
        List<Integer> many = IntStream.rangeClosed(0, 32).boxed().toList();
        assertThat(Growth.epochs(many, 32)).hasSize(6).startsWith(0, 1).endsWith(32);
        for (int now : many)
            assertThat(Growth.epochs(many, now))
                    .hasSize(6)
                    .contains(now)
                    .contains(0, 32)
                    .isSorted();
    }
}
