package inklab.ui.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.distort.Distortion;
import inklab.engine.Weights;
import inklab.engine.tiny.TinyEngine;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.pad.StrokesReader;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.recipe.TrainingSettings;
import inklab.ui.Selection;
import inklab.ui.draw.DrawViewModel.Stand;
import inklab.ui.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawViewModelTest {
    private static final Recipe RECIPE = new Recipe(
            "plain",
            "",
            new DataSettings("ink", 100, 20, 0, DataSettings.Pixels.UNIT),
            Distortion.NONE,
            Notation.parse("1x28x28-10N").net().orElseThrow(),
            new TrainingSettings(10, 1, 0, 0, new Optimizer.Sgd(), new Schedule.Constant(0.1), 0, 0, 1));

    @TempDir
    private Path folder;

    private final List<String> trouble = new ArrayList<>();
    private final List<Candidate> shelf = new ArrayList<>();
    private final Map<Candidate, Weights> weights = new LinkedHashMap<>();
    private final Selection selection = new Selection(RECIPE);

    /** A net without layers between: its answer is the softmax of its biases and of the ink under its weights. */
    private Candidate net(String name, float[] weight, float[] bias) {
        Candidate net = new Candidate(name, Optional.of(folder.resolve(name)), 1, 0.1, RECIPE);
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        tensors.put("0.weight", new Weights.Tensor(List.of(10, 784), weight));
        tensors.put("0.bias", new Weights.Tensor(List.of(10), bias));
        weights.put(net, new Weights(tensors));
        shelf.add(net);
        return net;
    }

    /** One that says this digit whatever is drawn, with odds of e^strength to 1 against every other. */
    private Candidate says(int digit, double strength) {
        float[] bias = new float[10];
        bias[digit] = (float) strength;
        return net("says" + digit + "-" + shelf.size(), new float[7840], bias);
    }

    /** One that says 1 of ink in the field's upper left corner, and 0 of none. */
    private Candidate corner() {
        float[] weight = new float[7840];
        for (int y = 0; y < 4; y++) for (int x = 0; x < 4; x++) weight[784 + y * 28 + x] = 5;
        float[] bias = new float[10];
        bias[0] = 3;
        return net("corner", weight, bias);
    }

    private DrawViewModel model() {
        NetShelf nets = new NetShelf() {
            @Override
            public List<Candidate> list() {
                return List.copyOf(shelf);
            }

            @Override
            public Weights weights(Candidate net) throws IOException {
                if (!weights.containsKey(net)) throw new IOException(net.name() + " is damaged: train it again.");
                return weights.get(net);
            }
        };
        Jobs jobs = new Jobs(Runnable::run, Runnable::run, DrawViewModelTest::lost);
        DrawViewModel model = new DrawViewModel(
                nets,
                TinyEngine::new,
                selection,
                jobs,
                Runnable::run,
                Runnable::run,
                folder.resolve("kept/mine.strokes.jsonl"),
                trouble::add,
                DrawViewModelTest::lost);
        model.begin();
        return model;
    }

    private static void lost(Throwable fault) {
        throw new AssertionError(fault);
    }

    private static Verdict verdict(DrawViewModel model) {
        return model.verdictProperty().get();
    }

    @Test
    void without_a_net_the_steps_are_shown_and_nobody_answers() {
        DrawViewModel model = model();
        assertThat(model.standProperty().get()).isEqualTo(Stand.NONE);
        model.drawn(SomeDrawings.digit(4));
        assertThat(verdict(model).sheets()).isPresent();
        assertThat(verdict(model).tally().isEmpty()).isTrue();
        assertThat(model.keepableProperty().get()).isFalse();
        model.call(4);
        assertThat(model.keepableProperty().get()).isTrue();
    }

    @Test
    void the_answer_is_the_average_and_a_dissenter_is_known() {
        Candidate first = says(4, 4);
        Candidate second = says(4, 2);
        Candidate third = says(9, 1);
        DrawViewModel model = model();
        for (Candidate net : List.of(first, second, third)) model.tick(net, true);
        model.drawn(SomeDrawings.digit(4));
        Tally tally = verdict(model).tally();
        assertThat(tally.digit()).isEqualTo(4);
        assertThat(tally.agreeing()).isEqualTo(2);
        assertThat(tally.second()).isEqualTo(9);
        double e = Math.E;
        double mean = (Math.exp(4) / (Math.exp(4) + 9) + Math.exp(2) / (Math.exp(2) + 9) + 1 / (e + 9)) / 3;
        assertThat(tally.sure()).isCloseTo(mean, within(1e-5));
        assertThat(tally.votes().get(2).digit()).isEqualTo(9);
        model.tick(third, false);
        assertThat(verdict(model).tally().votes()).hasSize(2);
    }

    @Test
    void blank_paper_has_no_answer_and_no_label() {
        says(7, 3);
        DrawViewModel model = model();
        model.drawn(SomeDrawings.digit(7));
        assertThat(model.labelProperty().get()).isEqualTo(7);
        model.drawn(List.of());
        assertThat(verdict(model).isBlank()).isTrue();
        assertThat(model.labelProperty().get()).isEqualTo(-1);
        assertThat(model.keepableProperty().get()).isFalse();
    }

    @Test
    void centring_changes_what_the_net_is_given_and_the_other_answer_is_there_all_the_time() {
        corner();
        DrawViewModel model = model();
        model.drawn(SomeDrawings.digit(0, 2, 2, 60, 0));
        assertThat(verdict(model).tally().digit()).isZero();
        assertThat(verdict(model).other().digit()).isEqualTo(1);
        model.centringProperty().set(false);
        assertThat(verdict(model).tally().digit()).isEqualTo(1);
        assertThat(verdict(model).other().digit()).isZero();
        assertThat(verdict(model).centring()).isFalse();
    }

    @Test
    void the_centred_ink_has_its_mass_in_the_middle() {
        DrawViewModel model = model();
        model.drawn(SomeDrawings.digit(7, 150, 120, 90, 0));
        Sheets sheets = verdict(model).sheets().orElseThrow();
        // The middle is pixel 14, whose own middle is 14.5; whole pixels leave half a one.
        assertThat(sheets.centreX()).isCloseTo(14.5, within(0.51));
        assertThat(sheets.centreY()).isCloseTo(14.5, within(0.51));
        assertThat(sheets.height()).isCloseTo(100, within(25));
    }

    @Test
    void the_run_that_is_looked_at_is_asked_until_somebody_ticks() {
        Candidate first = says(1, 3);
        Candidate second = says(2, 3);
        DrawViewModel model = model();
        assertThat(model.chosenProperty().get()).containsExactly(first);
        selection.runProperty().set(second.run().orElseThrow());
        assertThat(model.chosenProperty().get()).containsExactly(second);
        model.tick(first, true);
        selection.runProperty().set(null);
        assertThat(model.chosenProperty().get()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void a_damaged_net_is_said_in_one_sentence_and_another_can_be_asked() {
        Candidate good = says(5, 3);
        Candidate bad = new Candidate("bad", Optional.empty(), 1, 0.1, RECIPE);
        shelf.add(0, bad);
        DrawViewModel model = model();
        assertThat(model.standProperty().get()).isEqualTo(Stand.TROUBLE);
        assertThat(model.troubleProperty().get()).isEqualTo("bad is damaged: train it again.");
        model.tick(bad, false);
        assertThat(model.standProperty().get()).isEqualTo(Stand.IDLE);
        model.tick(good, true);
        assertThat(model.standProperty().get()).isEqualTo(Stand.READY);
    }

    @Test
    void kept_drawings_are_scored_and_lie_in_a_file_that_can_be_read_again() throws IOException {
        says(7, 3);
        DrawViewModel model = model();
        model.drawn(SomeDrawings.digit(7));
        model.keep();
        model.drawn(SomeDrawings.digit(1));
        model.call(1);
        model.keep();
        assertThat(model.kept().scored()).isEqualTo(2);
        assertThat(model.kept().right()).isEqualTo(1);
        assertThat(model.kept().all().get(1).isWrong()).isTrue();
        try (StrokesReader file = new StrokesReader(model.kept().file())) {
            assertThat(file.next().orElseThrow().label()).contains("7");
            assertThat(file.next().orElseThrow().label()).contains("1");
            assertThat(file.next()).isEmpty();
        }
        DrawViewModel later = model();
        assertThat(later.kept().right()).isEqualTo(1);
        assertThat(later.kept().scored()).isEqualTo(2);
    }

    @Test
    void what_is_taken_out_of_the_set_comes_back_to_its_place() {
        DrawViewModel model = model();
        for (int digit = 0; digit < 3; digit++) {
            model.drawn(SomeDrawings.digit(digit));
            model.call(digit);
            model.keep();
        }
        Kept gone = model.kept().remove(1);
        assertThat(model().kept().all()).extracting(Kept::label).containsExactly(0, 2);
        model.kept().put(1, gone);
        assertThat(model().kept().all()).extracting(Kept::label).containsExactly(0, 1, 2);
    }

    @Test
    void a_set_that_cannot_be_read_is_said_and_stays_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("torn.strokes.jsonl"), "{\"strokes\":[[[1,");
        DrawViewModel model = model();
        model.kept().open(file);
        assertThat(trouble).hasSize(1);
        assertThat(trouble.get(0)).startsWith(file + ", line 1:");
        assertThat(model.kept().file()).isNotEqualTo(file);
    }

    @Test
    void the_votes_can_be_taken_as_a_table() {
        says(3, 2);
        DrawViewModel model = model();
        model.drawn(SomeDrawings.digit(3));
        List<String> lines = VotesPanel.csv(verdict(model).tally()).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("\"says3-0\",3,");
        assertThat(lines.get(1).split(",")).hasSize(12);
    }
}
