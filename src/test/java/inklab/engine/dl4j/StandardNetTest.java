package inklab.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.export.ExportCases;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** Plain DL4J opens what is written for it, and answers as Inklab does. */
class StandardNetTest {
    @Test
    void nets_of_all_kinds_of_layers_answer_the_same(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("net.zip");
        try (Dl4jEngine engine = new Dl4jEngine()) {
            ExportCases.each(engine, 40, (name, net, weights, images, probabilities) -> {
                StandardNet.write(file, net, weights);
                ComputationGraph graph = ComputationGraph.load(file.toFile(), false);
                assertThat(graph.getLayers())
                        .allMatch(layer -> layer.getClass().getName().startsWith("org.deeplearning4j.nn.layers."));
                long n = images.length / net.input().size();
                float[] answers = graph.outputSingle(Nd4j.createFromArray(images)
                                .reshape(
                                        n,
                                        net.input().channels(),
                                        net.input().height(),
                                        net.input().width()))
                        .dup('c')
                        .data()
                        .asFloat();
                assertThat(answers).as(name).hasSameSizeAs(probabilities);
                for (int i = 0; i < answers.length; i++)
                    assertThat(answers[i]).as(name).isCloseTo(probabilities[i], within(1e-5f));
            });
        }
    }
}
