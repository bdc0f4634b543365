package inklab.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.distort.Distortion;
import inklab.distort.Elastic;
import inklab.net.Decimal;
import inklab.net.Notation;
import inklab.net.Optimizer;
import java.math.BigDecimal;
import java.util.Map;

/** Recipes into JSON: fields in a fixed order, those at their defaults left out. */
final class RecipeWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecipeWriter() {}

    static ObjectNode json(Recipe recipe) {
        ObjectNode json = object();
        json.put("format", RecipeFile.FORMAT);
        json.put("name", recipe.name());
        if (!recipe.says().isEmpty()) json.put("says", recipe.says());
        json.set("data", data(recipe.data()));
        ObjectNode distortion = distortion(recipe.distortion());
        if (!distortion.isEmpty()) json.set("distortion", distortion);
        json.put("net", Notation.print(recipe.net()));
        json.set("training", training(recipe.training()));
        return json;
    }

    static String pretty(ObjectNode json) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was just made can be written", e);
        }
    }

    static String line(ObjectNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was just made can be written", e);
        }
    }

    private static ObjectNode data(DataSettings data) {
        ObjectNode json = object();
        json.put("dataset", data.dataset());
        unless(json, "train", data.train(), 0);
        unless(json, "validation", data.validation(), DataSettings.VALIDATION);
        unless(json, "ink", data.ink(), 0);
        unless(json, "normalise_width", data.normaliseWidth(), 0);
        if (data.pixels() != DataSettings.Pixels.UNIT)
            json.put("pixels", data.pixels().code());
        return json;
    }

    private static ObjectNode distortion(Distortion distortion) {
        ObjectNode json = object();
        Elastic elastic = distortion.elastic();
        ObjectNode inner = object();
        unless(inner, "sigma", elastic.sigma(), 0);
        unless(inner, "alpha", elastic.alpha(), 0);
        if (elastic.noise() != Elastic.Noise.GAUSSIAN) inner.put("noise", name(RecipeReader.NOISES, elastic.noise()));
        if (elastic.field() != Elastic.Field.PER_IMAGE) inner.put("field", name(RecipeReader.FIELDS, elastic.field()));
        if (!inner.isEmpty()) json.set("elastic", inner);
        unless(json, "rotation", distortion.rotation(), 0);
        unless(json, "scale_x", distortion.scaleX(), 0);
        unless(json, "scale_y", distortion.scaleY(), 0);
        unless(json, "shear", distortion.shear(), 0);
        unless(json, "shift", distortion.shift(), 0);
        unless(json, "pixel_shift", distortion.pixelShift(), 0);
        unless(json, "noise", distortion.noise(), 0);
        if (distortion.flip()) json.put("flip", true);
        return json;
    }

    private static ObjectNode training(TrainingSettings training) {
        ObjectNode json = object();
        json.put("batch", training.batch());
        json.put("epochs", training.epochs());
        unless(json, "minutes", training.minutes(), 0);
        unless(json, "patience", training.patience(), 0);
        json.set("optimizer", optimizer(training.optimizer()));
        json.set("schedule", schedule(training.schedule()));
        unless(json, "l2", training.l2(), 0);
        unless(json, "clip", training.clip(), 0);
        if (training.seed() != 1) json.put("seed", training.seed());
        return json;
    }

    private static ObjectNode optimizer(Optimizer optimizer) {
        ObjectNode json = object();
        if (optimizer instanceof Optimizer.Sgd) json.put("kind", "sgd");
        else if (optimizer instanceof Optimizer.Momentum o) {
            json.put("kind", "momentum");
            unless(json, "momentum", o.momentum(), 0.9);
        } else if (optimizer instanceof Optimizer.Nesterov o) {
            json.put("kind", "nesterov");
            unless(json, "momentum", o.momentum(), 0.9);
        } else if (optimizer instanceof Optimizer.RmsProp o) {
            json.put("kind", "rmsprop");
            unless(json, "decay", o.decay(), 0.9);
            unless(json, "epsilon", o.epsilon(), 1e-8);
        } else if (optimizer instanceof Optimizer.Adam o) {
            json.put("kind", "adam");
            unless(json, "beta1", o.beta1(), 0.9);
            unless(json, "beta2", o.beta2(), 0.999);
            unless(json, "epsilon", o.epsilon(), 1e-8);
        }
        return json;
    }

    private static ObjectNode schedule(Schedule schedule) {
        ObjectNode json = object();
        if (schedule instanceof Schedule.Constant s) rate(json, "constant", s);
        else if (schedule instanceof Schedule.Exponential s) {
            rate(json, "exponential", s);
            json.set("factor", number(s.factor()));
            unless(json, "floor", s.floor(), 0);
        } else if (schedule instanceof Schedule.StepDown s) {
            rate(json, "step", s);
            json.set("factor", number(s.factor()));
            json.put("every", s.every());
        } else if (schedule instanceof Schedule.Linear s) {
            rate(json, "linear", s);
            unless(json, "last", s.last(), 0);
        } else if (schedule instanceof Schedule.Cosine s) {
            rate(json, "cosine", s);
            unless(json, "last", s.last(), 0);
        } else if (schedule instanceof Schedule.Plateau s) {
            rate(json, "plateau", s);
            json.set("factor", number(s.factor()));
            json.put("patience", s.patience());
            unless(json, "floor", s.floor(), 0);
        }
        return json;
    }

    private static void rate(ObjectNode json, String kind, Schedule schedule) {
        json.put("kind", kind);
        json.set("rate", number(schedule.rate()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static void unless(ObjectNode json, String name, int value, int otherwise) {
        if (value != otherwise) json.put(name, value);
    }

    private static void unless(ObjectNode json, String name, double value, double otherwise) {
        if (value != otherwise) json.set(name, number(value));
    }

    private static DecimalNode number(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(value + " cannot be written in a recipe");
        return DecimalNode.valueOf(new BigDecimal(Decimal.text(value)));
    }

    private static <T> String name(Map<String, T> names, T value) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue() == value)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
