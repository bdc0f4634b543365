package inklab.train;

import inklab.data.Catalogue;
import inklab.data.DataException;
import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.data.LoadOptions;
import inklab.data.Progress;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Images out of the catalogue of data sets. */
public final class CatalogueImages implements TrainingImages {
    private final Catalogue catalogue;

    public CatalogueImages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Dataset load(Recipe recipe, BooleanSupplier cancelled) throws IOException {
        DataSettings data = recipe.data();
        Shape input = recipe.net().input();
        LoadOptions options = LoadOptions.standard()
                .withTrain(data.train())
                .withValidation(data.validation())
                .withShape(input.channels(), input.height(), input.width());
        Dataset loaded = catalogue.load(data.dataset(), options, new Progress() {
            @Override
            public void at(String what, long done, long total, double perSecond) {}

            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
            }
        });
        return data.ink() > 0 ? withInk(loaded, data) : loaded;
    }

    /** Ink's training digits behind the data set's own. */
    private Dataset withInk(Dataset loaded, DataSettings data) throws IOException {
        ImageSet own = loaded.train();
        LoadOptions options = LoadOptions.standard().withTrain(data.ink()).withValidation(0);
        ImageSet ink = catalogue.load(Catalogue.INK, options).train();
        if (!own.classes().equals(ink.classes()))
            throw new DataException(
                    "Ink's digits are none of the classes of " + loaded.id() + ": leave ink out of the recipe's data.");
        // Pictures of one's own come in the net's size already.
        Preparation fit =
                new Preparation(data.withNormaliseWidth(0), new Shape(own.channels(), own.height(), own.width()));
        return new Dataset(loaded.id(), own.and(fit.apply(ink)), loaded.validation(), loaded.test());
    }
}
