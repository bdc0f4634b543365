package inklab.ui.train;

import inklab.data.Catalogue;
import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.data.ImageSource;
import inklab.data.LoadOptions;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import java.io.IOException;

/** Samples out of the catalogue; the last one is kept, so that turning a knob does not read files. */
public final class CatalogueSamples implements Samples {
    private record Key(DataSettings data, Shape input) {}

    private final Catalogue catalogue;
    private final ImageSource ink;
    private Key key;
    private Sample kept;

    /** @param ink the built-in digits, of which only as many are made as are looked at */
    public CatalogueSamples(Catalogue catalogue, ImageSource ink) {
        this.catalogue = catalogue;
        this.ink = ink;
    }

    @Override
    public synchronized Sample of(Recipe recipe) throws IOException {
        Key wanted = new Key(recipe.data(), recipe.net().input());
        if (wanted.equals(key)) return kept;
        kept = read(recipe);
        key = wanted;
        return kept;
    }

    private Sample read(Recipe recipe) throws IOException {
        DataSettings data = recipe.data();
        Shape input = recipe.net().input();
        String title = catalogue.entries().stream()
                .filter(entry -> entry.id().equals(data.dataset()))
                .map(Catalogue.Entry::title)
                .findFirst()
                .orElse(data.dataset());
        if (data.dataset().equals(Catalogue.INK)) {
            int all = data.train() > 0 ? data.train() : Math.max(1, Catalogue.INK_TRAIN - data.validation());
            ImageSet first =
                    ink.make(COUNT, 0, 0, LoadOptions.standard().seed()).train();
            return new Sample(title, all, first);
        }
        LoadOptions options = LoadOptions.standard()
                .withTrain(data.train())
                .withValidation(data.validation())
                .withShape(input.channels() == 3 ? 3 : 1, Math.max(1, input.height()), Math.max(1, input.width()));
        Dataset loaded = catalogue.load(data.dataset(), options);
        ImageSet train = loaded.train();
        return new Sample(title, train.size() + data.ink(), copy(train, Math.min(COUNT, train.size())));
    }

    /** With pixels of its own, so that the whole set can be forgotten. */
    private static ImageSet copy(ImageSet set, int count) {
        byte[] pixels = new byte[count * set.imageSize()];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            set.copy(i, pixels, i * set.imageSize());
            labels[i] = (byte) set.label(i);
        }
        return new ImageSet(set.channels(), set.height(), set.width(), set.classes(), pixels, labels);
    }
}
