package inklab.ui.inspect;

import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Weights;
import inklab.inspect.FeatureMaps;
import inklab.inspect.Filters;
import inklab.inspect.Saliency;
import inklab.inspect.SignedMaps;
import inklab.inspect.UnitArithmetic;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.Notation;
import inklab.net.ReceptiveField;
import inklab.net.Shape;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.ui.LayerSeries;
import inklab.ui.inspect.UnitLook.Grid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Looks into a net at one epoch: a network of its own, loaded with the epoch's weights. For one thread at a time. */
final class Lens implements AutoCloseable {
    /** Of a unit with more connections than fit a picture, so many are shown. */
    private static final int SHOWN = 16;

    private static final int SHOWN_SIDE = 4;

    /** From this share of a map's peak on, a place stands out. */
    private static final double OUTSTANDING = 0.8;

    /**
     * @param unit null for the one that stands out most
     * @param channel of the input whose filters are shown
     */
    record Ask(Subject subject, int epoch, Exhibit exhibit, Unit unit, int channel) {}

    private final Supplier<? extends Engine> engine;
    private final WeightCache cache;
    private Recipe recipe;
    private Network network;
    private Inference inference;
    private List<Optional<ReceptiveField>> fields = List.of();
    private List<String> codes = List.of();
    private Weights loaded;
    private Exhibit seenExhibit;
    private byte[] input;
    private float[] numbers;
    private FeatureMaps maps;
    private SignedMaps saliency;

    Lens(Supplier<? extends Engine> engine, WeightCache cache) {
        this.engine = engine;
        this.cache = cache;
    }

    /**
     * @throws IOException in one sentence, when the epoch's weights cannot be had
     * @throws IllegalArgumentException when the image can never become this net's input
     */
    Look look(Ask ask) throws IOException {
        Weights weights = cache.get(ask.subject(), ask.epoch());
        open(ask.subject().recipe());
        load(weights, ask);
        see(ask);
        List<LayerLook> layers = layers(weights, ask);
        float[] probabilities = maps.activation(maps.layers() - 1);
        int answer = greatest(probabilities);
        Unit unit = place(ask.unit() == null ? first(layers) : ask.unit());
        Shape shape = recipe.net().input();
        return new Look(
                ask.subject(),
                ask.epoch(),
                ask.exhibit(),
                Exhibit.picture(input, shape),
                shape,
                layers,
                probabilities,
                answer,
                saliency,
                unit(unit, layers, weights));
    }

    private void open(Recipe wanted) {
        if (recipe != null && recipe.net().equals(wanted.net())) {
            if (!recipe.data().equals(wanted.data())) seenExhibit = null;
            recipe = wanted;
            return;
        }
        close();
        network = engine.get().network(wanted.net(), NetworkSettings.forPredicting());
        recipe = wanted;
        inference = Inference.of(wanted.net());
        fields = ReceptiveField.of(inference);
        codes = codes(wanted);
    }

    private void load(Weights weights, Ask ask) throws IOException {
        if (weights == loaded) return;
        loaded = null;
        seenExhibit = null;
        try {
            network.load(weights);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "The weights of epoch " + ask.epoch() + " of "
                            + ask.subject().choice().name()
                            + " do not fit its net (" + e.getMessage() + "): choose another run.",
                    e);
        }
        loaded = weights;
    }

    private void see(Ask ask) {
        if (Objects.equals(ask.exhibit(), seenExhibit)) return;
        seenExhibit = null;
        Preparation preparation = Preparation.of(recipe);
        Exhibit exhibit = ask.exhibit();
        input = exhibit.prepared() ? exhibit.pixels() : preparation.apply(exhibit.pixels(), exhibit.shape());
        numbers = preparation.numbers(input);
        maps = FeatureMaps.of(network, numbers, recipe.data().pixels().number(0));
        saliency = Saliency.of(network, numbers, greatest(maps.activation(maps.layers() - 1)));
        seenExhibit = exhibit;
    }

    private List<LayerLook> layers(Weights weights, Ask ask) throws IOException {
        // Filters of an early epoch are pale beside those of the last, so that one sees them grow.
        Weights last = cache.get(ask.subject(), ask.subject().last());
        int[] series = LayerSeries.of(recipe.net());
        List<LayerLook> layers = new ArrayList<>();
        for (int i = 0; i < series.length; i++) {
            if (series[i] == 0) continue;
            Inference.Layer layer = inference.layers().get(i);
            Shape in = layer.input().orElseThrow();
            // Beyond the first convolution a filter over one of many maps says little: there the maps speak.
            boolean pictures = in.channels() <= 4;
            int channel = Math.min(ask.channel(), in.channels() - 1);
            Optional<SignedMaps> filters = pictures ? Filters.of(inference, weights, i, channel) : Optional.empty();
            float bound = filters.map(SignedMaps::bound).orElse(0f);
            if (filters.isPresent() && last != weights)
                bound = Math.max(
                        bound,
                        Filters.of(inference, last, i, channel)
                                .map(SignedMaps::bound)
                                .orElse(0f));
            layers.add(new LayerLook(
                    i,
                    codes.get(i),
                    series[i],
                    layer.spec(),
                    layer.output().orElseThrow(),
                    filters,
                    bound,
                    in.channels(),
                    maps.layer(i)));
        }
        return layers;
    }

    /** The unit that stands out most in the first layer. */
    private static Unit first(List<LayerLook> layers) {
        LayerLook first = layers.get(0);
        int best = 0;
        double most = -1;
        for (int map = 0; map < first.maps().size(); map++) {
            double sum = 0;
            for (float v : first.maps().maps().get(map)) sum += Math.max(0, v);
            if (sum <= most) continue;
            most = sum;
            best = map;
        }
        return Unit.of(first.index(), best);
    }

    private Unit place(Unit wanted) {
        SignedMaps layer = maps.layer(wanted.layer());
        int map = Math.min(wanted.map(), layer.size() - 1);
        if (wanted.isPlaced())
            return new Unit(
                    wanted.layer(),
                    map,
                    Math.min(wanted.row(), layer.height() - 1),
                    Math.min(wanted.column(), layer.width() - 1),
                    wanted.channel());
        float[] values = layer.maps().get(map);
        float peak = 0;
        for (float v : values) peak = Math.max(peak, Math.abs(v));
        int best = 0;
        double most = -1;
        // Of the places that stand out, the one that sees an edge: there the arithmetic has something to say.
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) < OUTSTANDING * peak) continue;
            double contrast = contrast(wanted.layer(), i / layer.width(), i % layer.width());
            if (contrast <= most) continue;
            most = contrast;
            best = i;
        }
        return new Unit(wanted.layer(), map, best / layer.width(), best % layer.width(), wanted.channel());
    }

    /** The variance of what a unit sees of the image. */
    private double contrast(int layer, int row, int column) {
        Optional<ReceptiveField.Window> window = fields.get(layer).map(field -> field.window(row, column));
        if (window.isEmpty()) return 0;
        ReceptiveField.Window w = window.get();
        int side = recipe.net().input().width();
        double sum = 0;
        double squares = 0;
        for (int y = w.top(); y < w.top() + w.height(); y++)
            for (int x = w.left(); x < w.left() + w.width(); x++) {
                double v = numbers[y * side + x];
                sum += v;
                squares += v * v;
            }
        double n = Math.max(1, w.width() * w.height());
        return squares / n - sum / n * (sum / n);
    }

    private UnitLook unit(Unit unit, List<LayerLook> layers, Weights weights) {
        LayerLook layer = layers.stream()
                .filter(one -> one.index() == unit.layer())
                .findFirst()
                .orElse(layers.get(0));
        float[] from = unit.layer() == 0 ? numbers : maps.activation(unit.layer() - 1);
        Optional<UnitArithmetic> sum =
                UnitArithmetic.of(inference, weights, unit.layer(), from, unit.map(), unit.row(), unit.column());
        Optional<ReceptiveField.Window> window =
                fields.get(unit.layer()).map(field -> field.window(unit.row(), unit.column()));
        Shape out = layer.shape();
        double value =
                maps.activation(unit.layer())[(unit.map() * out.height() + unit.row()) * out.width() + unit.column()];
        boolean ofInput = unit.layer() == 0;
        if (sum.isEmpty()) return new UnitLook(unit, layer, window, sum, Grid.NONE, Grid.NONE, 0, ofInput, value);
        UnitArithmetic all = sum.get();
        int plane = all.height() * all.width();
        int channels = all.seen().length / plane;
        if (plane == 1) {
            int[] strongest = strongest(all);
            return new UnitLook(
                    unit,
                    layer,
                    window,
                    sum,
                    grid(all.seen(), strongest),
                    grid(all.weights(), strongest),
                    channels,
                    ofInput,
                    value);
        }
        int channel = unit.channel() >= 0 && unit.channel() < channels ? unit.channel() : loudest(all, plane);
        return new UnitLook(
                unit.through(channel),
                layer,
                window,
                sum,
                plane(all, all.seen(), channel),
                plane(all, all.weights(), channel),
                channels,
                ofInput,
                value);
    }

    /** The connections whose products are the largest, in their own order. */
    private static int[] strongest(UnitArithmetic all) {
        return IntStream.range(0, all.seen().length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(all.seen()[i] * all.weights()[i])))
                .limit(SHOWN)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Grid grid(float[] values, int[] which) {
        float[] shown = new float[which.length];
        for (int i = 0; i < shown.length; i++) shown[i] = values[which[i]];
        int columns = shown.length % SHOWN_SIDE == 0 ? SHOWN_SIDE : shown.length;
        return new Grid(shown.length / columns, columns, shown);
    }

    private static Grid plane(UnitArithmetic all, float[] values, int channel) {
        int plane = all.height() * all.width();
        return new Grid(
                all.height(),
                all.width(),
                java.util.Arrays.copyOfRange(values, channel * plane, (channel + 1) * plane));
    }

    /** The channel whose products add up to most. */
    private static int loudest(UnitArithmetic all, int plane) {
        int loudest = 0;
        double most = -1;
        for (int c = 0; c < all.seen().length / plane; c++) {
            double sum = 0;
            for (int i = c * plane; i < (c + 1) * plane; i++) sum += all.seen()[i] * all.weights()[i];
            if (Math.abs(sum) <= most) continue;
            most = Math.abs(sum);
            loudest = c;
        }
        return loudest;
    }

    static int greatest(float[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) if (values[k] > values[best]) best = k;
        return best;
    }

    private static List<String> codes(Recipe recipe) {
        String text = Notation.print(recipe.net());
        String[] codes = new String[recipe.net().layers().size()];
        for (int i = 0; i < codes.length; i++)
            codes[i] = recipe.net().layers().get(i) instanceof LayerSpec.Residual ? "R" : "";
        for (Notation.Span span : Notation.parse(text).spans())
            if (span.layer() >= 0 && span.layer() < codes.length && codes[span.layer()].isEmpty())
                codes[span.layer()] = text.substring(span.start(), span.end());
        return List.of(codes);
    }

    @Override
    public void close() {
        if (network != null) network.close();
        network = null;
        recipe = null;
        loaded = null;
        seenExhibit = null;
    }
}
