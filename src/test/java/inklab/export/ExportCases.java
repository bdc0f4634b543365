package inklab.export;

import inklab.engine.Engine;
import inklab.engine.Weights;
import inklab.net.NetSpec;
import java.io.IOException;

/** The nets that exports are tried with, for tests of other rooms. */
public final class ExportCases {
    /** Tries one. */
    @FunctionalInterface
    public interface Trial {
        void of(String name, NetSpec net, Weights weights, float[] images, float[] probabilities) throws IOException;
    }

    private ExportCases() {}

    public static void each(Engine engine, int count, Trial trial) throws IOException {
        for (RandomNets.Case one : RandomNets.cases(engine, count))
            trial.of(
                    one.toString(),
                    one.spec(),
                    one.net().members().get(0).weights(),
                    one.images(),
                    one.probabilities());
    }
}
