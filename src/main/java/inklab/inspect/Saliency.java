package inklab.inspect;

import inklab.engine.Network;
import inklab.net.Shape;
import java.util.List;

/** Which pixels speak for a class: the gradient of its logit (Simonyan, Vedaldi and Zisserman, 2013), summed over colours. */
public final class Saliency {
    private Saliency() {}

    /**
     * One map of the picture's size: above zero where more ink would speak for the class.
     *
     * @param image {@code [channels, height, width]}, as the network takes it
     */
    public static SignedMaps of(Network network, float[] image, int label) {
        Shape shape = network.spec().input();
        float[] gradient = network.saliency(image, label);
        int plane = shape.height() * shape.width();
        float[] map = new float[plane];
        for (int i = 0; i < gradient.length; i++) map[i % plane] += gradient[i];
        return SignedMaps.of(shape.height(), shape.width(), List.of(map));
    }
}
