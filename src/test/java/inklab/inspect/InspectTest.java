package inklab.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.net.Inference;
import inklab.net.NetSpec;
import inklab.net.Notation;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InspectTest {
    private static final NetSpec NET =
            Notation.parse("1x12x12-4C3-MP2-5C3-6N-10N").net().orElseThrow();
    private static Engine engine;
    private static Network network;
    private static float[] image;

    @BeforeAll
    static void open() {
        engine = new Dl4jEngine();
        network = engine.network(NET, NetworkSettings.forPredicting());
        Random random = new Random(1);
        image = new float[144];
        for (int i = 0; i < 60; i++) image[i] = random.nextFloat();
    }

    @AfterAll
    static void close() {
        network.close();
        engine.close();
    }

    @Test
    void the_arithmetic_of_a_unit_gives_the_number_that_the_network_has_there() {
        Inference net = Inference.of(NET);
        FeatureMaps maps = FeatureMaps.of(network, image, 0);
        UnitArithmetic first =
                UnitArithmetic.of(net, network.weights(), 0, image, 2, 4, 7).orElseThrow();
        assertThat(Math.tanh(first.sum())).isCloseTo(maps.activation(0)[(2 * 10 + 4) * 10 + 7], within(1e-5));
        UnitArithmetic second = UnitArithmetic.of(net, network.weights(), 2, maps.activation(1), 3, 1, 2)
                .orElseThrow();
        assertThat(Math.tanh(second.sum())).isCloseTo(maps.activation(2)[(3 * 3 + 1) * 3 + 2], within(1e-5));
        UnitArithmetic dense = UnitArithmetic.of(net, network.weights(), 3, maps.activation(2), 5, 0, 0)
                .orElseThrow();
        assertThat(Math.tanh(dense.sum())).isCloseTo(maps.activation(3)[5], within(1e-5));
        assertThat(UnitArithmetic.of(net, network.weights(), 1, maps.activation(0), 0, 0, 0))
                .isEmpty();
    }

    @Test
    void blank_paper_leaves_every_feature_map_bare() {
        FeatureMaps maps = FeatureMaps.of(network, new float[144], 0);
        for (int i = 0; i < maps.layers(); i++)
            assertThat(maps.layer(i).bound()).isZero();
    }

    @Test
    void a_map_far_from_all_ink_is_bare_there() {
        SignedMaps first = FeatureMaps.of(network, image, 0).layer(0);
        assertThat(first.size()).isEqualTo(4);
        for (float[] map : first.maps())
            for (int j = 60; j < 100; j++) assertThat(map[j]).isZero();
        assertThat(first.bound()).isPositive();
    }

    @Test
    void filters_of_a_convolution_are_its_kernels_and_of_a_dense_layer_its_weights_over_a_map() {
        Inference net = Inference.of(NET);
        SignedMaps kernels = Filters.of(net, network.weights(), 2, 3).orElseThrow();
        assertThat(List.of(kernels.size(), kernels.height(), kernels.width())).isEqualTo(List.of(5, 3, 3));
        assertThat(kernels.maps().get(4)[8])
                .isEqualTo(network.weights().get("2.weight").values()[(4 * 4 + 3) * 9 + 8]);
        assertThat(Filters.of(net, network.weights(), 3, 0).orElseThrow().size())
                .isEqualTo(6);
        assertThat(Filters.of(net, network.weights(), 1, 0)).isEmpty();
        assertThat(Filters.of(net, network.weights(), 4, 0)).isEmpty();
    }

    @Test
    void saliency_has_the_pictures_size() {
        SignedMaps map = Saliency.of(network, image, 3);
        assertThat(map.maps().get(0)).hasSize(144);
        assertThat(map.bound()).isPositive();
    }
}
