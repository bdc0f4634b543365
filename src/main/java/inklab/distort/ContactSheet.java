package inklab.distort;

import java.util.Arrays;

/**
 * A sheet to look at: a row of images as they are, and below it rows of the same images distorted, each row another epoch.
 *
 * @param channels as the images have
 * @param height of the sheet, pixels
 * @param width of the sheet, pixels
 * @param pixels {@code [channels, height, width]}, 0–255
 */
@SuppressWarnings("ArrayRecordComponent") // A picture, compared by nobody.
public record ContactSheet(int channels, int height, int width, byte[] pixels) {
    private static final int GAP = 2;
    private static final int BELOW_ORIGINALS = 8;
    private static final byte SHEET = 96;

    /**
     * Lays one out.
     *
     * @param images {@code [columns, channels, source height, source width]}
     * @param columns how many images
     * @param rows how many distorted rows
     * @param zoom how many pixels of the sheet, each way, show one of an image
     * @param seed of the distortion; row r is its epoch r
     */
    public static ContactSheet of(
            Distortion distortion, Frame frame, byte[] images, int columns, int rows, int zoom, long seed) {
        Frame bytes = frame.withRange(0, 255);
        Distorter original = new Distorter(Distortion.NONE, bytes);
        Distorter distorted = new Distorter(distortion, bytes);
        int cellWidth = zoom * frame.width() + GAP;
        int cellHeight = zoom * frame.height() + GAP;
        int width = GAP + columns * cellWidth;
        int height = GAP + (rows + 1) * cellHeight + (rows > 0 ? BELOW_ORIGINALS : 0);
        ContactSheet sheet =
                new ContactSheet(frame.channels(), height, width, new byte[frame.channels() * height * width]);
        Arrays.fill(sheet.pixels, SHEET);
        float[] image = new float[frame.size()];
        for (int row = 0; row <= rows; row++)
            for (int i = 0; i < columns; i++) {
                Distorter distorter = row == 0 ? original : distorted;
                // A sheet is seen as one mini-batch: images that share a field share it along the row.
                distorter.apply(images, i * frame.sourceSize(), image, 0, new Draw(seed, row - 1, i, 0));
                int top = GAP + row * cellHeight + (row > 0 ? BELOW_ORIGINALS : 0);
                sheet.paint(frame, image, GAP + i * cellWidth, top, zoom);
            }
        return sheet;
    }

    private void paint(Frame frame, float[] image, int left, int top, int zoom) {
        for (int c = 0; c < channels; c++)
            for (int y = 0; y < zoom * frame.height(); y++)
                for (int x = 0; x < zoom * frame.width(); x++) {
                    int from = (c * frame.height() + Math.floorDiv(y, zoom)) * frame.width() + Math.floorDiv(x, zoom);
                    pixels[(c * height + top + y) * width + left + x] = (byte) Math.round(image[from]);
                }
    }
}
