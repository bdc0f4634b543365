package inklab.ui.build;

import inklab.net.NetSpec;
import inklab.net.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What an image looks like at every depth of a net.
 *
 * @param net whose first layers these are
 * @param input the image as it enters, {@code [channels, height, width]}, 0 for paper
 * @param layers for each layer, as far as the net is sound, the difference to what blank paper gives there; for an output the
 *     probabilities themselves
 * @param trained whether the weights are a run's; else they are those that training would begin with
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Depths(NetSpec net, byte[] input, List<Layer> layers, boolean trained) {
    /** One layer's numbers, {@code [channels, height, width]}. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Layer(Shape shape, float[] values) {}

    Depths {
        layers = List.copyOf(layers);
    }

    /** A layer's picture, if it still fits a layer of this shape. */
    Optional<Layer> layer(int index, Optional<Shape> shape) {
        if (index < 0 || index >= layers.size()) return Optional.empty();
        Layer layer = layers.get(index);
        return shape.isPresent() && shape.get().equals(layer.shape()) ? Optional.of(layer) : Optional.empty();
    }
}
