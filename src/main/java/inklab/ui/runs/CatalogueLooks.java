package inklab.ui.runs;

import inklab.data.Catalogue;
import inklab.data.ImageSet;
import inklab.data.ImageSource;
import inklab.data.LoadOptions;
import inklab.distort.Distorter;
import inklab.distort.Draw;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.ui.widget.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Images out of the catalogue. The few that show what recipes do are kept, so that comparing two does not read files again. */
public final class CatalogueLooks implements Looks {
    /** Images are chosen among so many: of the first classes that come. */
    private static final int AMONG = 40;

    private record Key(DataSettings data, Shape input) {}

    private final Catalogue catalogue;
    private final ImageSource ink;
    private final Map<Key, ImageSet> kept = new HashMap<>();

    /** @param ink the built-in digits, of which only as many are made as are looked at */
    public CatalogueLooks(Catalogue catalogue, ImageSource ink) {
        this.catalogue = catalogue;
        this.ink = ink;
    }

    @Override
    public synchronized List<Picture> seen(Recipe recipe) throws IOException {
        ImageSet raw = first(recipe);
        Preparation preparation = Preparation.of(recipe);
        Shape input = preparation.input();
        Distorter distorter = new Distorter(recipe.distortion(), input.channels(), input.height(), input.width());
        Shape shape = new Shape(raw.channels(), raw.height(), raw.width());
        float[] distorted = new float[input.size()];
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            distorter.apply(
                    preparation.apply(raw.image(i), shape),
                    0,
                    distorted,
                    0,
                    Draw.of(recipe.training().seed(), 0, i));
            pictures.add(picture(input, distorted));
        }
        return pictures;
    }

    private static Picture picture(Shape shape, float[] values) {
        // Of an input with another number of channels than 1 or 3, the first.
        int channels = shape.channels() == 3 ? 3 : 1;
        byte[] pixels = new byte[channels * shape.height() * shape.width()];
        for (int p = 0; p < pixels.length; p++)
            pixels[p] = (byte) Math.round(255 * Math.min(1, Math.max(0, values[p])));
        return new Picture(channels, shape.height(), shape.width(), pixels);
    }

    private ImageSet first(Recipe recipe) throws IOException {
        // Which images come first does not depend on how many are trained on.
        DataSettings data = recipe.data();
        Key key = new Key(
                new DataSettings(data.dataset(), 0, data.validation(), 0, data.pixels()),
                recipe.net().input());
        ImageSet known = kept.get(key);
        if (known != null) return known;
        ImageSet train = data.dataset().equals(Catalogue.INK)
                ? ink.make(AMONG, 0, 0, LoadOptions.standard().seed()).train()
                : catalogue.load(data.dataset(), options(recipe)).train();
        ImageSet few = choose(train);
        kept.put(key, few);
        return few;
    }

    private static LoadOptions options(Recipe recipe) {
        Shape input = recipe.net().input();
        return LoadOptions.standard()
                .withTrain(recipe.data().train())
                .withValidation(recipe.data().validation())
                .withShape(input.channels() == 3 ? 3 : 1, Math.max(1, input.height()), Math.max(1, input.width()));
    }

    /** One of each class that comes, with pixels of their own, so that the whole set can be forgotten. */
    private static ImageSet choose(ImageSet set) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < Math.min(AMONG, set.size()) && chosen.size() < COUNT; i++) {
            int image = i;
            // Nothing shows a distortion less than a 1.
            boolean dull = set.label(i) == 1 && i + COUNT < set.size();
            if (!dull && chosen.stream().noneMatch(other -> set.label(other) == set.label(image))) chosen.add(i);
        }
        byte[] pixels = new byte[chosen.size() * set.imageSize()];
        byte[] labels = new byte[chosen.size()];
        for (int k = 0; k < labels.length; k++) {
            set.copy(chosen.get(k), pixels, k * set.imageSize());
            labels[k] = (byte) set.label(chosen.get(k));
        }
        return new ImageSet(set.channels(), set.height(), set.width(), set.classes(), pixels, labels);
    }

    @Override
    public Map<Integer, Picture> test(Recipe recipe, List<Integer> images) throws IOException {
        ImageSet test = catalogue.load(recipe.data().dataset(), options(recipe)).test();
        Map<Integer, Picture> pictures = new HashMap<>();
        for (int image : images)
            if (image < test.size())
                pictures.put(
                        image,
                        new Picture(test.channels() == 3 ? 3 : 1, test.height(), test.width(), test.image(image)));
        return pictures;
    }
}
