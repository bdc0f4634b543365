package inklab.ui.train;

import inklab.distort.Distortion;
import inklab.net.Cost;
import inklab.net.Notation;
import inklab.net.Optimizer;
import inklab.recipe.Recipe;
import inklab.recipe.Schedule;
import inklab.ui.Figures;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;

/** The recipe in four titles with a note each. */
final class RecipeWords {
    private final Texts texts;

    /** What stands beside a card's picture. */
    record Line(String title, String note) {}

    RecipeWords(Texts texts) {
        this.texts = texts;
    }

    Line data(RecipePictures pictures) {
        if (!pictures.trouble().isEmpty()) return new Line(pictures.title(), texts.get("card.data.missing"));
        return new Line(pictures.title(), texts.get("card.data", Figures.count(pictures.images())));
    }

    Line distortion(Distortion d) {
        if (d.isNone()) return new Line(texts.get("card.plain"), texts.get("card.plain.note"));
        List<String> kinds = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (!d.elastic().isNone()) {
            kinds.add(texts.get("card.elastic"));
            values.add("σ " + plain(d.elastic().sigma()) + ", α "
                    + plain(d.elastic().alpha()));
        }
        boolean affine = d.rotation() != 0 || d.scaleX() != 0 || d.scaleY() != 0 || d.shear() != 0;
        if (affine) kinds.add(texts.get("card.affine"));
        if (d.rotation() != 0) values.add("±" + plain(d.rotation()) + "°");
        if (d.scaleX() != 0 || d.scaleY() != 0) {
            String width = "±" + Figures.percent(d.scaleX(), 0);
            values.add(d.scaleX() == d.scaleY() ? width : width + " × ±" + Figures.percent(d.scaleY(), 0));
        }
        if (d.shear() != 0) values.add(texts.get("card.shear", plain(d.shear())));
        if (d.shift() != 0 || d.pixelShift() != 0) {
            kinds.add(texts.get("card.shift"));
            values.add("±" + plain(d.shift() != 0 ? d.shift() : d.pixelShift()) + " px");
        }
        if (d.noise() != 0) {
            kinds.add(texts.get("card.noise"));
            values.add(plain(d.noise()));
        }
        if (d.flip()) kinds.add(texts.get("card.flip"));
        String title = String.join(" + ", kinds.subList(0, Math.min(2, kinds.size())));
        return new Line(title, String.join(", ", values));
    }

    Line net(Recipe recipe) {
        int layers = recipe.net().layers().size();
        String weights = Figures.shortCount(Cost.of(recipe.net()).total().parameters());
        String[] numbers = texts.get("numbers").split(",", -1);
        String count = layers < numbers.length ? numbers[layers] : Integer.toString(layers);
        String activation = Notation.Defaults.of(recipe.net()).activation().code();
        return new Line(texts.get("card.weights", weights), texts.get("card.layers", count, activation));
    }

    Line batch(Recipe recipe) {
        return new Line(
                texts.get("card.batch", recipe.training().batch()),
                texts.get(
                        "card.batch.note",
                        optimizer(recipe.training().optimizer()),
                        recipe.training().seed()));
    }

    String optimizer(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Momentum o) return texts.get("optimizer.momentum", plain(o.momentum()));
        if (optimizer instanceof Optimizer.Nesterov o) return texts.get("optimizer.nesterov", plain(o.momentum()));
        if (optimizer instanceof Optimizer.RmsProp) return "RMSProp";
        if (optimizer instanceof Optimizer.Adam) return "Adam";
        return texts.get("optimizer.sgd");
    }

    /** The optimiser's name alone, for where its numbers stand beside it. */
    String optimizerName(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Momentum) return texts.get("optimizer.momentum.name");
        if (optimizer instanceof Optimizer.Nesterov) return "Nesterov";
        return optimizer(optimizer);
    }

    String schedule(Schedule schedule) {
        if (schedule instanceof Schedule.Exponential) return texts.get("schedule.exponential");
        if (schedule instanceof Schedule.StepDown) return texts.get("schedule.step");
        if (schedule instanceof Schedule.Linear) return texts.get("schedule.linear");
        if (schedule instanceof Schedule.Cosine) return texts.get("schedule.cosine");
        if (schedule instanceof Schedule.Plateau) return texts.get("schedule.plateau");
        return texts.get("schedule.constant");
    }

    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Float.toString((float) value);
    }
}
