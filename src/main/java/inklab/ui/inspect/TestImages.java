package inklab.ui.inspect;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.train.TrainingImages;
import inklab.ui.widget.Picture;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * The images whose confusion is shown, as the net is given them: the test images, or the validation images of a data set without any.
 * Their labels score what the net answered, nothing else.
 *
 * @param test whether they are test images
 */
record TestImages(ImageSet set, boolean test) {
    /**
     * @throws IOException in one sentence, when they cannot be had
     */
    static TestImages load(Recipe recipe, TrainingImages from, BooleanSupplier cancelled) throws IOException {
        DataSettings data = recipe.data();
        // One training image will do: it is the others that are looked at.
        Recipe few = recipe.withData(data.withTrain(1).withInk(0));
        Dataset all = from.load(few, cancelled);
        boolean test = all.test().size() > 0;
        ImageSet raw = test ? all.test() : all.validation();
        try {
            return new TestImages(Preparation.of(recipe).apply(raw), test);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "The images of " + data.dataset() + " no longer fit this net (" + e.getMessage()
                            + "): restore the data set.",
                    e);
        }
    }

    Shape shape() {
        return new Shape(set.channels(), set.height(), set.width());
    }

    Picture picture(int index) {
        return Exhibit.picture(set.image(index), shape());
    }
}
