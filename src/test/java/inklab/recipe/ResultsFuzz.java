package inklab.recipe;

import inklab.fuzz.Fuzzed;
import inklab.net.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fuzz target: lists of measured results. */
public final class ResultsFuzz {
    private ResultsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        for (Problem problem :
                ResultsFile.parse(new String(data, StandardCharsets.UTF_8)).problems()) {
            Fuzzed.sentence(problem.what());
            Fuzzed.sentence(problem.how());
        }
        Fuzzed.read("results.json", data, file -> {
            Results results = ResultsFile.read(file);
            if (!ResultsFile.parse(ResultsFile.text(results))
                    .results()
                    .orElseThrow()
                    .equals(results)) throw new AssertionError("reads back as others: " + ResultsFile.text(results));
        });
    }

    public static List<byte[]> seeds() {
        Results own = ResultsFile.own();
        Results few = new Results(own.runs().subList(0, 2), own.committees().subList(0, 1));
        return List.of(
                ResultsFile.text(few).getBytes(StandardCharsets.UTF_8),
                ResultsFile.text(Results.NONE).getBytes(StandardCharsets.UTF_8));
    }
}
