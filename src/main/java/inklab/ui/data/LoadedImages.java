package inklab.ui.data;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.data.ImageStatistics;
import inklab.net.Shape;
import inklab.ui.widget.Picture;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A data set that is in memory. */
record LoadedImages(Dataset dataset) implements Images {
    @Override
    public String id() {
        return dataset.id();
    }

    @Override
    public List<String> classes() {
        return dataset.train().classes();
    }

    @Override
    public int train() {
        return dataset.train().size();
    }

    @Override
    public int validation() {
        return dataset.validation().size();
    }

    @Override
    public int test() {
        return dataset.test().size();
    }

    @Override
    public int label(int i) {
        return dataset.train().label(i);
    }

    @Override
    public String file(int i) {
        return "";
    }

    @Override
    public Picture picture(int i) {
        return picture(dataset.train(), i);
    }

    @Override
    public Picture specimen(int i) {
        return picture(i);
    }

    @Override
    public Optional<Shape> shape() {
        ImageSet train = dataset.train();
        return Optional.of(new Shape(train.channels(), train.height(), train.width()));
    }

    @Override
    public boolean tooFew() {
        return false;
    }

    @Override
    public Summary summary(BooleanSupplier cancelled) {
        ImageSet train = dataset.train();
        ImageStatistics statistics = ImageStatistics.of(train);
        return new Summary(statistics.counts(), means(train, statistics), 0);
    }

    static Picture picture(ImageSet images, int i) {
        return new Picture(images.channels(), images.height(), images.width(), images.image(i));
    }

    /** The mean images as pictures. */
    static List<Picture> means(ImageSet images, ImageStatistics statistics) {
        return statistics.means().stream()
                .map(mean -> {
                    byte[] bytes = new byte[mean.length];
                    for (int p = 0; p < mean.length; p++) bytes[p] = (byte) Math.round(mean[p]);
                    return new Picture(images.channels(), images.height(), images.width(), bytes);
                })
                .toList();
    }
}
