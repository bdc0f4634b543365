package inklab.train;

import inklab.data.Catalogue;
import inklab.data.Dataset;
import inklab.data.LoadOptions;
import inklab.data.Progress;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
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
        return catalogue.load(data.dataset(), options, new Progress() {
            @Override
            public void at(String what, long done, long total, double perSecond) {}

            @Override
            public boolean cancelled() {
                return cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
            }
        });
    }
}
