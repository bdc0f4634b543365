package inklab.ui.distort;

import inklab.data.Catalogue;
import inklab.data.ImageSet;
import inklab.data.ImageSource;
import inklab.data.LoadOptions;
import inklab.data.Progress;
import inklab.net.Shape;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Training images from the catalogue. Ink is made in small, not the whole set of it. */
final class CatalogueSamples implements Samples {
    private final Catalogue catalogue;
    private final ImageSource ink;

    CatalogueSamples(Catalogue catalogue, ImageSource ink) {
        this.catalogue = catalogue;
        this.ink = ink;
    }

    @Override
    public Sample load(Recipe recipe, BooleanSupplier cancelled) throws IOException {
        ImageSet train = train(recipe, cancelled);
        ImageSet few = spread(train);
        try {
            return new Sample(recipe.data(), Preparation.of(recipe).apply(few));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "The images of " + recipe.data().dataset() + " do not fit the net (" + e.getMessage()
                            + "): choose another data set, or another input.",
                    e);
        }
    }

    private ImageSet train(Recipe recipe, BooleanSupplier cancelled) throws IOException {
        String dataset = recipe.data().dataset();
        long seed = recipe.training().seed();
        if (dataset.equals(Catalogue.INK))
            return ink.make(Sample.MOST, 0, 1, seed).train();
        Shape input = recipe.net().input();
        LoadOptions options = new LoadOptions(
                recipe.data().train(),
                recipe.data().validation(),
                input.channels() == 3 ? 3 : 1,
                Math.max(1, input.height()),
                Math.max(1, input.width()),
                seed);
        return catalogue
                .load(dataset, options, new Progress() {
                    @Override
                    public void at(String what, long done, long total, double perSecond) {}

                    @Override
                    public boolean cancelled() {
                        return cancelled.getAsBoolean();
                    }
                })
                .train();
    }

    /** Evenly from the whole set: folders of one's own are in the order of their classes. */
    private static ImageSet spread(ImageSet train) {
        int n = Math.min(Sample.MOST, train.size());
        int[] which = new int[n];
        int stride = Math.max(1, train.size() / Math.max(1, n));
        for (int i = 0; i < n; i++) which[i] = (int) ((long) i * stride % train.size());
        return train.select(which);
    }
}
