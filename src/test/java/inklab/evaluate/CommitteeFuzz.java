package inklab.evaluate;

import inklab.fuzz.Fuzzed;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fuzz target: committees' files. */
public final class CommitteeFuzz {
    private CommitteeFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read("some.committee.json", data, file -> {
            CommitteeFile committee = CommitteeFile.read(file);
            committee.write(file);
            if (!CommitteeFile.read(file).equals(committee)) throw new AssertionError("reads back as another");
        });
    }

    public static List<byte[]> seeds() {
        return List.of(
                ("{\"format\":1,\"dataset\":\"mnist\",\"members\":[\"a\",\"/b/c\"],\"images\":10000,\"errors\":40,"
                                + "\"votes_errors\":42}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
