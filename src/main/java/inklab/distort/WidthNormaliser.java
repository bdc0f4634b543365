package inklab.distort;

/**
 * Width normalisation (Cireşan, Meier and Schmidhuber, "Multi-column deep neural networks for image classification", 2012): the image is
 * stretched or squeezed sideways about its middle until the ink is w pixels wide, then padded or cropped to the network's input. Its
 * height stays: the aspect ratio is what is normalised, and a narrow digit scaled both ways would not fit into the picture.
 *
 * <p>The published networks left the digit 1 as it was, by its label. An unlabelled image has none, so here an image is left as it is when
 * its ink is {@linkplain InkBox#narrow() narrow}, whatever it shows; an empty one too.
 *
 * <p>Pixels are weighed by a triangle as wide as two source pixels, or as two target pixels when squeezing, so that no ink is lost.
 */
public final class WidthNormaliser {
    private final int inkWidth;
    private final Frame frame;
    private final double[] line;

    /**
     * For images of one shape. It keeps working memory: one for each thread.
     *
     * @param inkWidth w, pixels
     * @param frame the shapes of the images given and wanted; its range is not looked at
     */
    public WidthNormaliser(int inkWidth, Frame frame) {
        if (inkWidth < 1) throw new IllegalArgumentException("ink cannot be " + inkWidth + " pixels wide");
        this.inkWidth = inkWidth;
        this.frame = frame;
        line = new double[frame.sourceWidth()];
    }

    /**
     * Normalises one image.
     *
     * @param source {@code [channels, source height, source width]} from {@code from} on
     * @param target {@code [channels, height, width]} from {@code to} on
     */
    public void apply(byte[] source, int from, byte[] target, int to) {
        InkBox ink = InkBox.of(source, from, frame.channels(), frame.sourceHeight(), frame.sourceWidth());
        boolean leave = ink.width() == 0 || ink.narrow();
        double stretch = leave ? 1 : (double) inkWidth / ink.width();
        for (int c = 0; c < frame.channels(); c++)
            for (int y = 0; y < frame.height(); y++) {
                int sourceY = y - frame.top();
                int at = to + (c * frame.height() + y) * frame.width();
                for (int x = 0; x < frame.width(); x++) target[at + x] = 0;
                if (sourceY < 0 || sourceY >= frame.sourceHeight()) continue;
                int row = from + (c * frame.sourceHeight() + sourceY) * frame.sourceWidth();
                for (int x = 0; x < line.length; x++) line[x] = source[row + x] & 0xFF;
                stretch(stretch, target, at);
            }
    }

    private void stretch(double stretch, byte[] target, int at) {
        // At stretch 1 the source's column 0 lies at frame.left(), so that padding is by whole pixels.
        double middle = frame.left() + (frame.sourceWidth() - 1) / 2.0;
        double reach = Math.max(1, 1 / stretch);
        for (int x = 0; x < frame.width(); x++) {
            double centre = (x - middle) / stretch + (frame.sourceWidth() - 1) / 2.0;
            double sum = 0;
            double weights = 0;
            for (int s = (int) Math.ceil(centre - reach); s <= centre + reach; s++) {
                double weight = 1 - Math.abs(s - centre) / reach;
                weights += weight;
                if (s >= 0 && s < line.length) sum += weight * line[s];
            }
            target[at + x] = (byte) Math.round(sum / weights);
        }
    }
}
