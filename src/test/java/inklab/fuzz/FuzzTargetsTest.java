package inklab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer once found is read again, and seeds with bytes changed by chance: each is read, or refused in a sentence. */
class FuzzTargetsTest {
    private static final int CHANGED = 300;

    static Stream<FuzzTargets> targets() {
        return FuzzTargets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void well_formed_and_once_fatal_inputs_are_taken(FuzzTargets target) throws Exception {
        List<byte[]> inputs = new ArrayList<>(target.seeds().call());
        assertThat(inputs).isNotEmpty();
        inputs.addAll(found(target.name()));
        inputs.add(new byte[0]);
        for (byte[] input : inputs) target.feed().accept(input);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void changed_inputs_are_read_or_refused_in_a_sentence(FuzzTargets target) throws Exception {
        Random random = new Random(5);
        List<byte[]> seeds = target.seeds().call();
        for (int i = 0; i < CHANGED; i++) {
            byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
            for (int k = 1 + random.nextInt(4); k > 0; k--)
                input[random.nextInt(input.length)] = (byte) random.nextInt(256);
            target.feed().accept(input);
        }
    }

    private static List<byte[]> found(String target) throws IOException, URISyntaxException {
        URL folder = FuzzTargetsTest.class.getResource("/fuzz/" + target);
        List<byte[]> inputs = new ArrayList<>();
        if (folder == null) return inputs;
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            for (Path file : files.sorted().toList()) inputs.add(Files.readAllBytes(file));
        }
        return inputs;
    }
}
