package inklab.inspect;

import inklab.engine.Network;
import inklab.net.Inference;
import inklab.net.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What each layer makes of a picture, as the difference from what it makes of blank paper: where there is nothing, nothing shows. */
public final class FeatureMaps {
    private final List<SignedMaps> differences;
    private final List<float[]> activations;

    private FeatureMaps(List<SignedMaps> differences, List<float[]> activations) {
        this.differences = differences;
        this.activations = activations;
    }

    /**
     * Runs the network on the picture and on blank paper.
     *
     * @param image {@code [channels, height, width]}, as the network takes it
     * @param paper the value of a blank pixel: 0, or −1 where pixels go from −1 to 1
     */
    public static FeatureMaps of(Network network, float[] image, float paper) {
        float[] blank = new float[image.length];
        Arrays.fill(blank, paper);
        List<float[]> seen = network.activations(image);
        List<float[]> empty = network.activations(blank);
        List<Shape> shapes = Inference.of(network.spec()).shapes();
        List<SignedMaps> differences = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) differences.add(difference(seen.get(i), empty.get(i), shapes.get(i)));
        return new FeatureMaps(List.copyOf(differences), seen);
    }

    private static SignedMaps difference(float[] seen, float[] empty, Shape shape) {
        int plane = shape.height() * shape.width();
        List<float[]> maps = new ArrayList<>();
        for (int c = 0; c < shape.channels(); c++) {
            float[] map = new float[plane];
            for (int j = 0; j < plane; j++) map[j] = seen[c * plane + j] - empty[c * plane + j];
            maps.add(map);
        }
        return SignedMaps.of(shape.height(), shape.width(), maps);
    }

    /** The maps of a top-level layer; of a vector, maps of 1 × 1. */
    public SignedMaps layer(int layer) {
        return differences.get(layer);
    }

    /** The layer's output itself, {@code [channels, height, width]}. */
    public float[] activation(int layer) {
        return activations.get(layer);
    }

    public int layers() {
        return differences.size();
    }
}
