package inklab.sweep;

import inklab.fuzz.Fuzzed;
import inklab.net.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Fuzz target: sweep files, the members they mean, and a sweep's ledger. */
public final class SweepFuzz {
    /** More members than this take too long to be made for every input. */
    private static final int FEW = 30;

    private SweepFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.read("sweep.json", data, file -> {
            SweepFile.Parsed parsed = SweepFile.read(file);
            parsed.problems().forEach(SweepFuzz::sentences);
            if (parsed.sweep().isEmpty()) {
                if (!Problem.anyError(parsed.problems())) throw new AssertionError("neither a sweep nor a problem");
                return;
            }
            Sweep sweep = parsed.sweep().get();
            SweepFile.Parsed again = SweepFile.parse(SweepFile.text(sweep), new NamedRecipes());
            if (again.sweep().isEmpty()
                    || !SweepFile.isSame(sweep, again.sweep().get()))
                throw new AssertionError("reads back as another sweep: " + SweepFile.text(sweep));
            Sweep few = sweep.withLimit(new Sweep.Limit(FEW, 0));
            if (members(sweep) <= FEW)
                for (Sweep.Member member : few.members()) {
                    Fuzzed.sentence(member.words());
                    member.problem().ifPresent(SweepFuzz::sentences);
                }
        });
        Fuzzed.read("ledger.jsonl", data, file -> {
            for (Trial trial : Ledger.trials(file, List.of())) if (trial.problem() != null) sentences(trial.problem());
            Ledger.last(file, "began").path("how").asText();
        });
    }

    /** How many must be made before the first few can be taken. */
    private static long members(Sweep sweep) {
        if (sweep.strategy() instanceof Strategy.Random random) return random.runs();
        if (sweep.strategy() instanceof Strategy.Halving halving && halving.runs() > 0) return halving.runs();
        return sweep.gridSize();
    }

    private static void sentences(Problem problem) {
        Fuzzed.sentence(problem.what());
        if (problem.how() != null && !problem.how().isEmpty()) Fuzzed.sentence(problem.how());
    }

    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (Sweep sweep : new SweepPresets().all())
            seeds.add(SweepFile.text(sweep).getBytes(StandardCharsets.UTF_8));
        for (String text : List.of(
                "{\"format\":1,\"name\":\"a\",\"recipe\":\"quick-ink\",\"axes\":[{\"field\":\"training.seed\",\"values\":[1,2]}]}",
                "{\"format\":1,\"name\":\"b\",\"recipe\":\"quick-ink\",\"with\":{\"training.epochs\":2},\"axes\":"
                        + "[{\"field\":\"training.schedule.rate\",\"from\":0.01,\"to\":1,\"scale\":\"log\",\"steps\":3},"
                        + "{\"field\":\"recipe\",\"values\":[\"quick-ink\",\"nielsen-relu\"]}],"
                        + "\"strategy\":{\"kind\":\"random\",\"runs\":4},\"limit\":{\"runs\":3,\"hours\":0.5}}",
                "{\"at\":\"2026-11-20T10:00:00Z\",\"s\":1.5,\"event\":\"began\",\"members\":2,\"how\":\"one after another\"}\n"
                        + "{\"at\":\"2026-11-20T10:00:01Z\",\"s\":2,\"event\":\"ended\",\"member\":\"a-001\",\"epochs\":1,"
                        + "\"validation_error\":0.1,\"problem\":{\"where\":\"x\",\"what\":\"y\",\"how\":\"z\"}}\n"))
            seeds.add(text.getBytes(StandardCharsets.UTF_8));
        return seeds;
    }
}
