package inklab.data;

import inklab.fuzz.Fuzzed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fuzz target: CIFAR-10's batches and names. A batch's size is what matters and a record has 3,073 bytes, so the first byte says how many
 * times the rest is repeated up to a length near whole records, and the second how far beside.
 */
public final class CifarFuzz {
    private static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private CifarFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read(CifarBatches.NAMES, data, file -> CifarBatches.names(file.getParent(), CLASSES));
        Fuzzed.read("raw.bin", data, file -> CifarBatches.read(List.of(file), CLASSES));
        if (data.length < 3) return;
        byte[] batch = new byte[Math.max(0, (data[0] & 7) * 3073 + (data[1] % 3))];
        for (int i = 0; i < batch.length; i++) batch[i] = data[2 + i % (data.length - 2)];
        Fuzzed.read("batch.bin", batch, file -> {
            ImageSet set = CifarBatches.read(List.of(file, file), CLASSES);
            if (set.size() != 2 * batch.length / 3073) throw new AssertionError("another number of pictures");
        });
        Fuzzed.read("batch.bin", batch, file -> CifarBatches.glance(List.of(file), CLASSES, 3));
    }

    public static List<byte[]> seeds() {
        byte[] zeros = new byte[16];
        zeros[0] = 2;
        return List.of(
                zeros,
                Arrays.copyOf(TestFiles.cifar(1), 3073),
                String.join("\n", CLASSES).getBytes(StandardCharsets.UTF_8));
    }
}
