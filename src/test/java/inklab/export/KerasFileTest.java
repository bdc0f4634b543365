package inklab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.net.Notation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model file as Keras 2 saves it, made by {@code python/make_h5.py} with the HDF5 library; what it answers was computed in NumPy, channels
 * last.
 */
class KerasFileTest {
    @Test
    void a_model_with_maps_flattened_channels_last_answers_the_same() throws Exception {
        Imported imported = Imported.keras(resource("/keras/small.h5"));
        assertThat(Notation.print(imported.net()))
                .isEqualTo(Notation.print(
                        Notation.parse("2x9x7-4C3:relu-MP2/1-BN-3C2/2:same:tanh-6N:sigmoid-D0.25-3N:softmax")
                                .net()
                                .orElseThrow()));
        List<String> lines = Files.readAllLines(resource("/keras/small.txt"));
        float[] images = numbers(lines.get(0));
        float[] wanted = numbers(lines.get(1));
        try (Dl4jEngine engine = new Dl4jEngine();
                Network network = engine.network(imported.net(), NetworkSettings.forPredicting())) {
            network.load(imported.weights());
            float[] answers = network.predict(images, 4);
            for (int i = 0; i < wanted.length; i++) assertThat(answers[i]).isCloseTo(wanted[i], within(1e-5f));
        }
    }

    @Test
    void what_cannot_be_taken_over_is_said(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("no.h5"), "no HDF5");
        assertThatThrownBy(() -> Imported.keras(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.h5 is not a whole Keras model file");
        assertThatThrownBy(() -> Imported.keras(folder.resolve("none.h5"))).hasMessageContaining("does not exist");
    }

    private static float[] numbers(String line) {
        double[] doubles =
                Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        float[] numbers = new float[doubles.length];
        for (int i = 0; i < numbers.length; i++) numbers[i] = (float) doubles[i];
        return numbers;
    }

    private static Path resource(String name) throws Exception {
        return Path.of(KerasFileTest.class.getResource(name).toURI());
    }
}
