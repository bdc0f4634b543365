package inklab.ui.build;

import inklab.net.Cost;
import inklab.net.LayerSpec;
import inklab.net.Shape;
import java.util.List;
import java.util.Optional;

/**
 * All that one card shows of its layer.
 *
 * @param index the layer's, from 0; −1 for the input
 * @param name the kind's name
 * @param code the layer in notation
 * @param series the number of its colour, from 1; 0 for none
 * @param output what it puts out, where that is known
 * @param cost what it costs
 * @param weightShare its parameters as a share of the most that any layer has
 * @param workShare its multiply-adds likewise
 */
record LayerCard(
        int index,
        Optional<LayerSpec> layer,
        String name,
        String code,
        int series,
        Optional<Shape> output,
        Cost.Layer cost,
        double weightShare,
        double workShare,
        List<Field> fields,
        List<Trouble> troubles) {
    LayerCard {
        fields = List.copyOf(fields);
        troubles = List.copyOf(troubles);
    }

    /** {@code 20 × 26 × 26}; a vector's length alone; a dash where it is unknown. */
    String shape() {
        if (output.isEmpty()) return "–";
        Shape s = output.get();
        return s.isVector() ? Integer.toString(s.channels()) : s.channels() + " × " + s.height() + " × " + s.width();
    }
}
