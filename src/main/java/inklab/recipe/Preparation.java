package inklab.recipe;

import inklab.data.ImageSet;
import inklab.distort.Frame;
import inklab.distort.WidthNormaliser;
import inklab.net.Shape;
import java.util.Optional;

/**
 * Turns images into a network's input, the same way for training, scoring and the drawing pad: colours first, then size, the width of the
 * ink, and numbers.
 *
 * <ul>
 *   <li>Colours: RGB becomes grey by its luma, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601); grey becomes RGB by being repeated.
 *   <li>Size: where height and width both differ by at most {@value #BORDER} pixels, zeros are put around or the border is cut off, the odd
 *       row and column below and to the right, so that 28 × 28 digits lie unchanged in 29 × 29. Where they differ by more, the picture is
 *       resampled to fit, keeping its proportions, with zeros beside or above and below it.
 *   <li>Width: where the recipe asks for it, the ink is made so many pixels wide, as {@link WidthNormaliser} does.
 *   <li>Numbers: as {@link DataSettings.Pixels} says.
 * </ul>
 *
 * <p>Immutable; any number of threads may share it.
 */
public final class Preparation {
    /** How much larger or smaller in each direction an image may be without being resampled: MNIST's 28 to LeNet-5's 32. */
    public static final int BORDER = 4;

    private final DataSettings settings;
    private final Shape input;

    /**
     * A preparation.
     *
     * @param input the network's input
     */
    public Preparation(DataSettings settings, Shape input) {
        this.settings = settings;
        this.input = input;
    }

    /** The preparation that a recipe asks for. */
    public static Preparation of(Recipe recipe) {
        return new Preparation(recipe.data(), recipe.net().input());
    }

    /** What the images become. */
    public Shape input() {
        return input;
    }

    /**
     * All images of a set, prepared; the set itself when there is nothing to do.
     *
     * @throws IllegalArgumentException when these images can never become this input, saying why
     */
    public ImageSet apply(ImageSet images) {
        Shape from = new Shape(images.channels(), images.height(), images.width());
        if (from.equals(input) && settings.normaliseWidth() == 0) return images;
        Fit fit = new Fit(from);
        long bytes = (long) images.size() * input.size();
        if (bytes > Integer.MAX_VALUE - 8)
            throw new IllegalArgumentException(
                    images.size() + " images of " + input + " are too many to hold: use at most "
                            + (Integer.MAX_VALUE - 8) / input.size() + ", or a smaller input.");
        byte[] pixels = new byte[(int) bytes];
        byte[] labels = new byte[images.size()];
        byte[] image = new byte[images.imageSize()];
        for (int i = 0; i < images.size(); i++) {
            images.copy(i, image, 0);
            fit.apply(image, pixels, i * input.size());
            labels[i] = (byte) images.label(i);
        }
        return new ImageSet(input.channels(), input.height(), input.width(), images.classes(), pixels, labels);
    }

    /**
     * One image, prepared.
     *
     * @param image {@code [channels, height, width]} of {@code shape}
     * @return {@code [channels, height, width]} of the input
     * @throws IllegalArgumentException when this image can never become this input, saying why
     */
    public byte[] apply(byte[] image, Shape shape) {
        if (shape.equals(input) && settings.normaliseWidth() == 0) return image.clone();
        byte[] prepared = new byte[input.size()];
        new Fit(shape).apply(image, prepared, 0);
        return prepared;
    }

    /** A prepared image's numbers, {@code [channels, height, width]}. */
    public float[] numbers(byte[] prepared) {
        float[] numbers = new float[prepared.length];
        settings.pixels().map(prepared, 0, numbers, 0, prepared.length);
        return numbers;
    }

    /** Whether images with so many channels can become an input with so many. */
    static boolean convertible(int from, int to) {
        return from == to || (from == 3 && to == 1) || (from == 1 && to == 3);
    }

    /** What is done to images of one shape; for one thread. */
    private final class Fit {
        private final Shape from;
        private final Frame frame;
        private final Optional<Resampling> rows;
        private final Optional<Resampling> columns;
        private final Optional<WidthNormaliser> width;

        Fit(Shape from) {
            if (!convertible(from.channels(), input.channels()))
                throw new IllegalArgumentException("images of " + from + " cannot become an input of " + input);
            this.from = from;
            boolean border = Math.abs(input.height() - from.height()) <= BORDER
                    && Math.abs(input.width() - from.width()) <= BORDER;
            double scale = Math.min((double) input.height() / from.height(), (double) input.width() / from.width());
            int height = border ? from.height() : side(from.height(), scale, input.height());
            int width = border ? from.width() : side(from.width(), scale, input.width());
            frame = new Frame(input.channels(), height, width, input.height(), input.width(), 0, 1);
            rows = border ? Optional.empty() : Optional.of(new Resampling(from.height(), height));
            columns = border ? Optional.empty() : Optional.of(new Resampling(from.width(), width));
            int wanted = settings.normaliseWidth();
            this.width = wanted == 0 ? Optional.empty() : Optional.of(new WidthNormaliser(wanted, frame));
        }

        private int side(int side, double scale, int most) {
            return Math.max(1, Math.min(most, (int) Math.round(side * scale)));
        }

        void apply(byte[] image, byte[] to, int offset) {
            byte[] sized = resample(colours(image));
            if (width.isPresent()) width.get().apply(sized, 0, to, offset);
            else for (int c = 0; c < input.channels(); c++) place(sized, c, to, offset);
        }

        private byte[] colours(byte[] image) {
            int plane = from.height() * from.width();
            if (from.channels() == input.channels()) return image;
            byte[] coloured = new byte[input.channels() * plane];
            if (from.channels() == 1) {
                for (int c = 0; c < input.channels(); c++) System.arraycopy(image, 0, coloured, c * plane, plane);
                return coloured;
            }
            for (int i = 0; i < plane; i++) {
                int r = image[i] & 0xFF;
                int g = image[plane + i] & 0xFF;
                int b = image[2 * plane + i] & 0xFF;
                coloured[i] = (byte) ((299 * r + 587 * g + 114 * b + 500) / 1000);
            }
            return coloured;
        }

        private byte[] resample(byte[] image) {
            if (rows.isEmpty() || columns.isEmpty()) return image;
            byte[] sized = new byte[frame.sourceSize()];
            int plane = frame.sourceHeight() * frame.sourceWidth();
            for (int c = 0; c < input.channels(); c++)
                Resampling.plane(
                        image,
                        c * from.height() * from.width(),
                        from.width(),
                        rows.get(),
                        columns.get(),
                        sized,
                        c * plane,
                        frame.sourceWidth());
            return sized;
        }

        /** Centres a plane, with zeros around it or its border cut off. */
        private void place(byte[] sized, int channel, byte[] to, int offset) {
            int height = frame.sourceHeight();
            int width = frame.sourceWidth();
            int fromX = Math.max(0, -frame.left());
            int toX = Math.max(0, frame.left());
            int count = Math.min(width - fromX, input.width() - toX);
            for (int y = Math.max(0, frame.top()); y < Math.min(input.height(), frame.top() + height); y++)
                System.arraycopy(
                        sized,
                        (channel * height + y - frame.top()) * width + fromX,
                        to,
                        offset + (channel * input.height() + y) * input.width() + toX,
                        count);
        }
    }
}
