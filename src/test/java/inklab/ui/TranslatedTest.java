package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.LoadOptions;
import inklab.data.Picture;
import inklab.data.Progress;
import inklab.data.ink.InkDigits;
import inklab.evaluate.CommitteeFile;
import inklab.evaluate.Models;
import inklab.net.Inference;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.net.Problem;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeCheck;
import inklab.recipe.RecipeFile;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatedTest {
    private static final Texts CHINESE = new Texts(Texts.class, Locale.CHINESE);

    private static void isChinese(Problem problem) {
        for (String english : List.of(problem.what(), problem.how())) {
            String chinese = CHINESE.sentence(english);
            assertThat(chinese).as(english).doesNotContainPattern("[a-z]{2,} [a-z]{2,}|\\{\\d}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1x28x28-20C40-10N",
                "1x28x28-20C5-MP5-10N",
                "1x28x28-20C5-MP40-10N",
                "1x28x28-0C5-10N",
                "1x28x28-20C5/9-10N",
                "1x28x28-100N",
                "1x28x28-10N-100N-10N",
                "1x28x28-1N",
                "1x28x28-MP1-10N",
                "1x28x28-D2-10N",
                "1x28x28-R(20C3)-10N",
                "1x28x28-R()-10N",
                "0x28x28-10N",
                "1x28x28-100N:u0-10N",
                "28-",
                "20C4",
                "",
                "1x28x28--10N",
                "1x28x28-20C-10N",
                "1x28x28-C5-10N",
                "1x28x28-150-10N",
                "1x28x28-20Q-10N",
                "1x28x28-MP-10N",
                "1x28x28-D-10N",
                "1x28x28-R(20C3-10N",
                "1x28x28)-10N",
                "1x28x28-20C5:swish-10N",
                "1x28x28-BN:relu-10N",
                "1x28x28 10N",
                "1x2x3x4-10N",
                "1x28x28-4C29:same-10N",
                "1x28x28-9000000C5-10N",
                "1x29x29-20C4-MP2/3-10N",
                "1x28x28-N-10N",
                "1x28x28-20C5:relu:tanh-10N"
            })
    void what_is_wrong_with_a_net_is_said_in_chinese_in_a_chinese_window(String notation) {
        Notation.Parsed parsed = Notation.parse(notation);
        parsed.problems().forEach(TranslatedTest::isChinese);
        parsed.net().ifPresent(net -> {
            Inference inference = Inference.of(net);
            inference.problems().forEach(TranslatedTest::isChinese);
        });
    }

    @Test
    void what_is_wrong_with_the_settings_is_said_in_chinese_too() {
        Recipe good = SomeRecipes.CIRESAN;
        List<TrainingSettings> bad = List.of(
                new TrainingSettings(0, 0, -1, -1, new Optimizer.Momentum(2), new Schedule.Constant(0), -1, -1, 1),
                new TrainingSettings(
                        9_999_999, 10, 0, 0, new Optimizer.Adam(2, 2, 3), new Schedule.StepDown(1, 2, 0), 0, 0, 1));
        List<Problem> problems = Stream.concat(
                        bad.stream().flatMap(settings -> RecipeCheck.of(good.withTraining(settings)).stream()),
                        RecipeCheck.of(SomeRecipes.withNet("3x28x28-12N")).stream())
                .toList();
        assertThat(problems).hasSizeGreaterThan(9);
        problems.forEach(TranslatedTest::isChinese);
    }

    /** A call that fails. */
    private interface Failing {
        void run() throws IOException;
    }

    @Test
    void what_is_wrong_with_files_is_said_in_chinese_too(@TempDir Path folder) throws IOException {
        Path cats = Files.createDirectories(folder.resolve("pictures/cats/tabby"));
        Files.createDirectories(folder.resolve("mnist"));
        Files.writeString(folder.resolve("mnist/train-images-idx3-ubyte.gz"), "no archive");
        Files.writeString(cats.resolve("one.png"), "no picture");
        Path runs = Files.createDirectories(folder.resolve("runs"));
        Catalogue catalogue = new Catalogue(
                new DataFolder(folder),
                (train, validation, test, seed) -> InkDigits.open().make(1, 1, 1, 1),
                n -> {});
        List<Failing> failing = List.of(
                () -> catalogue.load("fashion-mnist", LoadOptions.standard()),
                () -> catalogue.load("mnist", LoadOptions.standard()),
                () -> catalogue.load("pictures/cats", LoadOptions.standard()),
                () -> catalogue.load("pictures/none", LoadOptions.standard()),
                () -> catalogue.load("nothing", LoadOptions.standard()),
                () -> catalogue.importFrom("mnist", folder.resolve("runs"), Progress.NONE),
                () -> catalogue.importFrom("ink", folder, Progress.NONE),
                () -> catalogue.fetch("ink", Progress.NONE),
                () -> catalogue.fetch("pictures/cats", Progress.NONE),
                () -> catalogue.remove("mnist"),
                () -> catalogue.remove("pictures/none"),
                () -> catalogue.restore("pictures/cats", folder.resolve("away")),
                () -> catalogue.album("mnist", 1),
                () -> Picture.read(cats.resolve("one.png")),
                () -> new RunFolder(runs).recipe(),
                () -> Models.ofRun(new RunFolder(runs)),
                () -> RecipeFile.read(folder.resolve("none.json")),
                () -> CommitteeFile.read(folder.resolve("none.committee.json")));
        for (Failing one : failing) {
            String english = catchThrowableOfType(IOException.class, one::run).getMessage();
            String plain = CHINESE.sentence(english).replace(folder.toString(), "");
            assertThat(plain).as(english).doesNotContainPattern("[a-z]{2,} [a-z]{2,} [a-z]{2,}|\\{\\d}");
            assertThat(plain).as(english).containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void what_is_not_known_stays_as_it_is_and_english_windows_keep_english() {
        assertThat(CHINESE.sentence("Nobody wrote this down.")).isEqualTo("Nobody wrote this down.");
        assertThat(new Texts(Texts.class, Locale.ENGLISH).sentence("Remove it."))
                .isEqualTo("Remove it.");
    }
}
