package inklab.net;

import inklab.net.LayerSpec.Activate;
import inklab.net.LayerSpec.BatchNorm;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Dropout;
import inklab.net.LayerSpec.GlobalAveragePool;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.Residual;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a unit sees of the input image. The unit in row r and column c of a layer's maps sees the rows from {@code rows.offset + r ·
 * rows.stride} on, {@code rows.size} of them, and columns likewise; with padding a part of that may lie beyond the image. (What batch
 * normalisation sees of other images while training is left out.)
 *
 * @param rows down
 * @param columns across
 */
public record ReceptiveField(Axis rows, Axis columns) {
    /**
     * One direction.
     *
     * @param size how many pixels a unit sees
     * @param stride how many pixels further the next unit looks
     * @param offset the first pixel that the first unit sees; negative with padding
     * @param end behind the last pixel of the image that any unit sees: less than its side where windows left something out
     */
    public record Axis(long size, long stride, long offset, int end) {
        private static Axis pixels(int side) {
            return new Axis(1, 1, 0, side);
        }

        private Axis windows(int windows, int size, int stride, long before) {
            long newSize = Numbers.plus(this.size, Numbers.times(this.stride, size - 1L));
            long newStride = Numbers.times(this.stride, stride);
            long newOffset = offset - Numbers.times(this.stride, before);
            long newEnd = newOffset + Numbers.plus(Numbers.times(newStride, windows - 1L), newSize);
            return new Axis(newSize, newStride, newOffset, (int) Math.min(end, newEnd));
        }

        /** Both together; they have the same number of units. */
        private Axis with(Axis other) {
            long first = Math.min(offset, other.offset);
            long behind = Math.max(offset + size, other.offset + other.size);
            return new Axis(behind - first, stride, first, Math.max(end, other.end));
        }
    }

    /**
     * A part of the image, in pixels.
     *
     * @param left its first column
     * @param top its first row
     */
    public record Window(int left, int top, int width, int height) {}

    /** What the units of every top-level layer see, where the shapes are known. */
    public static List<Optional<ReceptiveField>> of(Inference inference) {
        List<Optional<ReceptiveField>> fields = new ArrayList<>();
        Shape image = inference.net().input();
        Optional<ReceptiveField> field =
                Optional.of(new ReceptiveField(Axis.pixels(image.height()), Axis.pixels(image.width())));
        for (Inference.Layer layer : inference.layers()) {
            field = after(field, layer);
            fields.add(field);
        }
        return List.copyOf(fields);
    }

    /** The part of the image that the unit in this row and column sees. */
    public Window window(int row, int column) {
        int top = within(rows.offset + rows.stride * row, rows);
        int bottom = within(rows.offset + rows.stride * row + rows.size, rows);
        int left = within(columns.offset + columns.stride * column, columns);
        int right = within(columns.offset + columns.stride * column + columns.size, columns);
        return new Window(left, top, right - left, bottom - top);
    }

    private static int within(long at, Axis axis) {
        return (int) Math.max(0, Math.min(axis.end, at));
    }

    private static Optional<ReceptiveField> after(Optional<ReceptiveField> before, Inference.Layer layer) {
        if (before.isEmpty() || layer.input().isEmpty() || layer.output().isEmpty()) return Optional.empty();
        return layer.spec().match(new Step(before.get(), layer));
    }

    private record Step(ReceptiveField field, Inference.Layer layer)
            implements LayerSpec.Cases<Optional<ReceptiveField>> {
        @Override
        public Optional<ReceptiveField> dense(Dense layer) {
            return everything();
        }

        @Override
        public Optional<ReceptiveField> conv(Conv layer) {
            return windows(layer.kernel(), layer.stride(), layer.padding());
        }

        @Override
        public Optional<ReceptiveField> pool(Pool layer) {
            return windows(layer.size(), layer.stride(), Padding.VALID);
        }

        @Override
        public Optional<ReceptiveField> globalAveragePool(GlobalAveragePool layer) {
            return everything();
        }

        @Override
        public Optional<ReceptiveField> batchNorm(BatchNorm layer) {
            return Optional.of(field);
        }

        @Override
        public Optional<ReceptiveField> dropout(Dropout layer) {
            return Optional.of(field);
        }

        @Override
        public Optional<ReceptiveField> activate(Activate layer) {
            return Optional.of(field);
        }

        @Override
        public Optional<ReceptiveField> residual(Residual residual) {
            Optional<ReceptiveField> body = Optional.of(field);
            for (Inference.Layer inner : layer.body()) body = after(body, inner);
            return body.map(b -> new ReceptiveField(field.rows.with(b.rows), field.columns.with(b.columns)));
        }

        @Override
        public Optional<ReceptiveField> output(Output layer) {
            return everything();
        }

        private Optional<ReceptiveField> windows(int size, int stride, Padding padding) {
            Shape in = layer.input().orElseThrow();
            Shape out = layer.output().orElseThrow();
            return Optional.of(new ReceptiveField(
                    field.rows.windows(out.height(), size, stride, Windows.before(in.height(), size, stride, padding)),
                    field.columns.windows(
                            out.width(), size, stride, Windows.before(in.width(), size, stride, padding))));
        }

        /** All units of the layer before. */
        private Optional<ReceptiveField> everything() {
            Shape in = layer.input().orElseThrow();
            return Optional.of(new ReceptiveField(
                    field.rows.windows(1, in.height(), 1, 0), field.columns.windows(1, in.width(), 1, 0)));
        }
    }
}
