package inklab.net;

import inklab.fuzz.Fuzzed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Fuzz target: nets in notation. */
public final class NotationFuzz {
    private NotationFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Notation.Parsed parsed = Notation.parse(new String(data, StandardCharsets.UTF_8));
        for (Problem problem : parsed.problems()) Fuzzed.sentence(problem.what());
        if (parsed.net().isEmpty()) return;
        NetSpec net = parsed.net().get();
        String printed = Notation.print(net);
        if (!Notation.parse(printed).net().equals(parsed.net()))
            throw new AssertionError("reads back as another net: " + printed);
        Inference inference = Inference.of(net);
        for (Problem problem : inference.problems()) Fuzzed.sentence(problem.what());
        Cost cost = Cost.of(inference);
        if (cost.total().parameters() < 0 || cost.total().activationBytes() < 0)
            throw new AssertionError("a negative cost: " + printed);
    }

    public static List<byte[]> seeds() {
        return Stream.of(
                        "1x29x29-20C4-MP2-40C5-MP3-150N-10N",
                        "3x32x32:relu:same-32C3-BN-MP2-R(32C3-32C3:id)-relu-GAP-10N",
                        "784-512N:relu:he-D0.5-512N:stanh:normal0.1-10N:softmax:uniform0.05",
                        "28x28-8C3/2:gelu-AP2/1-LP3-4C1:swish:lecun-elu-lrelu-sigmoid-10N")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
