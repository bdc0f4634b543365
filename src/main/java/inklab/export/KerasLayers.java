package inklab.export;

import com.fasterxml.jackson.databind.JsonNode;
import inklab.net.Activation;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.PoolKind;
import inklab.net.NetSpec;
import inklab.net.Shape;
import inklab.net.WeightInit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The layers of a sequential Keras model as a net of ours. */
final class KerasLayers {
    private static final int LARGEST = 1 << 20;

    private final List<LayerSpec> layers = new ArrayList<>();
    private final Map<Integer, Learned> learned = new HashMap<>();
    private Shape input;
    private String softened;

    /**
     * A layer with weights.
     *
     * @param name in Keras's file
     * @param norm whether it is batch normalisation
     * @param without the weights that it was made without
     * @param epsilon that batch normalisation adds to the variance
     * @param before the maps that a dense layer's input was flattened from, if it was
     */
    record Learned(String name, boolean norm, Set<String> without, double epsilon, Shape before) {
        /** Keras's kernel, channels last, in our layout. */
        float[] turned(float[] kernel, List<Integer> shape) {
            float[] ours = new float[kernel.length];
            int out = shape.get(0);
            if (shape.size() == 4) {
                int in = shape.get(1);
                int area = shape.get(2) * shape.get(3);
                for (int at = 0, i = 0; at < area; at++)
                    for (int c = 0; c < in; c++)
                        for (int o = 0; o < out; o++) ours[(o * in + c) * area + at] = kernel[i++];
                return ours;
            }
            int in = shape.get(1);
            int channels = before == null ? 1 : before.channels();
            int plane = in / channels;
            for (int k = 0; k < in; k++) {
                int place = k % channels * plane + k / channels;
                for (int o = 0; o < out; o++) ours[o * in + place] = kernel[k * out + o];
            }
            return ours;
        }
    }

    private KerasLayers() {}

    static KerasLayers of(JsonNode model) throws KerasFile.Unfit {
        String kind = model.path("class_name").asText();
        JsonNode config = model.path("config");
        JsonNode list = config.isArray() ? config : config.path("layers");
        if (!kind.equals("Sequential") || !list.isArray())
            throw new KerasFile.Unfit("it is no sequential model, and only such are read");
        if (list.size() > Inference.MAX_LAYERS) throw new KerasFile.Unfit("it has " + list.size() + " layers");
        KerasLayers layers = new KerasLayers();
        for (JsonNode layer : list) layers.add(layer.path("class_name").asText(), layer.path("config"));
        layers.end();
        return layers;
    }

    NetSpec net() {
        return new NetSpec(input, layers);
    }

    /** By the index of our layer. */
    Map<Integer, Learned> learned() {
        return learned;
    }

    private void add(String kind, JsonNode config) throws KerasFile.Unfit {
        if (input == null) begin(config);
        if (softened != null) throw new KerasFile.Unfit("softmax stands before its end, at " + softened);
        switch (kind) {
            case "InputLayer", "Flatten" -> {
                // Where vectors begin follows from the layers.
            }
            case "Dropout" ->
                layers.add(new LayerSpec.Dropout(config.path("rate").asDouble()));
            case "Conv2D", "Convolution2D" -> conv(config);
            case "Dense" -> dense(config);
            case "MaxPooling2D", "MaxPool2D" -> pool(PoolKind.MAX, config);
            case "AveragePooling2D", "AvgPool2D" -> pool(PoolKind.AVERAGE, config);
            case "GlobalAveragePooling2D", "GlobalAvgPool2D" -> layers.add(new LayerSpec.GlobalAveragePool());
            case "BatchNormalization" -> {
                Set<String> without = new TreeSet<>();
                if (!config.path("scale").asBoolean(true)) without.add("gamma");
                if (!config.path("center").asBoolean(true)) without.add("beta");
                learn(config, true, without, null);
                layers.add(new LayerSpec.BatchNorm());
            }
            case "Activation" -> activate(config.path("activation").asText("linear"), name(config));
            case "ReLU" -> activate("relu", name(config));
            case "ELU" -> activate("elu", name(config));
            case "Softmax" -> activate("softmax", name(config));
            case "LeakyReLU" -> {
                double slope = config.path("negative_slope")
                        .asDouble(config.path("alpha").asDouble(0.3));
                if (Math.abs(slope - 0.01) > 1e-9)
                    throw new KerasFile.Unfit("its LeakyReLU has the slope " + slope + ", and Inklab's 0.01");
                layers.add(new LayerSpec.Activate(Activation.LEAKY_RELU));
            }
            default -> throw unknown(kind);
        }
    }

    private static KerasFile.Unfit unknown(String kind) {
        return new KerasFile.Unfit("Inklab has no layer like "
                + kind.substring(0, Math.min(60, kind.length())).replaceAll("\\s+", " "));
    }

    private static String name(JsonNode config) {
        return config.path("name").asText();
    }

    /** The first layer says what comes in: rows, columns, channels, or numbers, which must be those of a square image. */
    private void begin(JsonNode config) throws KerasFile.Unfit {
        JsonNode shape = config.has("batch_shape") ? config.path("batch_shape") : config.path("batch_input_shape");
        if (shape.size() == 4 || shape.size() == 3) {
            int channels = shape.size() == 4 ? side(shape.get(3)) : 1;
            input = new Shape(channels, side(shape.get(1)), side(shape.get(2)));
            return;
        }
        int side = shape.size() == 2 ? (int) Math.round(Math.sqrt(side(shape.get(1)))) : 0;
        if (side == 0 || side * side != side(shape.get(1)))
            throw new KerasFile.Unfit("it does not say the size of its images: its first layer needs an input_shape");
        input = new Shape(1, side, side);
    }

    private static int side(JsonNode number) throws KerasFile.Unfit {
        int side = number == null ? 0 : number.asInt(0);
        if (side < 1 || side > LARGEST) throw new KerasFile.Unfit("it does not say the size of its images");
        return side;
    }

    private static int square(JsonNode sides, String what) throws KerasFile.Unfit {
        JsonNode first = sides.isArray() ? sides.path(0) : sides;
        if (sides.isArray()
                && (sides.size() != 2 || sides.get(0).asInt() != sides.get(1).asInt()))
            throw new KerasFile.Unfit("it has a " + what + " that is not square");
        return side(first);
    }

    private void conv(JsonNode config) throws KerasFile.Unfit {
        if (!config.path("data_format").asText("channels_last").equals("channels_last"))
            throw new KerasFile.Unfit("its layer " + name(config) + " has channels first");
        boolean dilated = config.has("dilation_rate") && square(config.path("dilation_rate"), "dilation") != 1;
        if (dilated || config.path("groups").asInt(1) != 1)
            throw new KerasFile.Unfit("its layer " + name(config) + " has groups or is dilated");
        Padding padding = config.path("padding").asText("valid").equals("same") ? Padding.SAME : Padding.VALID;
        learn(config, false, withoutBias(config), null);
        layers.add(new LayerSpec.Conv(
                side(config.path("filters")),
                square(config.path("kernel_size"), "kernel"),
                config.has("strides") ? square(config.path("strides"), "stride") : 1,
                padding,
                inner(config),
                WeightInit.GLOROT));
        soften(config);
    }

    private void dense(JsonNode config) throws KerasFile.Unfit {
        learn(config, false, withoutBias(config), shapeNow());
        layers.add(new LayerSpec.Dense(side(config.path("units")), inner(config), WeightInit.GLOROT));
        soften(config);
    }

    private void pool(PoolKind kind, JsonNode config) throws KerasFile.Unfit {
        if (!config.path("padding").asText("valid").equals("valid"))
            throw new KerasFile.Unfit("its layer " + name(config) + " pools with padding");
        int size = square(config.path("pool_size"), "pool");
        JsonNode strides = config.path("strides");
        layers.add(new LayerSpec.Pool(
                kind, size, strides.isArray() || strides.isInt() ? square(strides, "stride") : size));
    }

    private void activate(String activation, String name) throws KerasFile.Unfit {
        if (activation.equals("softmax")) softened = name;
        else if (!activation.equals("linear")) layers.add(new LayerSpec.Activate(activation(activation)));
    }

    private static Set<String> withoutBias(JsonNode config) {
        return config.path("use_bias").asBoolean(true) ? Set.of() : Set.of("bias");
    }

    private Activation inner(JsonNode config) throws KerasFile.Unfit {
        String name = config.path("activation").asText("linear");
        return name.equals("softmax") ? Activation.IDENTITY : activation(name);
    }

    private void soften(JsonNode config) {
        if (config.path("activation").asText("").equals("softmax")) softened = name(config);
    }

    private static Activation activation(String name) throws KerasFile.Unfit {
        return switch (name) {
            case "linear" -> Activation.IDENTITY;
            case "tanh" -> Activation.TANH;
            case "relu" -> Activation.RELU;
            case "sigmoid" -> Activation.SIGMOID;
            case "elu" -> Activation.ELU;
            case "swish", "silu" -> Activation.SWISH;
            default ->
                throw new KerasFile.Unfit("Inklab has no activation like "
                        + name.substring(0, Math.min(60, name.length())).replaceAll("\\s+", " "));
        };
    }

    private void learn(JsonNode config, boolean norm, Set<String> without, Shape before) {
        learned.put(
                layers.size(),
                new Learned(name(config), norm, without, config.path("epsilon").asDouble(1e-3), before));
    }

    /** What the layers so far put out. */
    private Shape shapeNow() throws KerasFile.Unfit {
        if (layers.isEmpty()) return input;
        Inference inference = Inference.of(net());
        return inference
                .output(layers.size() - 1)
                .orElseThrow(() -> new KerasFile.Unfit("its layers do not fit together"));
    }

    /** The last dense layer, softened, is our output. */
    private void end() throws KerasFile.Unfit {
        int last = layers.size() - 1;
        if (softened == null
                || last < 0
                || !(layers.get(last) instanceof LayerSpec.Dense dense)
                || dense.activation() != Activation.IDENTITY)
            throw new KerasFile.Unfit(
                    "it does not end with a dense layer and softmax, as a net that tells classes apart does");
        layers.set(last, new LayerSpec.Output(dense.units(), WeightInit.GLOROT));
    }
}
