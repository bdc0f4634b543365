package inklab.ui.data;

import inklab.distort.Frame;
import inklab.distort.InkBox;
import inklab.distort.WidthNormaliser;
import inklab.ui.widget.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One training image, looked at closely.
 *
 * @param index its place among the training images, from 0
 * @param label its class
 * @param className what its class is called
 * @param file what it is called on disk; empty for none
 * @param picture at pixel scale
 * @param ink the box around its ink; of width 0 where there is none, or where it is no ink but colours
 * @param widths the same image with its ink made so wide; empty where it has no ink
 */
record Specimen(int index, int label, String className, String file, Picture picture, InkBox ink, List<Width> widths) {
    /** The widths that are tried, as in Cireşan, Meier and Schmidhuber 2012: as it is, and 20 to 10 pixels. */
    static final List<Integer> WIDTHS = List.of(0, 20, 18, 16, 14, 12, 10);

    /** The image with its ink so many pixels wide; 0 for as it is. */
    record Width(int pixels, Picture picture) {}

    /** Looks; on a worker. */
    static Specimen of(Images images, int index) throws IOException {
        Picture picture = images.specimen(index);
        int label = images.label(index);
        String name = images.classes().get(label);
        if (picture.channels() != 1)
            return new Specimen(index, label, name, images.file(index), picture, new InkBox(0, 0, 0, 0), List.of());
        byte[] pixels = new byte[picture.height() * picture.width()];
        for (int p = 0; p < pixels.length; p++)
            pixels[p] = (byte) picture.at(0, p / picture.width(), p % picture.width());
        InkBox ink = InkBox.of(pixels, 0, 1, picture.height(), picture.width());
        List<Width> widths = new ArrayList<>();
        Frame frame = Frame.of(1, picture.height(), picture.width());
        for (int wide : WIDTHS) {
            if (wide > picture.width()) continue;
            widths.add(new Width(wide, wide == 0 ? picture : normalised(pixels, wide, frame)));
        }
        return new Specimen(
                index, label, name, images.file(index), picture, ink, ink.width() == 0 ? List.of() : widths);
    }

    private static Picture normalised(byte[] pixels, int wide, Frame frame) {
        byte[] result = new byte[frame.size()];
        new WidthNormaliser(wide, frame).apply(pixels, 0, result, 0);
        return new Picture(1, frame.height(), frame.width(), result);
    }
}
