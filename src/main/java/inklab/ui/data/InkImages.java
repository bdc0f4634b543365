package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.data.ImageSet;
import inklab.data.ImageStatistics;
import inklab.data.ink.InkDigits;
import inklab.net.Shape;
import inklab.ui.widget.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The built-in digits: every label is known at once, and an image is made when it is looked at. */
final class InkImages implements Images {
    private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    /** Images that the means are of; they are made in a moment, all of them are not. */
    private static final int LOOKED_AT = 2000;

    private final InkDigits ink;
    private final long seed;
    private final byte[] labels;
    private final int validation;

    /** @param train how many training images there are to be */
    InkImages(InkDigits ink, long seed, int train, int validation) {
        this.ink = ink;
        this.seed = seed;
        this.validation = validation;
        labels = new byte[train];
        for (int i = 0; i < train; i++) labels[i] = (byte) ink.label(seed, i);
    }

    @Override
    public String id() {
        return Catalogue.INK;
    }

    @Override
    public List<String> classes() {
        return CLASSES;
    }

    @Override
    public int train() {
        return labels.length;
    }

    @Override
    public int validation() {
        return validation;
    }

    @Override
    public int test() {
        return Catalogue.INK_TEST;
    }

    @Override
    public int label(int i) {
        return labels[i];
    }

    @Override
    public String file(int i) {
        return "";
    }

    @Override
    public Picture picture(int i) {
        return LoadedImages.picture(ink.generate(seed, i, 1), 0);
    }

    @Override
    public Picture specimen(int i) {
        return picture(i);
    }

    @Override
    public Optional<Shape> shape() {
        return Optional.of(new Shape(1, 28, 28));
    }

    @Override
    public boolean tooFew() {
        return false;
    }

    @Override
    public Summary summary(BooleanSupplier cancelled) {
        int[] counts = new int[CLASSES.size()];
        for (byte label : labels) counts[label]++;
        List<Integer> all = new ArrayList<>();
        for (int count : counts) all.add(count);
        ImageSet some = ink.generate(seed, 0, Math.min(LOOKED_AT, labels.length));
        ImageStatistics statistics = ImageStatistics.of(some);
        int most =
                statistics.counts().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Summary(all, LoadedImages.means(some, statistics), some.size() == labels.length ? 0 : most);
    }
}
