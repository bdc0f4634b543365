package inklab.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inklab.engine.WeightLayout;
import inklab.engine.Weights;
import inklab.net.Cost;
import inklab.net.Inference;
import inklab.net.Problem;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a sequential model with its weights from Keras's HDF5 file ({@code .h5}, of Keras 2 and 3): the layers from the attribute
 * {@code model_config}, the weights from the group {@code model_weights}. Nothing is read whose shape is not the net's.
 */
final class KerasFile {
    private static final long MOST_BYTES = 1L << 31;

    private static final JsonMapper JSON = new JsonMapper();

    private final Group weights;

    private KerasFile(Group weights) {
        this.weights = weights;
    }

    static Imported read(Path file) throws IOException {
        if (!Files.exists(file)) throw new NoSuchFileException(file + " does not exist: check its name and folder.");
        if (Files.size(file) > MOST_BYTES) throw new IOException(file + " is larger than any network of Inklab's.");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                // Over the mapped file a length that the file claims cannot allocate more than there is.
                HdfFile hdf = HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()))) {
            Attribute config = hdf.getAttribute("model_config");
            if (config == null)
                throw new Unfit(
                        "it has weights alone, without the model: save the whole model with model.save(\"….h5\")");
            KerasLayers layers = KerasLayers.of(json(text(config.getData())));
            Inference net = Inference.of(layers.net());
            for (Problem problem : net.problems())
                if (problem.isError()) throw new Unfit("its layers do not fit together: " + line(problem.what()));
            if (2 * Cost.of(net).total().parameters() > channel.size())
                throw new Unfit("its weights are not all in it");
            if (!(hdf.getChild("model_weights") instanceof Group group)) throw new Unfit("it has no weights");
            return new Imported(layers.net(), new KerasFile(group).weights(layers, net));
        } catch (Unfit e) {
            throw new IOException(file + " cannot be taken over: " + e.getMessage() + ".", e);
        } catch (RuntimeException | StackOverflowError e) {
            // The library says of a damaged file whatever it stumbles over.
            throw new IOException(file + " is not a whole Keras model file (HDF5): save or copy it again.", e);
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\.$", "");
    }

    private static JsonNode json(String text) throws Unfit {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Unfit("its model_config is not JSON");
        }
    }

    private static String text(Object data) throws Unfit {
        if (data instanceof String text) return text;
        if (data instanceof String[] texts && texts.length == 1) return texts[0];
        throw new Unfit("its model_config is no text");
    }

    private Weights weights(KerasLayers layers, Inference net) throws Unfit {
        Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
        for (WeightLayout.Entry entry : WeightLayout.of(net).entries()) {
            KerasLayers.Learned layer = layers.learned().get(entry.layer());
            String word = entry.name().substring(entry.prefix().length() + 1);
            tensors.put(entry.name(), new Weights.Tensor(entry.shape(), values(layer, word, entry)));
        }
        return new Weights(tensors);
    }

    private float[] values(KerasLayers.Learned layer, String word, WeightLayout.Entry entry) throws Unfit {
        if (layer == null) throw new Unfit("its layers and weights do not belong together");
        String name = switch (word) {
            case "weight" -> layer.norm() ? "gamma" : "kernel";
            case "bias" -> layer.norm() ? "beta" : "bias";
            case "running_mean" -> "moving_mean";
            default -> "moving_variance";
        };
        if (layer.without().contains(name)) {
            float[] same = new float[entry.size()];
            if (name.equals("gamma")) Arrays.fill(same, 1);
            return same;
        }
        if (name.equals("kernel")) return layer.turned(kernel(layer, entry), entry.shape());
        float[] values = numbers(layer.name(), name, List.of(entry.size()));
        if (name.equals("moving_variance"))
            for (int i = 0; i < values.length; i++) values[i] = (float) (values[i] + layer.epsilon() - 1e-5);
        return values;
    }

    private float[] kernel(KerasLayers.Learned layer, WeightLayout.Entry entry) throws Unfit {
        List<Integer> shape = entry.shape();
        return numbers(
                layer.name(),
                "kernel",
                shape.size() == 2
                        ? List.of(shape.get(1), shape.get(0))
                        : List.of(shape.get(2), shape.get(3), shape.get(1), shape.get(0)));
    }

    /** The layer's dataset whose name ends so, wherever in its group it lies. */
    private float[] numbers(String layer, String word, List<Integer> shape) throws Unfit {
        Node group = weights.getChild(layer);
        Dataset found = group instanceof Group inside ? find(inside, word, 0) : null;
        if (found == null) throw new Unfit("the " + word + " of its layer " + layer + " is missing");
        int[] sides = found.getDimensions();
        List<Integer> there = Arrays.stream(sides).boxed().toList();
        if (!there.equals(shape))
            throw new Unfit("the " + word + " of its layer " + layer + " has the shape " + there + ", not " + shape);
        Object data = found.getDataFlat();
        if (data instanceof float[] floats) return floats;
        if (!(data instanceof double[] doubles))
            throw new Unfit("the " + word + " of its layer " + layer + " are no numbers");
        float[] floats = new float[doubles.length];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) doubles[i];
        return floats;
    }

    private static Dataset find(Group group, String word, int depth) {
        for (Node child : group.getChildren().values()) {
            if (child instanceof Dataset set
                    && (child.getName().equals(word) || child.getName().equals(word + ":0"))) return set;
            if (child instanceof Group inside && depth < 4) {
                Dataset found = find(inside, word, depth + 1);
                if (found != null) return found;
            }
        }
        return null;
    }

    /** Why the model cannot be taken over, without the file's name. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;

        Unfit(String what) {
            super(what);
        }
    }
}
