package inklab.ui.inspect;

import inklab.inspect.SignedMaps;
import inklab.net.Shape;
import inklab.ui.widget.Picture;
import java.util.List;

/**
 * A net at one epoch on one image: all that is drawn of it.
 *
 * @param input the image as the net is given it
 * @param layers those with weights
 * @param probabilities one for each class
 * @param answer the most probable class
 * @param saliency which pixels speak for the answer
 * @param unit the unit that is looked at
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn once, compared by nobody.
record Look(
        Subject subject,
        int epoch,
        Exhibit exhibit,
        Picture input,
        Shape shape,
        List<LayerLook> layers,
        float[] probabilities,
        int answer,
        SignedMaps saliency,
        UnitLook unit) {
    Look {
        layers = List.copyOf(layers);
    }

    LayerLook layer(int index) {
        return layers.stream().filter(one -> one.index() == index).findFirst().orElseThrow();
    }
}
