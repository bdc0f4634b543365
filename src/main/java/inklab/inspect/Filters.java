package inklab.inspect;

import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The weights of a layer as pictures of what it looks for. */
public final class Filters {
    private Filters() {}

    /**
     * The filters of a top-level layer: of a convolution its kernels over one input channel, of a dense layer over a picture or maps each
     * unit's weights over one channel.
     *
     * @param channel the input channel that is looked at
     * @return empty for a layer without weights of its own, or whose input is no picture
     * @throws IllegalArgumentException when the weights are not this net's
     */
    public static Optional<SignedMaps> of(Inference net, Weights weights, int layer, int channel) {
        Inference.Layer here = net.layers().get(layer);
        Shape in = here.input().orElseThrow();
        if (here.spec() instanceof LayerSpec.Conv conv)
            return Optional.of(planes(weights, layer, channel, conv.kernel(), conv.kernel(), in.channels()));
        boolean product = here.spec() instanceof LayerSpec.Dense || here.spec() instanceof LayerSpec.Output;
        if (product && !in.isVector())
            return Optional.of(planes(weights, layer, channel, in.height(), in.width(), in.channels()));
        return Optional.empty();
    }

    private static SignedMaps planes(Weights weights, int layer, int channel, int height, int width, int channels) {
        Weights.Tensor tensor = weights.get(layer + ".weight");
        int plane = height * width;
        int units = tensor.values().length / (plane * channels);
        List<float[]> maps = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            int at = (unit * channels + channel) * plane;
            maps.add(Arrays.copyOfRange(tensor.values(), at, at + plane));
        }
        return SignedMaps.of(height, width, maps);
    }
}
