package inklab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class InferenceTest {
    private static final Output TEN = new Output(10, WeightInit.GLOROT);

    private static Conv conv(int maps, int kernel) {
        return conv(maps, kernel, 1, Padding.VALID);
    }

    private static Conv conv(int maps, int kernel, int stride, Padding padding) {
        return new Conv(maps, kernel, stride, padding, Activation.TANH, WeightInit.GLOROT);
    }

    private static Pool max(int size) {
        return new Pool(PoolKind.MAX, size, size);
    }

    private static Dense dense(int units) {
        return new Dense(units, Activation.TANH, WeightInit.GLOROT);
    }

    private static NetSpec net(Shape input, LayerSpec... layers) {
        return new NetSpec(input, List.of(layers));
    }

    private static NetSpec ciresan() {
        return net(new Shape(1, 29, 29), conv(20, 4), max(2), conv(40, 5), max(3), dense(150), TEN);
    }

    @Test
    void the_shapes_of_the_ciresan_net_are_those_of_its_paper() {
        Inference inference = Inference.of(ciresan());
        assertThat(inference.problems()).isEmpty();
        assertThat(inference.shapes())
                .map(Shape::toString)
                .containsExactly("20x26x26", "20x13x13", "40x9x9", "40x3x3", "150x1x1", "10x1x1");
    }

    @Test
    void same_padding_keeps_the_side_at_stride_1_and_halves_it_rounded_up_at_stride_2() {
        for (int n = 1; n <= 33; n++)
            for (int k = 1; k <= 7; k++) {
                Shape in = new Shape(3, n, n);
                assertThat(Inference.of(net(in, conv(8, k, 1, Padding.SAME), TEN))
                                .output(0))
                        .contains(new Shape(8, n, n));
                if (k >= 2)
                    assertThat(Inference.of(net(in, conv(8, k, 2, Padding.SAME), TEN))
                                    .output(0))
                            .contains(new Shape(8, (int) Math.ceil(n / 2.0), (int) Math.ceil(n / 2.0)));
            }
    }

    @Test
    void windows_without_padding_are_counted_as_if_laid_down_one_by_one() {
        for (int n = 1; n <= 20; n++)
            for (int k = 1; k <= n; k++)
                for (int s = 1; s <= 4; s++) {
                    int laid = 0;
                    for (int at = 0; at + k <= n; at += s) laid++;
                    Shape in = new Shape(2, n, n);
                    assertThat(Inference.of(net(in, conv(5, k, s, Padding.VALID), TEN))
                                    .output(0))
                            .contains(new Shape(5, laid, laid));
                    assertThat(Inference.of(net(in, new Pool(PoolKind.L2, k, s), TEN))
                                    .output(0))
                            .contains(new Shape(2, laid, laid));
                }
    }

    @Test
    void a_pool_that_leaves_out_the_last_row_is_a_warning_and_a_button() {
        NetSpec net = net(new Shape(40, 3, 3), max(2), TEN);
        Inference inference = Inference.of(net);
        assertThat(inference.isSound()).isTrue();
        Problem problem = inference.problems().get(0);
        assertThat(problem)
                .isEqualTo(Problem.warning(
                        "net[0]",
                        "3 does not divide by 2: the last row and column of every map would be left out.",
                        "Use 3 × 3."));
        Fix fix = inference.fix(problem).orElseThrow();
        assertThat(fix.label()).isEqualTo("Use 3 × 3");
        assertThat(fix.net()).isEqualTo(net(new Shape(40, 3, 3), max(3), TEN));
    }

    @Test
    void where_nothing_divides_the_pool_grows_and_overlaps() {
        Inference inference = Inference.of(net(new Shape(4, 13, 13), max(2), TEN));
        Fix fix = inference.fix(inference.problems().get(0)).orElseThrow();
        assertThat(fix.label()).isEqualTo("Use 3 × 3 every 2");
        assertThat(Inference.of(fix.net()).problems()).isEmpty();
    }

    @Test
    void a_kernel_larger_than_the_map_says_what_fits() {
        Inference inference = Inference.of(net(new Shape(1, 8, 6), conv(4, 7), dense(5), TEN));
        assertThat(inference.isSound()).isFalse();
        assertThat(inference.output(0)).isEmpty();
        assertThat(inference.output(1)).contains(Shape.vector(5));
        assertThat(inference.problems()).hasSize(1);
        assertThat(inference.fix(inference.problems().get(0)).orElseThrow().label())
                .isEqualTo("Use 6 × 6");
        assertThatThrownBy(inference::shapes).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_body_that_changes_the_shape_is_told_on_its_block_and_can_be_mended() {
        Residual block = new Residual(List.of(conv(8, 3, 2, Padding.VALID), new BatchNorm(), conv(4, 3)));
        NetSpec net = net(new Shape(16, 9, 9), block, new Activate(Activation.RELU), TEN);
        Inference inference = Inference.of(net);
        Problem problem = inference.problems().get(0);
        assertThat(problem.where()).isEqualTo("net[0]");
        assertThat(problem.what()).contains("16x9x9").contains("4x2x2");
        NetSpec mended = inference.fix(problem).orElseThrow().net();
        assertThat(Inference.of(mended).problems()).isEmpty();
        assertThat(mended.layers().get(0))
                .isEqualTo(new Residual(
                        List.of(conv(8, 3, 1, Padding.SAME), new BatchNorm(), conv(16, 3, 1, Padding.SAME))));
    }

    @Test
    void a_problem_within_a_block_names_the_layer_in_its_body() {
        Residual inner = new Residual(List.of(new Dropout(0.1), new Dropout(50)));
        Inference inference = Inference.of(net(Shape.vector(9), dense(9), new Residual(List.of(inner)), TEN));
        Problem problem = inference.problems().get(0);
        assertThat(problem.where()).isEqualTo("net[1].body[0].body[1]");
        assertThat(problem.layer()).isEqualTo(1);
        assertThat(inference.problems(1)).containsExactly(problem);
        Fix fix = inference.fix(problem).orElseThrow();
        assertThat(fix.label()).isEqualTo("Use 0.5");
        Residual mended = new Residual(List.of(new Dropout(0.1), new Dropout(0.5)));
        assertThat(fix.net()).isEqualTo(net(Shape.vector(9), dense(9), new Residual(List.of(mended)), TEN));
    }

    @Test
    void a_net_without_an_output_is_given_one() {
        Shape in = new Shape(1, 28, 28);
        Inference dense = Inference.of(net(in, dense(100), dense(10)));
        assertThat(dense.fix(dense.problems().get(0)).orElseThrow())
                .isEqualTo(new Fix("Make 10N the output", net(in, dense(100), TEN)));
        Inference empty = Inference.of(net(in));
        assertThat(empty.fix(empty.problems().get(0)).orElseThrow()).isEqualTo(new Fix("Add 10N", net(in, TEN)));
    }

    @Test
    void an_output_that_is_not_last_moves_to_the_end_or_goes() {
        Shape in = new Shape(1, 28, 28);
        Inference moved = Inference.of(net(in, TEN, dense(100)));
        assertThat(moved.problems()).hasSize(1);
        assertThat(moved.fix(moved.problems().get(0)).orElseThrow().net()).isEqualTo(net(in, dense(100), TEN));
        Inference two = Inference.of(net(in, TEN, dense(100), TEN));
        assertThat(two.problems()).hasSize(1);
        assertThat(two.fix(two.problems().get(0)).orElseThrow().net()).isEqualTo(net(in, dense(100), TEN));
    }

    @Test
    void sizes_beyond_any_memory_are_problems() {
        Shape in = new Shape(1, 28, 28);
        assertThat(Inference.of(net(in, dense(Integer.MAX_VALUE), TEN)).isSound())
                .isFalse();
        assertThat(Inference.of(net(in, conv(Integer.MAX_VALUE, 3), TEN)).isSound())
                .isFalse();
        assertThat(Inference.of(net(in, dense(50_000), dense(50_000), TEN))
                        .problems()
                        .get(0)
                        .what())
                .isEqualTo("This layer would need 2,500,050,000 weights; at most 2,147,483,647 can be held.");
        assertThat(Inference.of(net(new Shape(70_000, 70_000, 70_000), TEN)).isSound())
                .isFalse();
        assertThat(Inference.of(net(in, dense(40_000), dense(40_000), dense(40_000), TEN))
                        .problems())
                .map(Problem::where)
                .containsExactly("net");
    }

    @Test
    void very_deep_and_very_long_nets_are_problems() {
        LayerSpec deep = new BatchNorm();
        for (int i = 0; i < 100_000; i++) deep = new Residual(List.of(deep));
        assertThat(Inference.of(net(new Shape(1, 8, 8), deep, TEN))
                        .problems()
                        .get(0)
                        .what())
                .isEqualTo("Residual blocks lie more than 16 deep in each other.");
        List<LayerSpec> many = new ArrayList<>(Collections.nCopies(200_000, dense(3)));
        many.add(TEN);
        Inference inference = Inference.of(new NetSpec(new Shape(1, 8, 8), many));
        assertThat(inference.layers()).hasSize(200_001);
        assertThat(inference.problems()).hasSize(1);
        assertThat(inference.isSound()).isFalse();
    }

    @Test
    void no_numbers_whatever_make_it_throw_and_a_sound_net_has_every_shape() {
        Random random = new Random(7);
        int sound = 0;
        for (int i = 0; i < 8_000; i++) {
            NetSpec net = wild(random);
            Inference inference = Inference.of(net);
            Cost cost = Cost.of(inference);
            assertThat(cost.total().parameters()).isNotNegative();
            assertThat(cost.trainingBytes(wildInt(random), new Optimizer.Adam(0.9, 0.999, 1e-8)))
                    .isNotNegative();
            for (Problem problem : inference.problems())
                inference.fix(problem).ifPresent(fix -> {
                    // Where a layer goes, its neighbour takes its index, and may have the same problem.
                    if (count(fix.net().layers()) >= count(net.layers()))
                        assertThat(Inference.of(fix.net()).problems())
                                .as("%s mended by %s", problem, fix)
                                .doesNotContain(problem);
                });
            if (inference.isSound()) {
                sound++;
                assertThat(inference.shapes()).allMatch(s -> s.size() > 0);
            }
        }
        assertThat(sound).isGreaterThan(80);
    }

    private static int count(List<LayerSpec> layers) {
        int count = 0;
        for (LayerSpec layer : layers) count += 1 + (layer instanceof Residual block ? count(block.body()) : 0);
        return count;
    }

    private static NetSpec wild(Random random) {
        boolean usual = random.nextInt(3) > 0;
        Shape input = usual
                ? new Shape(1 + random.nextInt(3), 5 + random.nextInt(30), 5 + random.nextInt(30))
                : new Shape(wildInt(random), wildInt(random), wildInt(random));
        List<LayerSpec> layers = new ArrayList<>();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) layers.add(wildLayer(random, 0));
        if (random.nextInt(8) > 0) layers.add(TEN);
        return new NetSpec(input, layers);
    }

    private static LayerSpec wildLayer(Random random, int depth) {
        WeightInit init = new WeightInit(pick(random, WeightInit.Kind.values()), wildDouble(random));
        return switch (random.nextInt(9)) {
            case 0 -> new Dense(wildInt(random), Activation.RELU, init);
            case 1, 2 ->
                new Conv(
                        wildInt(random),
                        wildInt(random),
                        random.nextBoolean() ? 1 : wildInt(random),
                        pick(random, Padding.values()),
                        Activation.TANH,
                        init);
            case 3 -> new Pool(pick(random, PoolKind.values()), wildInt(random), wildInt(random));
            case 4 -> new GlobalAveragePool();
            case 5 -> new BatchNorm();
            case 6 -> new Dropout(wildDouble(random));
            case 7 -> {
                List<LayerSpec> body = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0 && depth < 3; i--) body.add(wildLayer(random, depth + 1));
                yield new Residual(body);
            }
            default -> random.nextInt(3) == 0 ? new Output(wildInt(random), init) : new Activate(Activation.ELU);
        };
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static int wildInt(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> -random.nextInt(100);
            case 2 -> Integer.MAX_VALUE;
            case 3 -> Integer.MIN_VALUE;
            case 4 -> random.nextInt();
            default -> 1 + random.nextInt(6);
        };
    }

    private static double wildDouble(Random random) {
        double[] values = {
            0, -0.0, 0.25, 0.5, 1, -1, 50, 1e-300, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE
        };
        return values[random.nextInt(values.length)];
    }
}
