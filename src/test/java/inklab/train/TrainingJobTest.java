package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.data.TestFiles;
import inklab.data.ink.InkDigits;
import inklab.engine.tiny.TinyEngine;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Shape;
import inklab.net.WeightInit;
import inklab.recipe.DataSettings;
import inklab.recipe.DataSettings.Pixels;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.train.Result.Ending;
import inklab.train.RunProgress.Phase;
import inklab.train.Trainer.Habits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingJobTest {
    @TempDir
    Path runs;

    private final TinyEngine engine = new TinyEngine();
    private final TrainingImages images = (recipe, cancelled) -> Tiny.data();

    private TrainingJob job(Recipe recipe, String run, boolean resume) {
        return new TrainingJob(recipe, new RunFolder(runs.resolve(run)), images, Habits.onCpu(1), resume);
    }

    @Test
    void a_run_that_is_there_is_trained_on_only_when_it_is_to_be_resumed() throws IOException {
        Recipe recipe = Tiny.recipe(2);
        Result result = job(recipe, "a", false).run(engine);
        assertThatIOException()
                .isThrownBy(() -> job(recipe, "a", false).run(engine))
                .withMessage(runs.resolve("a") + " holds a run already: resume it, or choose another folder.");
        TrainingJob again = job(recipe, "a", true);
        assertThat(again.run(engine)).isEqualTo(result);
        assertThat(again.control().progress().phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void more_epochs_go_on_where_fewer_ended() throws IOException {
        job(Tiny.recipe(2), "a", true).run(engine);
        Result longer = job(Tiny.recipe(5), "a", true).run(engine);
        assertThat(longer.epochs()).isEqualTo(5);
        assertThat(longer.weightsSha256())
                .isEqualTo(job(Tiny.recipe(5), "b", true).run(engine).weightsSha256());
        assertThat(new RunFolder(runs.resolve("a")).recipe().training().epochs())
                .isEqualTo(5);
    }

    @Test
    void more_epochs_are_refused_where_the_learning_rate_falls_over_all_of_them() throws IOException {
        Schedule cosine = new Schedule.Cosine(0.05, 0);
        job(Tiny.recipe(2, cosine), "a", true).run(engine);
        assertThatIOException()
                .isThrownBy(() -> job(Tiny.recipe(5, cosine), "a", true).run(engine))
                .withMessageContaining("begun for 2 epochs");
    }

    @Test
    void another_recipe_is_refused_and_leaves_the_run_as_it_was() throws IOException {
        Recipe recipe = Tiny.recipe(2);
        Result result = job(recipe, "a", true).run(engine);
        Recipe other = recipe.withTraining(recipe.training().withSeed(99));
        assertThatIOException()
                .isThrownBy(() -> job(other, "a", true).run(engine))
                .withMessageContaining("begun with another recipe");
        assertThat(new RunFolder(runs.resolve("a")).result()).contains(result);
    }

    @Test
    void a_recipe_with_a_problem_is_refused_with_it_and_makes_no_folder() throws IOException {
        Recipe recipe = Tiny.recipe(0);
        TrainingJob job = job(recipe, "a", false);
        Result result = job.run(engine);
        assertThat(result.ending()).isEqualTo(Ending.REFUSED);
        assertThat(result.problem().where()).isEqualTo("training.epochs");
        assertThat(job.control().progress().phase()).isEqualTo(Phase.FAILED);
        assertThat(runs.resolve("a")).doesNotExist();
    }

    @Test
    void a_net_that_does_not_fit_the_images_is_refused() throws IOException {
        Recipe recipe = Tiny.recipe(2)
                .withNet(new NetSpec(
                        new Shape(1, 6, 6),
                        List.of(
                                new LayerSpec.Dense(9, Activation.TANH, WeightInit.GLOROT),
                                new LayerSpec.Output(7, WeightInit.GLOROT))));
        Result result = job(recipe, "a", false).run(engine);
        assertThat(result.ending()).isEqualTo(Ending.REFUSED);
        assertThat(result.problem().what()).contains("4");
    }

    @Test
    void missing_data_is_a_sentence_in_the_progress_too() {
        Catalogue catalogue = new Catalogue(
                new DataFolder(runs.resolve("data")), (train, validation, test, seed) -> Tiny.data(), notice -> {});
        Recipe recipe = Tiny.recipe(2)
                .withNet(new NetSpec(new Shape(1, 28, 28), List.of(new LayerSpec.Output(10, WeightInit.GLOROT))))
                .withData(new DataSettings("mnist", 0, 100, 0, Pixels.UNIT));
        TrainingJob job = new TrainingJob(
                recipe, new RunFolder(runs.resolve("a")), new CatalogueImages(catalogue), Habits.onCpu(1), false);
        assertThatIOException().isThrownBy(() -> job.run(engine)).withMessageContaining("mnist");
        assertThat(job.control().progress().phase()).isEqualTo(Phase.FAILED);
        assertThat(job.control().progress().problem().what()).contains("mnist");
    }

    @Test
    void images_of_another_size_are_prepared_for_the_net() throws IOException {
        Recipe recipe = Tiny.recipe(2)
                .withNet(new NetSpec(new Shape(1, 7, 7), List.of(new LayerSpec.Output(4, WeightInit.GLOROT))));
        assertThat(job(recipe, "a", false).run(engine).epochs()).isEqualTo(2);
    }

    @Test
    void a_fault_of_the_engine_is_told_and_passed_on() {
        TrainingImages broken = (recipe, cancelled) -> {
            throw new IllegalStateException("cosmic ray");
        };
        TrainingJob job =
                new TrainingJob(Tiny.recipe(2), new RunFolder(runs.resolve("a")), broken, Habits.onCpu(1), false);
        assertThatThrownBy(() -> job.run(engine)).isInstanceOf(IllegalStateException.class);
        assertThat(job.control().progress().problem().what()).contains("cosmic ray");
    }

    @Test
    void told_to_cancel_while_the_images_are_read_it_ends_there() throws IOException {
        RunControl[] control = new RunControl[1];
        TrainingImages slow = (recipe, cancelled) -> {
            control[0].cancel();
            if (cancelled.getAsBoolean()) throw new java.util.concurrent.CancellationException();
            return Tiny.data();
        };
        TrainingJob job =
                new TrainingJob(Tiny.recipe(2), new RunFolder(runs.resolve("a")), slow, Habits.onCpu(1), false);
        control[0] = job.control();
        assertThat(job.run(engine).ending()).isEqualTo(Ending.STOPPED);
        assertThat(job.control().progress().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void a_checkpoint_that_cannot_be_written_ends_it_in_a_sentence_and_the_last_one_stays_good() throws IOException {
        Recipe recipe = Tiny.recipe(4);
        Path folder = runs.resolve("a");
        TrainingJob first = job(Tiny.recipe(2), "a", false);
        String half = first.run(engine).weightsSha256();
        Files.move(folder.resolve("checkpoints"), folder.resolve("elsewhere"));
        Files.createFile(folder.resolve("checkpoints"));
        assertThatIOException()
                .isThrownBy(() -> job(recipe, "a", true).run(engine))
                .withMessageStartingWith("Cannot write " + folder.resolve("checkpoints"))
                .withMessageContaining("then resume the run");
        Files.delete(folder.resolve("checkpoints"));
        Files.move(folder.resolve("elsewhere"), folder.resolve("checkpoints"));
        assertThat(new RunFolder(folder).last().orElseThrow().weightsSha256()).isEqualTo(half);
        assertThat(job(recipe, "a", true).run(engine).epochs()).isEqualTo(4);
    }

    @Test
    void images_are_asked_for_as_the_recipe_says() throws IOException {
        int[] asked = new int[3];
        Catalogue catalogue = new Catalogue(
                new DataFolder(runs.resolve("data")),
                (train, validation, test, seed) -> {
                    asked[0] = train;
                    asked[1] = validation;
                    return new Dataset("ink", Tiny.images(1, 10), Tiny.images(2, 4), Tiny.images(3, 4));
                },
                notice -> {});
        Recipe recipe = Tiny.recipe(2).withData(new DataSettings("ink", 500, 70, 0, Pixels.UNIT));
        new CatalogueImages(catalogue).load(recipe, () -> false);
        assertThat(asked).startsWith(500, 70);
    }

    @Test
    void inks_digits_are_trained_on_beside_the_data_sets_own_and_neither_held_out_nor_tested_on() throws IOException {
        Path data = runs.resolve("data");
        TestFiles.smallMnist(Files.createDirectories(data.resolve("mnist")), 90, 20);
        Catalogue catalogue = new Catalogue(new DataFolder(data), InkDigits.open(), notice -> {});
        Recipe alone = Tiny.recipe(2).withData(new DataSettings("mnist", 0, 30, 0, Pixels.UNIT));
        Recipe beside = alone.withData(alone.data().withInk(40));
        Dataset own = new CatalogueImages(catalogue).load(alone, () -> false);
        Dataset both = new CatalogueImages(catalogue).load(beside, () -> false);
        Shape small = new Shape(1, own.train().height(), own.train().width());
        ImageSet ink = new Preparation(beside.data(), small)
                .apply(InkDigits.open().make(40, 0, 0, 1).train());
        assertThat(both.train().size()).isEqualTo(60 + 40);
        assertThat(both.train().image(59)).isEqualTo(own.train().image(59));
        assertThat(both.train().image(99)).isEqualTo(ink.image(39));
        assertThat(both.train().label(99)).isEqualTo(ink.label(39));
        assertThat(both.validation().size()).isEqualTo(30);
        assertThat(both.test().size()).isEqualTo(20);
        Recipe clothes =
                beside.withData(beside.data().withDataset("fashion-mnist").withInk(40));
        TestFiles.smallMnist(Files.createDirectories(data.resolve("fashion-mnist")), 90, 20);
        assertThatIOException()
                .isThrownBy(() -> new CatalogueImages(catalogue).load(clothes, () -> false))
                .withMessageContaining("Ink's digits are none of the classes of fashion-mnist");
    }
}
