package inklab.ui.inspect;

import inklab.inspect.UnitArithmetic;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.ReceptiveField;
import java.util.Optional;

/**
 * One unit at one epoch on one image.
 *
 * @param unit with its place and its channel settled
 * @param layer the layer it belongs to
 * @param window the part of the input that it sees
 * @param arithmetic empty for a unit without weights of its own
 * @param seen what it sees through its channel, or through the connections that count most
 * @param weights likewise
 * @param channels how many channels it sees
 * @param ofInput whether it sees the image itself
 * @param value what it puts out
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn once, compared by nobody.
record UnitLook(
        Unit unit,
        LayerLook layer,
        Optional<ReceptiveField.Window> window,
        Optional<UnitArithmetic> arithmetic,
        Grid seen,
        Grid weights,
        int channels,
        boolean ofInput,
        double value) {
    /** Numbers in rows. */
    @SuppressWarnings("ArrayRecordComponent")
    record Grid(int rows, int columns, float[] values) {
        static final Grid NONE = new Grid(0, 0, new float[0]);
    }

    /** What the sum goes through; empty for the output's softmax and for layers without any. */
    Optional<Activation> activation() {
        if (layer.spec() instanceof LayerSpec.Conv conv) return Optional.of(conv.activation());
        if (layer.spec() instanceof LayerSpec.Dense dense) return Optional.of(dense.activation());
        return Optional.empty();
    }
}
