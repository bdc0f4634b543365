package inklab.ui.data;

import inklab.data.DataException;
import inklab.data.PictureAlbum;
import inklab.net.Shape;
import inklab.ui.widget.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** A folder of one's own pictures: none is opened before it is looked at. */
final class AlbumImages implements Images {
    /** The longer side of a picture on the wall, px: enough for a wall on a large screen. */
    private static final int SIDE = 96;
    /** The side of a mean image, px. */
    private static final int MEAN = 48;
    /** Pictures of a class that its mean is of at most: opening one takes milliseconds. */
    private static final int EACH = 40;
    /** Pictures kept for when one comes back to them. */
    private static final int KEPT = 600;

    private final String id;
    private final PictureAlbum album;
    private final Shape input;
    private final Map<Integer, Picture> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Picture> eldest) {
            return size() > KEPT;
        }
    };

    /** @param input what the recipe's network reads; pictures take its shape */
    AlbumImages(String id, PictureAlbum album, Shape input) {
        this.id = id;
        this.album = album;
        this.input = new Shape(
                input.channels() == 3 ? 3 : 1,
                Math.max(1, Math.min(512, input.height())),
                Math.max(1, Math.min(512, input.width())));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> classes() {
        return album.classes();
    }

    @Override
    public int train() {
        return album.train();
    }

    @Override
    public int validation() {
        return album.validation();
    }

    @Override
    public int test() {
        return album.test();
    }

    @Override
    public int label(int i) {
        return album.label(i);
    }

    @Override
    public String file(int i) {
        return album.file(i).getFileName().toString();
    }

    @Override
    public Picture picture(int i) throws IOException {
        synchronized (kept) {
            Picture known = kept.get(i);
            if (known != null) return known;
        }
        inklab.data.Picture whole = album.picture(i);
        double scale = Math.min(1, (double) SIDE / Math.max(whole.height(), whole.width()));
        Picture made = read(
                whole,
                new Shape(whole.channels(), Math.max(1, (int) Math.round(scale * whole.height())), Math.max(1, (int)
                        Math.round(scale * whole.width()))));
        synchronized (kept) {
            kept.put(i, made);
        }
        return made;
    }

    @Override
    public Picture specimen(int i) throws IOException {
        return read(album.picture(i), input);
    }

    private Picture read(inklab.data.Picture whole, Shape as) {
        byte[] pixels = album.input(whole, as.channels(), as.height(), as.width());
        return new Picture(as.channels(), as.height(), as.width(), pixels);
    }

    @Override
    public Optional<Shape> shape() {
        return Optional.empty();
    }

    @Override
    public boolean tooFew() {
        return album.test() == 0 || album.validation() == 0;
    }

    @Override
    public Summary summary(BooleanSupplier cancelled) throws IOException {
        int[] counts = new int[classes().size()];
        List<List<Integer>> members = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) members.add(new ArrayList<>());
        for (int i = 0; i < train(); i++) {
            counts[label(i)]++;
            members.get(label(i)).add(i);
        }
        List<Picture> means = new ArrayList<>();
        boolean some = false;
        for (List<Integer> own : members) {
            int n = Math.min(EACH, own.size());
            some |= n < own.size();
            List<Integer> asked = new ArrayList<>();
            for (int k = 0; k < n; k++) asked.add(own.get((int) ((long) k * own.size() / n)));
            means.add(mean(asked, cancelled));
        }
        return new Summary(Arrays.stream(counts).boxed().toList(), means, some ? EACH : 0);
    }

    /** What cannot be read is left out: it is named where it stands on the wall. */
    private Picture mean(List<Integer> asked, BooleanSupplier cancelled) {
        long[] sums = new long[3 * MEAN * MEAN];
        boolean colour = false;
        int n = 0;
        for (int i : asked) {
            if (cancelled.getAsBoolean()) throw new CancellationException("no longer wanted");
            try {
                inklab.data.Picture whole = album.picture(i);
                colour |= whole.channels() == 3;
                byte[] pixels = album.input(whole, whole.channels(), MEAN, MEAN);
                for (int p = 0; p < sums.length; p++) sums[p] += pixels[p % pixels.length] & 0xFF;
                n++;
            } catch (DataException unreadable) {
                // The others make the mean.
            }
        }
        byte[] mean = new byte[(colour ? 3 : 1) * MEAN * MEAN];
        for (int p = 0; n > 0 && p < mean.length; p++) mean[p] = (byte) Math.round((double) sums[p] / n);
        return new Picture(colour ? 3 : 1, MEAN, MEAN, mean);
    }
}
