package inklab.export;

import inklab.engine.Safetensors;
import inklab.engine.WeightLayout;
import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.net.NetSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A net and its weights, trained elsewhere. */
public record Imported(NetSpec net, Weights weights) {
    /**
     * Takes a net's weights from a safetensors file: by their names; where other names are used, by their order, if all shapes agree.
     *
     * @throws IOException in one sentence, when the file is damaged or its tensors are not this net's
     */
    public static Imported safetensors(Path file, NetSpec net) throws IOException {
        Weights found = Safetensors.read(file).weights();
        List<WeightLayout.Entry> wanted = WeightLayout.of(Inference.of(net)).entries();
        boolean named = wanted.stream().allMatch(entry -> found.names().contains(entry.name()));
        List<Weights.Tensor> tensors = new ArrayList<>();
        if (named) for (WeightLayout.Entry entry : wanted) tensors.add(found.get(entry.name()));
        else for (String name : found.names()) if (!name.endsWith("num_batches_tracked")) tensors.add(found.get(name));
        if (tensors.size() != wanted.size())
            throw new IOException(file + " has " + tensors.size() + " tensors, and the recipe's net " + wanted.size()
                    + ": choose the recipe that it was trained by.");
        Map<String, Weights.Tensor> weights = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            WeightLayout.Entry entry = wanted.get(i);
            if (!tensors.get(i).shape().equals(entry.shape()))
                throw new IOException(file + " has the shape " + tensors.get(i).shape() + " where the recipe's net has "
                        + entry.shape() + " (" + entry.name() + "): choose the recipe that it was trained by.");
            weights.put(entry.name(), tensors.get(i));
        }
        return new Imported(net, new Weights(weights));
    }

    /**
     * Takes a sequential Keras model from a {@code .h5} file.
     *
     * @throws IOException in one sentence, when the file is damaged or the model has layers that Inklab has not
     */
    public static Imported keras(Path file) throws IOException {
        return KerasFile.read(file);
    }
}
