package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.distort.Distortion;
import inklab.distort.Elastic;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.net.Problem;
import inklab.recipe.DataSettings.Pixels;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeFileTest {
    private static final String GOOD = """
            {
              "format": 1,
              "name": "my-net",
              "says": "Ünïcödé \\"quoted\\"",
              "data": {
                "dataset": "mnist",
                "train": 1000,
                "pixels": "-1..1"
              },
              "distortion": {
                "elastic": {
                  "sigma": 8,
                  "alpha": 36.5
                },
                "rotation": 15
              },
              "net": "1x29x29-20C4:relu-MP2-150N-10N",
              "training": {
                "batch": 128,
                "epochs": 10,
                "optimizer": {
                  "kind": "adam",
                  "epsilon": 1E-7
                },
                "schedule": {
                  "kind": "exponential",
                  "rate": 0.2,
                  "factor": 0.993
                },
                "seed": 42
              }
            }
            """;

    private static List<Problem> problems(String json) {
        return RecipeFile.parse(json).problems();
    }

    private static String with(String from, String to) {
        assertThat(GOOD).contains(from);
        return GOOD.replace(from, to);
    }

    @Test
    void every_field_is_read_and_the_others_have_their_defaults() {
        RecipeFile.Parsed parsed = RecipeFile.parse(GOOD);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.recipe())
                .contains(new Recipe(
                        "my-net",
                        "Ünïcödé \"quoted\"",
                        new DataSettings("mnist", 1000, 10_000, 0, Pixels.SIGNED),
                        new Distortion(
                                new Elastic(8, 36.5, Elastic.Noise.GAUSSIAN, Elastic.Field.PER_IMAGE),
                                15,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                false),
                        Notation.parse("1x29x29-20C4:relu-MP2-150N-10N").net().orElseThrow(),
                        new TrainingSettings(
                                128,
                                10,
                                0,
                                0,
                                new Optimizer.Adam(0.9, 0.999, 1e-7),
                                new Schedule.Exponential(0.2, 0.993, 0),
                                0,
                                0,
                                42)));
    }

    @Test
    void writing_is_canonical() {
        assertThat(RecipeFile.text(RecipeFile.parse(GOOD).recipe().orElseThrow()))
                .isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"optimizer\": | \"optimiser\": | training.optimiser | Did you mean training.optimizer?",
                "\"batch\": | \"bacth\": | training.bacth | Did you mean training.batch?",
                "\"train\": | \"shuffle\": | data.shuffle | The fields here are dataset, train, validation, ink, normalise_width, pixels.",
                "\"batch\": 128 | \"batch\": \"128\" | training.batch | It has to be a whole number.",
                "\"batch\": 128 | \"batch\": 12.5 | training.batch | It has to be a whole number.",
                "\"batch\": 128 | \"batch\": 99999999999 | training.batch | Choose a smaller one.",
                "\"batch\": 128 | \"batch\": 1e999 | training.batch | It has to be a whole number.",
                "\"batch\": 128 | \"batch\": 0 | training.batch | It has to be at least 1 and at most 65536. 128 is usual.",
                "\"batch\": 128 | \"batch\": null | training.batch | It has to be a whole number.",
                "\"epochs\": 10 | \"epochs\": -1 | training.epochs | It has to be at least 1",
                "\"rate\": 0.2 | \"rate\": 0 | training.schedule.rate | It has to be above 0",
                "\"rate\": 0.2 | \"rate\": 1e400 | training.schedule.rate | It has to be a number.",
                "\"rate\": 0.2, | | training.schedule.rate | Add it: \"rate\": 0.1.",
                "\"factor\": 0.993 | \"factor\": 1.5 | training.schedule.factor | at most 1.",
                "\"kind\": \"adam\" | \"kind\": \"adamm\" | training.optimizer.kind | Did you mean adam?",
                "\"kind\": \"adam\" | \"kind\": \"magic\" | training.optimizer.kind | It can be sgd, momentum, nesterov, rmsprop, adam.",
                "\"epsilon\": 1E-7 | \"momentum\": 0.9 | training.optimizer.momentum | The fields here are kind, beta1, beta2, epsilon.",
                "\"epsilon\": 1E-7 | \"beta1\": 1 | training.optimizer.beta1 | at least 0 and below 1",
                "\"sigma\": 8 | \"sigma\": 0 | distortion.elastic.sigma | above 0",
                "\"dataset\": \"mnist\" | \"dataset\": \"minst\" | data.dataset | Did you mean mnist?",
                "\"dataset\": \"mnist\" | \"dataset\": \"pictures/../x\" | data.dataset | Write pictures/NAME.",
                "\"train\": 1000 | \"train\": 55000 | data.train | Use 0 for all of them.",
                "\"train\": 1000 | \"validation\": 60000 | data.validation | Hold out 10000.",
                "\"train\": 1000 | \"validation\": -1 | data.validation | with 0 it is the last",
                "\"train\": 1000 | \"ink\": -1 | data.ink | 0 means none.",
                "\"mnist\", | \"ink\", \"ink\": 1, | data.ink | Say with train how many of them.",
                "\"mnist\", | \"fashion-mnist\", \"ink\": 1, | data.ink | Leave it out.",
                "\"train\": 1000 | \"normalise_width\": 30 | data.normalise_width | at most 29",
                "\"format\": 1 | \"format\": 2 | format | Use a newer Inklab.",
                "\"format\": 1, | | format | Add it: \"format\": 1.",
                "\"name\": \"my-net\" | \"name\": \"a/b\" | name | Use letters",
                "MP2-150N-10N\" | MP2-150M-10N\" | net:26 | A number stands before C",
                "150N-10N\" | 150N-12N\" | net[3] | End the net with 10N.",
                "20C4 | 20C40 | net[0] | Use at most 29 × 29",
                "1x29x29-20C4:relu-MP2 | 784 | net.input | Begin the net with 1x28x28",
                "\"rotation\": 15 | \"rotation\": {} | distortion.rotation | It has to be a number.",
                "\"rotation\": 15 | \"rotation\": 15, \"rotation\": 16 | distortion.rotation | Keep one of the two.",
                "\"rotation\": 15 | \"flip\": 1 | distortion.flip | It has to be true or false.",
                "\"seed\": 42 | \"seed\": [42] | training.seed | It has to be a whole number.",
                "\"seed\": 42 | \"l2\": -1 | training.l2 | at least 0",
            })
    void what_is_wrong_is_told_with_its_path_and_a_mend(String from, String to, String where, String how) {
        List<Problem> problems = problems(with(from, to == null ? "" : to));
        assertThat(problems).filteredOn(Problem::isError).hasSize(1);
        assertThat(problems.get(0).where()).isEqualTo(where);
        assertThat(problems.get(0).how()).contains(how);
    }

    @Test
    void several_mistakes_are_told_at_once() {
        assertThat(problems("{}"))
                .filteredOn(Problem::isError)
                .map(Problem::where)
                .containsExactly(
                        "data.dataset",
                        "training.batch",
                        "training.epochs",
                        "training.schedule",
                        "format",
                        "name",
                        "net");
    }

    @Test
    void mirrored_digits_are_only_a_warning() {
        RecipeFile.Parsed parsed = RecipeFile.parse(with("\"rotation\": 15", "\"flip\": true"));
        assertThat(parsed.isSound()).isTrue();
        assertThat(parsed.problems()).map(Problem::where).containsExactly("distortion.flip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "| recipe",
                "[] | recipe",
                "\"x\" | recipe",
                "{ | line 1, column 2",
                "{\"a\": 1,} | line 1, column 9",
                "{\"a\": NaN} | line 1, column 10",
                "{} {} | line 1, column 4",
                "{\"a\": tru | line 1, column 10",
                "nonsense | line 1, column 9"
            })
    void what_is_not_json_is_told_with_its_place(String text, String where) {
        List<Problem> problems = problems(text == null ? "" : text);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).where()).isEqualTo(where);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"a\":[", "\"", "1", "{\"a\":1e99999999,", "{\"net\":\"R("})
    void deep_and_endless_texts_end_in_one_problem(String piece) {
        for (int length : new int[] {10_000, 1_000_000, 3_000_000}) {
            List<Problem> problems = problems("{\"net\": " + piece.repeat(length / piece.length()));
            assertThat(problems).hasSize(1);
            assertThat(problems.get(0).toString()).hasSizeLessThan(300);
        }
    }

    @Test
    void no_damage_whatever_makes_it_throw() {
        Random random = new Random(1);
        String alphabet = "{}[]\",:0123456789.eE+-trufalsn \n\\x";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int k = 1 + random.nextInt(3); k > 0; k--) {
                int at = random.nextInt(text.length());
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, c);
                    case 1 -> text.insert(at, c);
                    default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                }
            }
            RecipeFile.Parsed parsed = RecipeFile.parse(text.toString());
            assertThat(parsed.recipe().isPresent() || Problem.anyError(parsed.problems()))
                    .isTrue();
            parsed.recipe()
                    .ifPresent(recipe -> assertThat(
                                    RecipeFile.parse(RecipeFile.text(recipe)).recipe())
                            .contains(recipe));
        }
    }

    @Test
    void thousands_of_recipes_read_back_as_they_were_and_different_ones_have_different_hashes() {
        Random random = new Random(2);
        Set<Class<?>> kinds = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        Set<Recipe> different = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            Recipe recipe = RandomRecipes.recipe(random);
            kinds.add(recipe.training().optimizer().getClass());
            kinds.add(recipe.training().schedule().getClass());
            String text = RecipeFile.text(recipe);
            RecipeFile.Parsed parsed = RecipeFile.parse(text);
            assertThat(parsed.recipe()).as("%s", text).contains(recipe);
            assertThat(parsed.problems()).as("%s", text).noneMatch(Problem::isError);
            hashes.add(RecipeFile.hash(recipe));
            different.add(new Recipe("", "", recipe.data(), recipe.distortion(), recipe.net(), recipe.training()));
        }
        assertThat(hashes).hasSameSizeAs(different);
        assertThat(kinds)
                .containsAll(List.of(Optimizer.class.getPermittedSubclasses()))
                .containsAll(List.of(Schedule.class.getPermittedSubclasses()));
    }

    @Test
    void the_hash_is_that_of_a_text_that_can_be_written_by_hand() throws Exception {
        String line = "{\"format\":1,\"data\":{\"dataset\":\"mnist\",\"train\":1000,\"pixels\":\"-1..1\"},"
                + "\"distortion\":{\"elastic\":{\"sigma\":8,\"alpha\":36.5},\"rotation\":15},"
                + "\"net\":\"1x29x29-20C4:relu-MP2-150N-10N\",\"training\":{\"batch\":128,\"epochs\":10,"
                + "\"optimizer\":{\"kind\":\"adam\",\"epsilon\":1E-7},"
                + "\"schedule\":{\"kind\":\"exponential\",\"rate\":0.2,\"factor\":0.993},\"seed\":42}}";
        StringBuilder expected = new StringBuilder();
        for (byte b : MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)))
            expected.append("%02x".formatted(b));
        Recipe recipe = RecipeFile.parse(GOOD).recipe().orElseThrow();
        assertThat(RecipeFile.hash(recipe)).isEqualTo(expected.toString());
        Recipe renamed = new Recipe("other", "", recipe.data(), recipe.distortion(), recipe.net(), recipe.training());
        assertThat(RecipeFile.hash(renamed)).isEqualTo(expected.toString());
    }

    @Test
    void a_file_is_written_whole_and_read_back(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.json");
        Recipe recipe = RecipeFile.parse(GOOD).recipe().orElseThrow();
        Files.writeString(file, "old");
        RecipeFile.write(file, recipe);
        assertThat(RecipeFile.read(file).recipe()).contains(recipe);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void files_that_are_no_recipes_say_so(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> RecipeFile.read(folder.resolve("none.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no recipe file")
                .hasMessageContaining("none.json");
        assertThatThrownBy(() -> RecipeFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
        Path noFolder = folder.resolve("x").resolve("a.json");
        Recipe recipe = RecipeFile.parse(GOOD).recipe().orElseThrow();
        assertThatThrownBy(() -> RecipeFile.write(noFolder, recipe))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("check that the folder exists");
        Path binary = folder.resolve("binary");
        Files.write(binary, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThat(RecipeFile.read(binary).problems())
                .map(Problem::what)
                .containsExactly("This file is not text in UTF-8.");
        Path huge = folder.resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(40_000_000_000L);
        }
        assertThat(RecipeFile.read(huge).problems())
                .map(Problem::what)
                .containsExactly("This file has 40000000000 bytes, more than a recipe ever has.");
    }
}
