package inklab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.evaluate.Model;
import inklab.evaluate.ModelReader;
import inklab.evaluate.Models;
import inklab.net.Shape;
import inklab.recipe.Preparation;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported models run in ONNX Runtime and answer as Inklab does. */
class OnnxFileTest {
    private static final float CLOSE = 1e-5f;

    @Test
    void nets_of_all_kinds_of_layers_answer_the_same() throws OrtException {
        try (Dl4jEngine engine = new Dl4jEngine();
                OrtEnvironment runtime = OrtEnvironment.getEnvironment()) {
            for (RandomNets.Case one : RandomNets.cases(engine, 60)) {
                Shape in = one.spec().input();
                long[] shape = {RandomNets.IMAGES, in.channels(), in.height(), in.width()};
                float[][] answers =
                        run(runtime, OnnxFile.bytes(one.net()), Map.of("image", one.images()), Map.of("image", shape));
                compare(one.toString(), answers, one.probabilities());
            }
        }
    }

    @Test
    void a_committee_is_one_model_that_averages_and_members_prepared_alike_share_an_input(@TempDir Path runs)
            throws IOException, OrtException {
        Model model = new Models(runs).find("digits");
        Exported net = new Exported(
                model.name(),
                model.members().stream()
                        .map(one -> new Exported.Member(one.name(), one.recipe(), one.weights()))
                        .toList(),
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                "");
        byte[] digit = new byte[28 * 28];
        Random random = new Random(3);
        for (int y = 5; y < 23; y++) for (int x = 8; x < 20; x++) digit[28 * y + x] = (byte) random.nextInt(256);
        Map<String, float[]> inputs = new HashMap<>();
        Map<String, long[]> shapes = new HashMap<>();
        List<String> names = OnnxFile.inputs(net);
        for (int i = 0; i < names.size(); i++) {
            Preparation preparation = Preparation.of(net.members().get(i).recipe());
            Shape in = preparation.input();
            inputs.put(names.get(i), preparation.numbers(preparation.apply(digit, new Shape(1, 28, 28))));
            shapes.put(names.get(i), new long[] {1, in.channels(), in.height(), in.width()});
        }
        try (Dl4jEngine engine = new Dl4jEngine();
                ModelReader reader = model.open(engine, 1);
                OrtEnvironment runtime = OrtEnvironment.getEnvironment()) {
            compare(
                    "digits",
                    run(runtime, OnnxFile.bytes(net), inputs, shapes),
                    reader.read(digit, new Shape(1, 28, 28)));
        }
        // Two of the three are prepared alike, the third to a width.
        assertThat(names).containsExactly("image", "image", "image2");
    }

    private static float[][] run(
            OrtEnvironment runtime, byte[] model, Map<String, float[]> inputs, Map<String, long[]> shapes)
            throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = runtime.createSession(model, options)) {
                assertThat(session.getMetadata().getCustomMetadata()).containsKeys("classes", "producer");
                for (String name : inputs.keySet())
                    tensors.put(
                            name,
                            OnnxTensor.createTensor(runtime, FloatBuffer.wrap(inputs.get(name)), shapes.get(name)));
                try (OrtSession.Result result = session.run(tensors)) {
                    return (float[][]) result.get("probabilities").orElseThrow().getValue();
                }
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static void compare(String what, float[][] answers, float[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            float answer = answers[i / answers[0].length][i % answers[0].length];
            assertThat(answer).as("%s, number %d", what, i).isCloseTo(wanted[i], within(CLOSE));
        }
        assertThat(answers.length * answers[0].length).isEqualTo(wanted.length);
    }
}
