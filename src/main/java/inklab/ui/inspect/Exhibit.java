package inklab.ui.inspect;

import inklab.net.Shape;
import inklab.ui.widget.Picture;

/**
 * The image that is looked at.
 *
 * @param index its number in the data set's images; −1 for one's own
 * @param name of one's own: a file's; empty for a drawing
 * @param pixels {@code [channels, height, width]} of {@code shape}, 0 for paper to 255, as the net is to be given it or before that
 * @param label its true class; −1 where nobody knows
 * @param prepared whether it is the net's input already
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn and read, compared by nobody.
record Exhibit(int index, String name, byte[] pixels, Shape shape, int label, boolean prepared) {
    static Exhibit ofSet(TestImages images, int index) {
        return new Exhibit(
                index,
                "",
                images.set().image(index),
                images.shape(),
                images.set().label(index),
                true);
    }

    static Exhibit own(String name, byte[] pixels, Shape shape) {
        return new Exhibit(-1, name, pixels, shape, -1, false);
    }

    /** Nothing drawn at all, when there are no images. */
    static Exhibit blank(Shape input) {
        return new Exhibit(-1, "", new byte[input.size()], input, -1, true);
    }

    boolean isOwn() {
        return index < 0;
    }

    static Picture picture(byte[] pixels, Shape shape) {
        int channels = shape.channels() == 3 ? 3 : 1;
        int size = channels * shape.height() * shape.width();
        return new Picture(
                channels,
                shape.height(),
                shape.width(),
                pixels.length == size ? pixels : java.util.Arrays.copyOf(pixels, size));
    }
}
