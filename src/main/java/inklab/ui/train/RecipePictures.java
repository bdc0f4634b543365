package inklab.ui.train;

import inklab.data.ImageSet;
import inklab.distort.Distorter;
import inklab.distort.Draw;
import inklab.net.Shape;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.ui.widget.Picture;
import java.io.IOException;

/**
 * What a recipe looks like: three of its images, one before and after distortion, and a piece of a mini-batch.
 *
 * @param title the data set's name for people
 * @param images how many it trains on; 0 while not known
 * @param digits the first three images side by side; null when there is no picture
 * @param before the first as the net gets it
 * @param after the same distorted, as in the first epoch
 * @param batch many distorted ones
 * @param trouble why there is no picture; empty when there is
 */
record RecipePictures(
        String title, int images, Picture digits, Picture before, Picture after, Picture batch, String trouble) {
    private static final int COLUMNS = 9;

    /** Draws them; what keeps it from being drawn is its trouble. */
    static RecipePictures of(Recipe recipe, Samples samples) {
        try {
            Samples.Sample sample = samples.of(recipe);
            return draw(recipe, sample);
        } catch (IOException | IllegalArgumentException e) {
            return new RecipePictures(
                    recipe.data().dataset(), 0, null, null, null, null, String.valueOf(e.getMessage()));
        }
    }

    private static RecipePictures draw(Recipe recipe, Samples.Sample sample) {
        ImageSet raw = sample.first();
        Sheet digits = new Sheet(raw.channels(), raw.height(), raw.width(), 3, 1, raw.channels() == 1 ? 0.82 : 1.08);
        for (int i = 0; i < Math.min(3, raw.size()); i++) digits.put(i, raw.image(i));

        Preparation preparation = Preparation.of(recipe);
        Shape input = preparation.input();
        Distorter distorter = new Distorter(recipe.distortion(), input.channels(), input.height(), input.width());
        long seed = recipe.training().seed();
        Shape shape = new Shape(raw.channels(), raw.height(), raw.width());
        int rows = (raw.size() + COLUMNS - 1) / COLUMNS;
        Sheet batch = new Sheet(input.channels(), input.height(), input.width(), COLUMNS, Math.max(1, rows), 1);
        Picture before = null;
        Picture after = null;
        float[] distorted = new float[input.size()];
        for (int i = 0; i < raw.size(); i++) {
            byte[] image = preparation.apply(raw.image(i), shape);
            distorter.apply(image, 0, distorted, 0, Draw.of(seed, 0, i));
            byte[] bytes = new byte[distorted.length];
            for (int p = 0; p < bytes.length; p++)
                bytes[p] = (byte) Math.round(255 * Math.min(1, Math.max(0, distorted[p])));
            batch.put(i, bytes);
            if (i > 0) continue;
            before = picture(input, image);
            after = picture(input, bytes);
        }
        return new RecipePictures(
                sample.title(), sample.images(), digits.picture(), before, after, batch.picture(), "");
    }

    private static Picture picture(Shape shape, byte[] pixels) {
        return new Picture(shape.channels() == 3 ? 3 : 1, shape.height(), shape.width(), plane(shape, pixels));
    }

    /** Of an input with another number of channels than 1 or 3, the first. */
    private static byte[] plane(Shape shape, byte[] pixels) {
        if (shape.channels() == 1 || shape.channels() == 3) return pixels;
        return java.util.Arrays.copyOf(pixels, shape.height() * shape.width());
    }

    /** The recipe's first image as its net gets it; null when it cannot be had. */
    static Picture first(Recipe recipe, Samples samples) throws IOException {
        ImageSet raw = samples.of(recipe).first();
        Shape shape = new Shape(raw.channels(), raw.height(), raw.width());
        Preparation preparation = Preparation.of(recipe);
        return picture(preparation.input(), preparation.apply(raw.image(0), shape));
    }

    /** Images in rows, closer than they are wide where their borders are blank. */
    private static final class Sheet {
        private final int channels;
        private final int height;
        private final int width;
        private final int columns;
        private final int pitch;
        private final int sheetWidth;
        private final int sheetHeight;
        private final byte[] pixels;

        Sheet(int channels, int height, int width, int columns, int rows, double closeness) {
            this.channels = channels == 3 ? 3 : 1;
            this.height = height;
            this.width = width;
            this.columns = columns;
            pitch = Math.max(1, (int) Math.round(width * closeness));
            sheetWidth = pitch * (columns - 1) + width;
            sheetHeight = height * rows;
            pixels = new byte[this.channels * sheetWidth * sheetHeight];
        }

        void put(int at, byte[] image) {
            int left = at % columns * pitch;
            int top = Math.floorDiv(at, columns) * height;
            for (int c = 0; c < channels; c++)
                for (int y = 0; y < height; y++)
                    for (int x = 0; x < width; x++) {
                        int to = (c * sheetHeight + top + y) * sheetWidth + left + x;
                        int ink = image[(c * height + y) * width + x] & 0xFF;
                        pixels[to] = (byte) Math.max(pixels[to] & 0xFF, ink);
                    }
        }

        Picture picture() {
            return new Picture(channels, sheetHeight, sheetWidth, pixels);
        }
    }
}
