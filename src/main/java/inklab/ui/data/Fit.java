package inklab.ui.data;

import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Problem;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeCheck;
import inklab.ui.Figures;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a recipe and the data set that it names go together: what does not fit, and the recipe in which it does. Nothing is changed before
 * the user says so.
 *
 * @param what what does not fit, one sentence
 * @param consequence what follows from it, one sentence
 * @param grave whether it keeps the net from being trained
 * @param mend what the button says; empty when there is none
 * @param mended the recipe in which it fits
 */
record Fit(String what, String consequence, boolean grave, String mend, Optional<Recipe> mended) {

    /** What does not fit, the gravest; nothing when all is well. */
    static Optional<Fit> of(Recipe recipe, Images images, String title, Texts texts) {
        if (images.tooFew())
            return Optional.of(
                    new Fit(texts.get("fit.few", title), texts.get("fit.few.then"), true, "", Optional.empty()));
        return classes(recipe, images, title, texts)
                .or(() -> amount(recipe, texts))
                .or(() -> input(recipe, images, title, texts));
    }

    private static Optional<Fit> classes(Recipe recipe, Images images, String title, Texts texts) {
        List<LayerSpec> layers = recipe.net().layers();
        int last = layers.size() - 1;
        int classes = images.classes().size();
        if (last < 0 || !(layers.get(last) instanceof LayerSpec.Output output) || output.classes() == classes)
            return Optional.empty();
        List<LayerSpec> next = new ArrayList<>(layers);
        next.set(last, new LayerSpec.Output(classes, output.init()));
        Recipe ended = recipe.withNet(new NetSpec(recipe.net().input(), next));
        // Whoever mends one thing wants the net to fit, and need not be asked twice.
        Recipe whole = input(ended, images, title, texts).flatMap(Fit::mended).orElse(ended);
        return Optional.of(new Fit(
                texts.get("fit.classes", title, classes, output.classes()),
                texts.get("fit.classes.then"),
                true,
                texts.get("fit.classes.mend", classes),
                Optional.of(whole)));
    }

    /** Fewer images than the recipe asks for. */
    private static Optional<Fit> amount(Recipe recipe, Texts texts) {
        DataSettings data = recipe.data();
        return RecipeCheck.of(recipe).stream()
                .filter(problem -> problem.isError() && problem.where().equals("data.train"))
                .findFirst()
                .map(problem -> new Fit(
                        texts.get("fit.amount", Figures.count(data.train())),
                        texts.get("fit.classes.then"),
                        true,
                        texts.get("fit.amount.mend"),
                        Optional.of(recipe.withData(data.withTrain(0)))));
    }

    private static Optional<Fit> input(Recipe recipe, Images images, String title, Texts texts) {
        Optional<Shape> shape = images.shape();
        if (shape.isEmpty()) return Optional.empty();
        Shape has = shape.get();
        Shape takes = recipe.net().input();
        boolean near = Math.abs(has.height() - takes.height()) <= Preparation.BORDER
                && Math.abs(has.width() - takes.width()) <= Preparation.BORDER;
        boolean colours = has.channels() == takes.channels();
        if (near && colours) return Optional.empty();
        boolean never = !colours && takes.channels() != 1 && takes.channels() != 3;
        Recipe mended = recipe.withNet(new NetSpec(has, recipe.net().layers()));
        boolean sound = !Problem.anyError(Inference.of(mended.net()).problems());
        String then = never
                ? "fit.classes.then"
                : has.channels() > takes.channels() ? "fit.grey" : colours ? "fit.resampled" : "fit.repeated";
        return Optional.of(new Fit(
                texts.get("fit.input", title, words(has, texts), words(takes, texts)),
                texts.get(then),
                never,
                sound ? texts.get("fit.input.mend", has) : "",
                sound ? Optional.of(mended) : Optional.empty()));
    }

    /** 32 × 32 in colour. */
    static String words(Shape shape, Texts texts) {
        String key = shape.channels() == 1 ? "shape.grey" : shape.channels() == 3 ? "shape.colour" : "shape.other";
        return texts.get(key, shape.height(), shape.width(), shape.channels());
    }
}
