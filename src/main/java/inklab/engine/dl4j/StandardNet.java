package inklab.engine.dl4j;

import inklab.engine.WeightLayout;
import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.net.NetSpec;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A trained net as a DL4J graph of DL4J's own layers alone, so that a DeepLearning4J without Inklab opens it. Slower than ours, and the
 * same numbers.
 */
public final class StandardNet {
    private StandardNet() {}

    /**
     * Writes DL4J's zip, without an optimiser's memory: {@code ComputationGraph.load(file, false)} opens it.
     *
     * @throws IOException when the net cannot be said in DL4J's layers, or the file cannot be written
     */
    public static void write(Path file, NetSpec net, Weights weights) throws IOException {
        Natives.load();
        Natives.prepareThread();
        StandardGraph built;
        try {
            Inference inference = Inference.of(net);
            built = StandardGraph.plain(inference);
            new GraphTensors(built, WeightLayout.of(inference), built.graph().params()).write(weights, "");
        } catch (RuntimeException e) {
            throw new IOException("DeepLearning4J has no layers for this net (" + e.getMessage() + ").", e);
        }
        ModelSerializer.writeModel(built.graph(), file.toFile(), false);
    }
}
