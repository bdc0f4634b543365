package inklab.net;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.net.LayerSpec.Activate;
import inklab.net.LayerSpec.BatchNorm;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Dropout;
import inklab.net.LayerSpec.GlobalAveragePool;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.PoolKind;
import inklab.net.LayerSpec.Residual;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {
    private static final String CIRESAN = "1x29x29-20C4-MP2-40C5-MP3-150N-10N";

    private static Conv conv(int maps, int kernel, Padding padding, Activation activation) {
        return new Conv(maps, kernel, 1, padding, activation, WeightInit.GLOROT);
    }

    private static NetSpec parse(String text) {
        Notation.Parsed parsed = Notation.parse(text);
        assertThat(parsed.problems()).as("%s", text).isEmpty();
        return parsed.net().orElseThrow();
    }

    @Test
    void the_classic_notation_means_tanh_and_ends_with_an_output() {
        NetSpec net = parse(CIRESAN);
        assertThat(net)
                .isEqualTo(new NetSpec(
                        new Shape(1, 29, 29),
                        List.of(
                                conv(20, 4, Padding.VALID, Activation.TANH),
                                new Pool(PoolKind.MAX, 2, 2),
                                conv(40, 5, Padding.VALID, Activation.TANH),
                                new Pool(PoolKind.MAX, 3, 3),
                                new Dense(150, Activation.TANH, WeightInit.GLOROT),
                                new Output(10, WeightInit.GLOROT))));
        assertThat(Notation.print(net)).isEqualTo(CIRESAN);
    }

    @Test
    void what_the_input_says_holds_for_every_layer_that_says_nothing_else() {
        NetSpec net = parse(
                "3x32x32:relu:he:same-32C3-64C5/2:valid-BN-MP3/2-D0.25-R(64C3-64C3:id)-elu-GAP-9N:tanh:normal0.01-10N");
        WeightInit he = new WeightInit(WeightInit.Kind.HE, 0);
        assertThat(net.layers())
                .containsExactly(
                        new Conv(32, 3, 1, Padding.SAME, Activation.RELU, he),
                        new Conv(64, 5, 2, Padding.VALID, Activation.RELU, he),
                        new BatchNorm(),
                        new Pool(PoolKind.MAX, 3, 2),
                        new Dropout(0.25),
                        new Residual(List.of(
                                new Conv(64, 3, 1, Padding.SAME, Activation.RELU, he),
                                new Conv(64, 3, 1, Padding.SAME, Activation.IDENTITY, he))),
                        new Activate(Activation.ELU),
                        new GlobalAveragePool(),
                        new Dense(9, Activation.TANH, new WeightInit(WeightInit.Kind.NORMAL, 0.01)),
                        new Output(10, he));
    }

    @ParameterizedTest
    @CsvSource({
        "784-10N, 784x1x1-10N",
        "28x28-10N, 1x28x28-10N",
        "1×29×29 – 20c4 — mp2 − 10n, 1x29x29-20C4-MP2-10N",
        "1x28x28-32C3:RELU-10N, 1x28x28:relu-32C3-10N",
        "1x28x28-5N:softmax, 1x28x28-5N",
        "1x28x28-MP2/2-AP03-LP2/1-D.50-10N, 1x28x28-MP2-AP3-LP2/1-D0.5-10N",
        "1x28x28-D1e-5-10N, 1x28x28-D0.00001-10N",
        "1x28x28:uniform5e-2-10N:tanh, 1x28x28:uniform0.05-10N:tanh",
        "1x8x8-R()-10N, 1x8x8-R()-10N",
        "1x8x8-R(10N)-10N:softmax-7N:tanh, 1x8x8-R(10N)-10N:softmax-7N:tanh",
    })
    void other_spellings_are_read_and_printed_in_one_way(String text, String canonical) {
        assertThat(Notation.print(parse(text))).isEqualTo(canonical);
        assertThat(Notation.print(parse(canonical))).isEqualTo(canonical);
    }

    @Test
    void thousands_of_nets_read_back_as_they_were() {
        Random random = new Random(11);
        for (int i = 0; i < 4_000; i++) {
            NetSpec net = net(random);
            String text = Notation.print(net);
            assertThat(parse(text)).as("%s", text).isEqualTo(net);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1x29x29-20K4-10N | 11 | A number stands before C (maps) or N (units): 20C4, 150N.",
                "1x29x29-20C4:rleu-10N | 14 | Did you mean :relu?",
                "1x29x29-tahn-10N | 9 | Did you mean tanh?",
                "1x29x29-20C-10N | 12 | Write 20C5 for 5 × 5 kernels.",
                "1x29x29-C5-10N | 9 | Write 20C5 for 20 maps with 5 × 5 kernels.",
                "1x29x29-2MP-10N | 10 | Write the number behind: MP2.",
                "1x29x29-100-10N | 9 | Write 100N for 100 units",
                "1x29x29-MP-10N | 11 | Write MP2 for windows of 2 × 2.",
                "1x29x29-D-10N | 10 | Write D0.5",
                "1x29x29-20C4MP2-10N | 13 | 20C4-MP2",
                "1x29x29--10N | 9 | Remove a dash",
                "1x29x29-10N- | 13 | Add one, or remove the dash.",
                "1x29x29-R(20C3-10N | 9 | Put a ) behind its last layer.",
                "1x29x29-20C3)-10N | 13 | Remove it",
                "1x29x29-MP2:relu-10N | 12 | MP2-relu",
                "1x29x29-20C3:relu:tanh-10N | 19 | Keep one of the two.",
                "1x29x29-20C3:normal-10N | 20 | Write normal0.05.",
                "1x29x29-99999999999N-10N | 9 | At most 2,147,483,647.",
                "20C4-MP2-10N | 1 | Begin with 1x28x28",
                "relu | 1 | Begin with 1x28x28",
                "'' | 1 | Begin with 1x28x28",
                "1x2x3x4-10N | 1 | Write 1x2x3.",
                "1x29x29-20C4$-10N | 13 | Layers are written",
                "1x29x29-😀-10N | 9 | Layers are written",
            })
    void a_mistake_is_told_with_its_column_and_what_to_do(String text, int column, String how) {
        Notation.Parsed parsed = Notation.parse(text);
        assertThat(parsed.net()).isEmpty();
        assertThat(parsed.problems()).as("%s", text).hasSize(1);
        assertThat(parsed.problems().get(0).column()).isEqualTo(column);
        assertThat(parsed.problems().get(0).how()).contains(how);
    }

    @Test
    void the_mistakes_of_several_layers_are_told_at_once() {
        assertThat(Notation.parse("1x29x29-20K4-MP2-R(40C-BN)-4Q-10N").problems())
                .map(Problem::column)
                .containsExactly(11, 23, 29);
    }

    @Test
    void spans_say_where_each_layer_stands() {
        String text = "1x28x28 - 20C4:relu - R(BN-BN) - 10N ";
        assertThat(Notation.parse(text).spans())
                .map(span -> span.layer() + " " + text.substring(span.start(), span.end()))
                .containsExactly("-1 1x28x28", "0 20C4:relu", "1 R(BN-BN)", "2 10N");
    }

    @Test
    void a_layer_alone_is_printed_for_its_card() {
        assertThat(parse(CIRESAN).layers())
                .map(layer -> Notation.print(layer, Notation.Defaults.CLASSIC))
                .startsWith("20C4", "MP2")
                .endsWith("10N");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"R(", "(", "((R(", "-", ":", "1x", "9", "R()-", "1x1x1-R(1N-", ")", "relu:", "a", " ", "D."})
    void endless_text_ends_in_problems(String piece) {
        for (int length : new int[] {1_000, 99_000, 2_000_000}) {
            String text = "1x8x8-" + piece.repeat(length / piece.length());
            Notation.Parsed parsed = Notation.parse(text);
            assertThat(parsed.problems()).hasSizeBetween(1, 20);
            assertThat(parsed.problems())
                    .allMatch(p -> p.what().length() < 200 && p.how().length() < 200);
        }
    }

    @Test
    void no_text_whatever_makes_it_throw() {
        String alphabet = "0123456789xXCNMPALDRBGO()-/:. réluthansmeif";
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "1x29x29-" : "");
            for (int j = random.nextInt(30); j > 0; j--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            Notation.Parsed parsed = Notation.parse(text.toString());
            assertThat(parsed.net().isPresent()).isEqualTo(parsed.problems().isEmpty());
            parsed.net().ifPresent(net -> assertThat(parse(Notation.print(net))).isEqualTo(net));
        }
    }

    @Test
    void a_mistyped_net_is_a_net_or_a_problem() {
        Random random = new Random(5);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder(Notation.print(net(random)));
            for (int j = 1 + random.nextInt(3); j > 0; j--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) text.deleteCharAt(at);
                else text.insert(at, text.charAt(random.nextInt(text.length())));
                if (text.length() == 0) text.append('-');
            }
            Notation.Parsed parsed = Notation.parse(text.toString());
            assertThat(parsed.net().isPresent()).isEqualTo(parsed.problems().isEmpty());
            assertThat(parsed.problems()).allMatch(p -> p.column() >= 1 && p.column() <= text.length() + 1);
        }
    }

    @Test
    void printing_never_throws_even_what_cannot_be_read_back() {
        LayerSpec deep = new Dropout(Double.NaN);
        for (int i = 0; i < 100_000; i++) deep = new Residual(List.of(deep));
        List<LayerSpec> layers = new ArrayList<>(Collections.nCopies(3, deep));
        layers.add(new Dense(-5, Activation.TANH, new WeightInit(WeightInit.Kind.NORMAL, -1e-300)));
        assertThat(Notation.print(new NetSpec(new Shape(-1, 0, 5), layers)))
                .startsWith("-1x0x5")
                .endsWith("-5N:tanh");
    }

    private static NetSpec net(Random random) {
        Shape input = new Shape(number(random), number(random), number(random));
        return new NetSpec(input, layers(random, 0));
    }

    private static List<LayerSpec> layers(Random random, int depth) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) layers.add(layer(random, depth));
        return layers;
    }

    private static LayerSpec layer(Random random, int depth) {
        Activation activation = pick(random, Activation.values());
        double scale = pick(
                random,
                0.05,
                0.0,
                1e-9,
                3e-200,
                123.456,
                random.nextDouble(),
                random.nextGaussian() * random.nextGaussian());
        WeightInit init = new WeightInit(pick(random, WeightInit.Kind.values()), Math.abs(scale));
        return switch (random.nextInt(depth < 4 ? 9 : 8)) {
            case 0 -> new Dense(number(random), activation, init);
            case 1 ->
                new Conv(
                        number(random),
                        number(random),
                        number(random),
                        pick(random, Padding.values()),
                        activation,
                        init);
            case 2 -> new Pool(pick(random, PoolKind.values()), number(random), number(random));
            case 3 -> new GlobalAveragePool();
            case 4 -> new BatchNorm();
            case 5 -> new Dropout(pick(random, 0.5, 0.25, 0.0, random.nextDouble(), 1e-20, 7e200));
            case 6 -> new Activate(activation);
            case 7 -> new Output(number(random), init);
            default -> new Residual(layers(random, depth + 1));
        };
    }

    private static int number(Random random) {
        return random.nextInt(20) == 0 ? random.nextInt(Integer.MAX_VALUE) : random.nextInt(6);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
