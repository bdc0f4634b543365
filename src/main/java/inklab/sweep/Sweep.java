package inklab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeEdit;
import inklab.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Many recipes in one: all that a sweep's results depend on, and when it is enough.
 *
 * @param name short, as a file name
 * @param says what it shows, in words
 * @param base what every member has but for the axes
 * @param with fields that are set on the base, and on recipes that take its place, before the axes' values
 * @param axes at least one; a grid's last axis runs fastest
 */
public record Sweep(
        String name,
        String says,
        Recipe base,
        Map<String, JsonNode> with,
        List<Axis> axes,
        Strategy strategy,
        Limit limit) {
    /** More members than anybody can wait for or look at. */
    public static final int MOST = 10_000;

    /**
     * When it is enough.
     *
     * @param runs members at most; 0 for no limit
     * @param hours of training at most; 0 for no limit
     */
    public record Limit(int runs, double hours) {
        public static final Limit NONE = new Limit(0, 0);
    }

    /**
     * One of the recipes.
     *
     * @param name of its run folder: the sweep's name and a number from 1
     * @param values of the axes, by their fields, in order
     * @param recipe to train; empty when these values make none
     * @param problem why there is none, or why it cannot be trained; else empty
     */
    public record Member(
            String name, Map<String, JsonNode> values, Optional<Recipe> recipe, Optional<Problem> problem) {
        /** The values in words: {@code sigma 8, alpha 36}. */
        public String words() {
            return values.entrySet().stream()
                    .map(value -> value.getKey().substring(value.getKey().lastIndexOf('.') + 1) + " "
                            + Axis.words(value.getValue()))
                    .collect(Collectors.joining(", "));
        }
    }

    public Sweep {
        with = Collections.unmodifiableMap(new LinkedHashMap<>(with)); // In order: a part before its fields.
        axes = List.copyOf(axes);
    }

    public Sweep withLimit(Limit other) {
        return new Sweep(name, says, base, with, axes, strategy, other);
    }

    /** How many combinations the axes' points have. */
    public long gridSize() {
        long size = 1;
        for (Axis axis : axes) {
            // Beyond this it is too many, whatever the number.
            if (size > Long.MAX_VALUE / Math.max(1, axis.size())) return Long.MAX_VALUE;
            size *= axis.size();
        }
        return size;
    }

    /** All that may be trained, in order: a function of the sweep alone. */
    public List<Member> members() {
        List<Map<String, JsonNode>> values;
        if (strategy instanceof Strategy.Random random) values = drawn(random.runs(), random.seed());
        else if (strategy instanceof Strategy.Halving halving && halving.runs() > 0)
            values = drawn(halving.runs(), halving.seed());
        else values = grid();
        if (limit.runs() > 0 && values.size() > limit.runs()) values = values.subList(0, limit.runs());
        List<Member> members = new ArrayList<>();
        for (Map<String, JsonNode> each : values) members.add(member(members.size() + 1, each));
        return members;
    }

    private List<Map<String, JsonNode>> grid() {
        List<Map<String, JsonNode>> grid = List.of(Map.of());
        for (Axis axis : axes) {
            List<Map<String, JsonNode>> finer = new ArrayList<>();
            for (Map<String, JsonNode> before : grid)
                for (JsonNode value : axis.points()) {
                    Map<String, JsonNode> values = new LinkedHashMap<>(before);
                    values.put(axis.field(), value);
                    finer.add(values);
                }
            grid = finer;
        }
        return grid;
    }

    /** No combination twice, unless there are too few of them. */
    private List<Map<String, JsonNode>> drawn(int runs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Map<String, JsonNode>> seen = new HashSet<>();
        List<Map<String, JsonNode>> drawn = new ArrayList<>();
        for (int tries = 0; drawn.size() < runs && tries < 100 * runs; tries++) {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            for (Axis axis : axes) values.put(axis.field(), axis.draw(random.nextDouble()));
            if (seen.add(values)) drawn.add(values);
        }
        return drawn;
    }

    private Member member(int number, Map<String, JsonNode> values) {
        String title = String.format(Locale.ROOT, "%s-%03d", name, number);
        RecipeFile.Parsed parsed = recipe(values);
        Optional<Problem> problem =
                parsed.problems().stream().filter(Problem::isError).findFirst();
        Member nameless = new Member(title, values, parsed.recipe(), problem);
        Optional<Recipe> named = parsed.recipe()
                .map(recipe -> new Recipe(
                        title,
                        name + ": " + nameless.words() + ".",
                        recipe.data(),
                        recipe.distortion(),
                        recipe.net(),
                        recipe.training()));
        return new Member(title, values, named, problem);
    }

    /** The recipe with these values of the axes, or what is wrong with it. */
    RecipeFile.Parsed recipe(Map<String, JsonNode> values) {
        Recipe from = base;
        Map<String, JsonNode> fields = new LinkedHashMap<>(with);
        for (Map.Entry<String, JsonNode> value : values.entrySet()) {
            if (!value.getKey().equals(Axis.RECIPE)) fields.put(value.getKey(), value.getValue());
            else if (value.getValue() instanceof ObjectNode object) {
                RecipeFile.Parsed other = RecipeEdit.read(object);
                if (other.recipe().isEmpty()) return other;
                from = other.recipe().get();
            }
        }
        return RecipeEdit.set(from, fields);
    }
}
