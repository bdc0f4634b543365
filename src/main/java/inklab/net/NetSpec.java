package inklab.net;

import java.util.List;

/**
 * A network: the shape of its input, and its layers from input to output.
 *
 * @param input {@code channels × height × width} of one image
 * @param layers in order; a network that can be trained ends with {@link LayerSpec.Output}
 */
public record NetSpec(Shape input, List<LayerSpec> layers) {
    public NetSpec {
        layers = List.copyOf(layers);
    }
}
