package inklab.ui.distort;

import inklab.distort.Displacement;
import inklab.distort.Distorter;
import inklab.distort.Distortion;
import inklab.distort.Draw;
import inklab.distort.Frame;
import inklab.ui.widget.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * The wall as one distortion draws it, and how the pixels of its chosen image move.
 *
 * @param ask what was asked for
 * @param images {@code [channels, height, width]} each, 0–255
 * @param pictures the same, to be shown
 * @param chosen the chosen image as it was
 * @param moves of the chosen image
 */
record Wall(Ask ask, List<byte[]> images, List<Picture> pictures, Picture chosen, Displacement moves) {
    /**
     * What a wall depends on.
     *
     * @param original whether the images are shown as they are
     * @param chosen an index on the wall
     */
    record Ask(Sample sample, Distortion distortion, long seed, int epoch, boolean original, int chosen) {}

    /** The root of the mean square of the chosen image's displacement, pixels. */
    double rms() {
        double sum = 0;
        for (int i = 0; i < moves.dx().length; i++)
            sum += (double) moves.dx()[i] * moves.dx()[i] + (double) moves.dy()[i] * moves.dy()[i];
        return Math.sqrt(sum / Math.max(1, moves.dx().length));
    }

    /** Draws it: a millisecond or two. */
    static Wall draw(Ask ask) {
        Sample sample = ask.sample();
        Frame frame = frame(sample);
        Distorter distorter = new Distorter(ask.distortion(), frame);
        Distorter shown = ask.original() ? new Distorter(Distortion.NONE, frame) : distorter;
        List<byte[]> images = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < sample.wall(); i++) {
            byte[] image = distorted(shown, sample.images().image(i), Draw.of(ask.seed(), ask.epoch(), i));
            images.add(image);
            pictures.add(new Picture(frame.channels(), frame.height(), frame.width(), image));
        }
        Picture chosen = new Picture(
                frame.channels(), frame.height(), frame.width(), sample.images().image(ask.chosen()));
        return new Wall(
                ask, images, pictures, chosen, distorter.displacement(Draw.of(ask.seed(), ask.epoch(), ask.chosen())));
    }

    /** From the sample's bytes to bytes of the same shape. */
    static Frame frame(Sample sample) {
        return Frame.of(
                        sample.images().channels(),
                        sample.images().height(),
                        sample.images().width())
                .withRange(0, 255);
    }

    /** One image, distorted; it must have the shape that the distorter is for, whose range is 0–255. */
    static byte[] distorted(Distorter distorter, byte[] image, Draw draw) {
        float[] values = new float[distorter.frame().size()];
        distorter.apply(image, 0, values, 0, draw);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Math.round(Math.min(255, Math.max(0, values[i])));
        return bytes;
    }
}
