package inklab.ui.inspect;

import inklab.inspect.SignedMaps;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.Optional;

/**
 * A layer with weights, as it looks at one epoch on one image.
 *
 * @param index among the net's top-level layers
 * @param code in notation
 * @param series its colour's number, from 1
 * @param shape what it puts out
 * @param filters its weights over one input channel as pictures; empty where they are none
 * @param filterBound the weight drawn in full colour: one scale for all epochs, where that is possible
 * @param channels how many channels its filters look at
 * @param maps what it makes of the image, as the difference from blank paper
 */
record LayerLook(
        int index,
        String code,
        int series,
        LayerSpec spec,
        Shape shape,
        Optional<SignedMaps> filters,
        float filterBound,
        int channels,
        SignedMaps maps) {
    boolean isVector() {
        return shape.isVector();
    }

    boolean isOutput() {
        return spec instanceof LayerSpec.Output;
    }
}
