package inklab.cli;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.data.LoadOptions;
import inklab.net.Shape;
import inklab.recipe.Recipe;

/** A part of a data set, in lower case as it is typed. */
enum Split {
    train,
    validation,
    test;

    ImageSet of(Dataset data) {
        return switch (this) {
            case train -> data.train();
            case validation -> data.validation();
            case test -> data.test();
        };
    }

    /** Which images to load for a network: of the data set it was trained on the very same parts. */
    static LoadOptions options(Recipe recipe, String dataset) {
        Shape input = recipe.net().input();
        LoadOptions options = LoadOptions.standard();
        if (input.channels() == 1 || input.channels() == 3)
            options = options.withShape(input.channels(), input.height(), input.width());
        if (!recipe.data().dataset().equals(dataset)) return options;
        return options.withTrain(recipe.data().train())
                .withValidation(recipe.data().validation());
    }
}
