package inklab.recipe;

import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.distort.Distortion;
import inklab.net.Cost;
import inklab.net.Decimal;
import inklab.net.Inference;
import inklab.net.LayerSpec.Output;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Problem;
import inklab.net.Shape;
import inklab.net.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with a recipe: values out of their range, a net with problems, a net that does not fit the data. Never throws. Problems name
 * the fields as the recipe's file has them.
 */
public final class RecipeCheck {
    private static final int LONGEST_NAME = 80;
    private static final String UNSEEN = "Without validation images nobody sees when learning has come to a halt.";
    private static final long MUCH_MEMORY = 16_000_000_000L;

    private final Recipe recipe;
    private final List<Problem> problems = new ArrayList<>();

    private RecipeCheck(Recipe recipe) {
        this.recipe = recipe;
    }

    /** The problems of a recipe, errors and warnings, in the order of its file. */
    public static List<Problem> of(Recipe recipe) {
        RecipeCheck check = new RecipeCheck(recipe);
        check.name(recipe.name());
        check.data(recipe.data());
        check.distortion(recipe.distortion());
        Inference inference = Inference.of(recipe.net());
        check.problems.addAll(inference.problems());
        KnownData.of(recipe.data().dataset())
                .ifPresentOrElse(known -> check.fit(known.title(), known.shape(), known.classes()), check::picturesFit);
        check.training(recipe.training());
        if (inference.isSound()) check.memory(inference);
        return List.copyOf(check.problems);
    }

    /** Whether a recipe's net fits images that are there now: the problems that {@link #of} could not know of. */
    public static List<Problem> fit(Recipe recipe, Dataset data) {
        RecipeCheck check = new RecipeCheck(recipe);
        ImageSet images = data.train();
        check.fit(
                "The data set " + data.id(),
                new Shape(images.channels(), images.height(), images.width()),
                images.classes().size());
        return List.copyOf(check.problems);
    }

    private void name(String name) {
        boolean impossible = name.isBlank()
                || name.length() > LONGEST_NAME
                || name.startsWith(".")
                || !name.equals(name.strip())
                || name.chars().anyMatch(c -> c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0);
        if (impossible)
            error(
                    "name",
                    "This name cannot be a file's name.",
                    "Use letters, digits and dashes, at most " + LONGEST_NAME + ": my-net.");
    }

    private void data(DataSettings data) {
        Optional<KnownData> known = KnownData.of(data.dataset());
        if (known.isEmpty()) dataset(data.dataset());
        within("data.train", data.train(), 0, 10_000_000, "0 means all.");
        within(
                "data.validation",
                data.validation(),
                0,
                10_000_000,
                "10000 is usual: they choose the best epoch; with 0 it is the last.");
        int images = known.map(KnownData::images).orElse(0);
        if (images > 0 && data.validation() >= images)
            error(
                    "data.validation",
                    "There are only " + images + " images to train and validate on.",
                    "Hold out 10000.");
        else if (images > 0 && data.train() > images - data.validation())
            error(
                    "data.train",
                    "There are only " + (images - data.validation()) + " images beside those for validation.",
                    "Use 0 for all of them.");
        int width = recipe.net().input().width();
        if (data.normaliseWidth() != 0)
            within("data.normalise_width", data.normaliseWidth(), 4, Math.max(4, width), "0 means not at all.");
        ink(data, known);
        long bytes = ((data.train() > 0 ? data.train() : images) + (long) Math.max(0, data.ink()))
                * size(recipe.net().input());
        if (bytes > Integer.MAX_VALUE - 8)
            error(
                    "data.train",
                    "So many images of " + recipe.net().input() + " cannot be held in memory.",
                    "Use fewer, or a smaller input.");
    }

    /** Ink's digits are ten classes, and grey: beside clothes or photographs they would be labelled as such. */
    private void ink(DataSettings data, Optional<KnownData> known) {
        within("data.ink", data.ink(), 0, 10_000_000, "0 means none.");
        if (data.ink() <= 0 || known.isEmpty() || data.takesInk()) return;
        if (data.dataset().equals("ink"))
            error("data.ink", "Ink is the data set already.", "Say with train how many of them.");
        else error("data.ink", "Ink's digits are none of " + known.get().title() + "'s classes.", "Leave it out.");
    }

    private static long size(Shape shape) {
        int longest = Math.max(shape.channels(), Math.max(shape.height(), shape.width()));
        int shortest = Math.min(shape.channels(), Math.min(shape.height(), shape.width()));
        // An input without pixels is the net's own problem, and no image has sides beyond this.
        return shortest < 1 || longest > 10_000 ? 0 : (long) shape.channels() * shape.height() * shape.width();
    }

    private void dataset(String id) {
        if (id.startsWith(KnownData.PICTURES)) {
            String name = id.substring(KnownData.PICTURES.length());
            if (!name.isBlank()
                    && !name.startsWith(".")
                    && name.chars().noneMatch(c -> c < ' ' || "/\\:".indexOf(c) >= 0)) return;
            error("data.dataset", "“" + Fields.shown(id) + "” names no folder of pictures.", "Write pictures/NAME.");
            return;
        }
        List<String> ids = KnownData.ALL.stream().map(KnownData::id).toList();
        error(
                "data.dataset",
                "There is no data set “" + Fields.shown(id) + "”.",
                Spelling.nearest(id, ids)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("It can be " + String.join(", ", ids) + " or pictures/NAME."));
    }

    private void distortion(Distortion d) {
        if (d.elastic().alpha() != 0 || d.elastic().sigma() != 0) {
            within("distortion.elastic.alpha", d.elastic().alpha(), 0, 1000, "36 with σ 8 is usual for digits.");
            if (d.elastic().alpha() == 0)
                within("distortion.elastic.sigma", d.elastic().sigma(), 0, 100, "");
            else above("distortion.elastic.sigma", d.elastic().sigma(), 100, "4 to 8 pixels are usual for digits.");
        }
        within("distortion.rotation", d.rotation(), 0, 180, "In degrees; 15 is usual for digits.");
        within("distortion.scale_x", d.scaleX(), 0, 0.9, "A share: 0.15 means ×0.85 to ×1.15.");
        within("distortion.scale_y", d.scaleY(), 0, 0.9, "A share: 0.15 means ×0.85 to ×1.15.");
        within("distortion.shear", d.shear(), 0, 80, "In degrees; 15 is usual for digits.");
        within("distortion.shift", d.shift(), 0, 1000, "In pixels; 2 is usual for digits.");
        within("distortion.pixel_shift", d.pixelShift(), 0, 1000, "In whole pixels; 1 is usual.");
        within("distortion.noise", d.noise(), 0, 1, "1 is full ink; 0.1 is much.");
        String id = recipe.data().dataset();
        if (d.flip() && (id.equals("ink") || id.equals("mnist")))
            problems.add(Problem.warning(
                    "distortion.flip", "Mirrored digits are no digits.", "Flip photographs and clothes, not digits."));
    }

    private void training(TrainingSettings t) {
        within("training.batch", t.batch(), 1, 65_536, "128 is usual.");
        within("training.epochs", t.epochs(), 1, 100_000, "10 is a good start.");
        within("training.minutes", t.minutes(), 0, 1_000_000, "0 means no limit.");
        within("training.patience", t.patience(), 0, 100_000, "0 means never.");
        if (recipe.data().validation() == 0 && t.patience() > 0)
            error("training.patience", UNSEEN, "Hold out validation images, or use 0: never.");
        optimizer(t.optimizer());
        schedule(t.schedule());
        within("training.l2", t.l2(), 0, 10, "0.0001 is usual; 0 means none.");
        within("training.clip", t.clip(), 0, 1_000_000, "1 to 10 is usual; 0 means none.");
    }

    private void optimizer(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Momentum o) share("momentum", o.momentum(), "0.9 is usual.");
        if (optimizer instanceof Optimizer.Nesterov o) share("momentum", o.momentum(), "0.9 is usual.");
        if (optimizer instanceof Optimizer.RmsProp o) {
            share("decay", o.decay(), "0.9 is usual.");
            above("training.optimizer.epsilon", o.epsilon(), 1, "1e-8 is usual.");
        }
        if (optimizer instanceof Optimizer.Adam o) {
            share("beta1", o.beta1(), "0.9 is usual.");
            share("beta2", o.beta2(), "0.999 is usual.");
            above("training.optimizer.epsilon", o.epsilon(), 1, "1e-8 is usual.");
        }
    }

    private void schedule(Schedule schedule) {
        above("training.schedule.rate", schedule.rate(), 1000, "0.1 is usual for SGD, 0.001 for Adam.");
        if (schedule instanceof Schedule.Exponential s) {
            above("training.schedule.factor", s.factor(), 1, "0.95 an epoch is usual.");
            upToRate("floor", s.floor(), s.rate());
        }
        if (schedule instanceof Schedule.StepDown s) {
            above("training.schedule.factor", s.factor(), 1, "0.1 is usual.");
            within("training.schedule.every", s.every(), 1, 100_000, "In epochs; 10 is a good start.");
        }
        if (schedule instanceof Schedule.Linear s) upToRate("last", s.last(), 1000);
        if (schedule instanceof Schedule.Cosine s) upToRate("last", s.last(), 1000);
        if (schedule instanceof Schedule.Plateau s) {
            if (recipe.data().validation() == 0)
                error(
                        "training.schedule.kind",
                        UNSEEN,
                        "Hold out validation images, or take another schedule: cosine.");
            above("training.schedule.factor", s.factor(), 1, "0.5 is usual.");
            within("training.schedule.patience", s.patience(), 1, 100_000, "In epochs; 5 is usual.");
            upToRate("floor", s.floor(), s.rate());
        }
    }

    private void fit(String title, Shape images, int classes) {
        NetSpec net = recipe.net();
        Shape input = net.input();
        boolean possible = Preparation.convertible(images.channels(), input.channels());
        if (!possible && input.size() == images.size() && input.isVector())
            error(
                    "net.input",
                    "An input of " + input + " has lost the shape of the images, " + images + ".",
                    "Begin the net with " + images + ": dense layers flatten it themselves.");
        else if (!possible)
            error(
                    "net.input",
                    title + " has images of " + images + ", which cannot become " + input + ".",
                    "Begin the net with " + images + ".");
        int last = net.layers().size() - 1;
        if (last < 0 || !(net.layers().get(last) instanceof Output output) || output.classes() == classes) return;
        problems.add(Problem.atLayer(
                last,
                title + " has " + classes + " classes; this output has " + output.classes() + ".",
                "End the net with " + classes + "N."));
    }

    /** Pictures of one's own are read in the shape that the net wants, grey or RGB. */
    private void picturesFit() {
        int channels = recipe.net().input().channels();
        if (recipe.data().dataset().startsWith(KnownData.PICTURES) && channels != 1 && channels != 3)
            error(
                    "net.input",
                    "Pictures have 1 channel, grey, or 3, RGB; this input has " + channels + ".",
                    "Begin the net with 1x64x64 or 3x64x64, say.");
    }

    private void memory(Inference inference) {
        TrainingSettings training = recipe.training();
        long bytes = Cost.of(inference).trainingBytes(training.batch(), training.optimizer());
        if (bytes > MUCH_MEMORY)
            problems.add(Problem.warning(
                    "training.batch",
                    "Training this net with mini-batches of " + training.batch() + " takes "
                            + (bytes >= 1L << 50 ? "over a million" : Long.toString(bytes / 1_000_000_000))
                            + " GB of memory.",
                    "Use a smaller batch or net, unless this computer has so much."));
    }

    private void share(String field, double value, String hint) {
        if (value >= 0 && value < 1) return;
        error(
                "training.optimizer." + field,
                "This is " + Decimal.text(value) + ".",
                "It has to be at least 0 and below 1. " + hint);
    }

    private void upToRate(String field, double value, double most) {
        if (!(most > 0)) return; // The rate has its own problem.
        within("training.schedule." + field, value, 0, most, "It is a learning rate, and 0 is allowed.");
    }

    private void within(String where, double value, double least, double most, String hint) {
        if (value >= least && value <= most) return;
        range(where, value, "at least " + Decimal.text(least), most, hint);
    }

    private void above(String where, double value, double most, String hint) {
        if (value > 0 && value <= most) return;
        range(where, value, "above 0", most, hint);
    }

    private void range(String where, double value, String least, double most, String hint) {
        String how = Stream.of("It has to be " + least + " and at most " + Decimal.text(most) + ".", hint)
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        error(where, "This is " + Decimal.text(value) + ".", how);
    }

    private void error(String where, String what, String how) {
        problems.add(new Problem(where, what, how));
    }
}
