package inklab.ui.build;

import inklab.net.Activation;
import inklab.net.Decimal;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Activate;
import inklab.net.LayerSpec.BatchNorm;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Dropout;
import inklab.net.LayerSpec.GlobalAveragePool;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.LayerSpec.Pool;
import inklab.net.LayerSpec.Residual;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.Shape;
import inklab.net.WeightInit;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of one layer of a net, in the order in which its card shows them. */
final class LayerFields implements LayerSpec.Cases<List<Field>> {
    private static final Pattern WINDOW =
            Pattern.compile("(\\d{1,6})(?:\\s*[x×]\\s*\\d{1,6})?(?:\\s*/\\s*(\\d{1,6}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final NetSpec net;
    private final int index;
    private final Notation.Defaults usual;
    private final Texts texts;

    LayerFields(NetSpec net, int index, Texts texts) {
        this.net = net;
        this.index = index;
        this.texts = texts;
        usual = Notation.Defaults.of(net);
    }

    /** The input's shape. */
    static Field input(NetSpec net, Texts texts) {
        Shape shape = net.input();
        return new Field.Entry(
                "shape",
                shape.toString(),
                texts.get("help.shape"),
                shape.toString(),
                typed -> Notation.parse(typed + "-2N").net().map(read -> new NetSpec(read.input(), net.layers())));
    }

    @Override
    public List<Field> conv(Conv c) {
        List<Field> fields = new ArrayList<>();
        fields.add(count(
                "maps",
                c.maps(),
                maps -> new Conv(maps, c.kernel(), c.stride(), c.padding(), c.activation(), c.init())));
        fields.add(window(
                "kernel",
                c.kernel(),
                c.stride(),
                1,
                (kernel, stride) -> new Conv(c.maps(), kernel, stride, c.padding(), c.activation(), c.init())));
        List<Field.Option> paddings = new ArrayList<>();
        for (Padding padding : Padding.values())
            paddings.add(option(
                    name(padding),
                    padding == c.padding(),
                    new Conv(c.maps(), c.kernel(), c.stride(), padding, c.activation(), c.init())));
        fields.add(new Field.Choice("padding", name(c.padding()), texts.get("help.padding"), paddings));
        fields.add(
                activation(c.activation(), a -> new Conv(c.maps(), c.kernel(), c.stride(), c.padding(), a, c.init())));
        init(c.init(), i -> new Conv(c.maps(), c.kernel(), c.stride(), c.padding(), c.activation(), i))
                .ifPresent(fields::add);
        return fields;
    }

    @Override
    public List<Field> dense(Dense d) {
        List<Field> fields = new ArrayList<>();
        fields.add(count("units", d.units(), units -> new Dense(units, d.activation(), d.init())));
        fields.add(activation(d.activation(), a -> new Dense(d.units(), a, d.init())));
        init(d.init(), i -> new Dense(d.units(), d.activation(), i)).ifPresent(fields::add);
        return fields;
    }

    @Override
    public List<Field> pool(Pool p) {
        return List.of(
                window("window", p.size(), p.stride(), p.size(), (size, stride) -> new Pool(p.kind(), size, stride)));
    }

    @Override
    public List<Field> globalAveragePool(GlobalAveragePool pool) {
        return List.of();
    }

    @Override
    public List<Field> batchNorm(BatchNorm norm) {
        return List.of();
    }

    @Override
    public List<Field> dropout(Dropout d) {
        String percent = Decimal.text(Math.round(d.rate() * 1e6) / 1e4) + " %";
        return List.of(entry("rate", percent, percent, typed -> rate(typed).map(Dropout::new)));
    }

    @Override
    public List<Field> activate(Activate a) {
        return List.of(activation(a.activation(), Activate::new));
    }

    @Override
    public List<Field> residual(Residual block) {
        String code = Notation.print(block, usual);
        String body = code.startsWith("R(") && code.endsWith(")") ? code.substring(2, code.length() - 1) : code;
        return List.of(entry("body", body.isEmpty() ? texts.get("field.body.empty") : body, body, this::body));
    }

    @Override
    public List<Field> output(Output o) {
        List<Field> fields = new ArrayList<>();
        fields.add(count("classes", o.classes(), classes -> new Output(classes, o.init())));
        fields.add(new Field.Choice(
                "softmax", "softmax", texts.get("help.softmax"), List.of(new Field.Option("softmax", true, net))));
        init(o.init(), i -> new Output(o.classes(), i)).ifPresent(fields::add);
        return fields;
    }

    private Field count(String id, int count, IntFunction<LayerSpec> with) {
        return entry(id, texts.get("field." + id, count), Integer.toString(count), typed -> {
            Matcher number = NUMBER.matcher(typed);
            return number.find() ? Optional.of(with.apply(Integer.parseInt(number.group()))) : Optional.empty();
        });
    }

    private interface Window {
        LayerSpec of(int size, int stride);
    }

    /** A square window; the stride is said where it is not the usual one. */
    private Field window(String id, int size, int stride, int usualStride, Window with) {
        String square = size + " × " + size;
        String text = stride == usualStride ? square : texts.get("field.every", square, stride);
        String value = stride == usualStride ? Integer.toString(size) : size + "/" + stride;
        return entry(id, text, value, typed -> {
            Matcher window = WINDOW.matcher(typed.strip());
            if (!window.matches()) return Optional.empty();
            int newSize = Integer.parseInt(window.group(1));
            // A pool's stride follows its size unless said; a kernel's is 1.
            int unsaid = id.equals("kernel") ? 1 : newSize;
            return Optional.of(with.of(newSize, window.group(2) == null ? unsaid : Integer.parseInt(window.group(2))));
        });
    }

    private Field activation(Activation now, Function<Activation, LayerSpec> with) {
        List<Field.Option> options = Arrays.stream(Activation.values())
                .map(a -> option(texts.get("activation." + a.code()), a == now, with.apply(a)))
                .toList();
        return new Field.Choice(
                "activation", texts.get("activation." + now.code()), texts.get("help.activation"), options);
    }

    /** Shown only on a layer that begins otherwise than the rest of the net. */
    private Optional<Field> init(WeightInit now, Function<WeightInit, LayerSpec> with) {
        if (now.equals(usual.init())) return Optional.empty();
        List<Field.Option> options = new ArrayList<>();
        for (WeightInit init : FirstWeights.choices(now))
            options.add(option(FirstWeights.text(init), init.equals(now), with.apply(init)));
        return Optional.of(new Field.Choice("init", FirstWeights.text(now), texts.get("help.init"), options));
    }

    private Field entry(String id, String text, String value, Function<String, Optional<LayerSpec>> read) {
        return new Field.Entry(
                id,
                text,
                texts.get("help." + id),
                value,
                typed -> read.apply(typed).map(layer -> new Stack(net).replaced(index, layer)));
    }

    private Field.Option option(String text, boolean chosen, LayerSpec layer) {
        return new Field.Option(text, chosen, new Stack(net).replaced(index, layer));
    }

    private String name(Padding padding) {
        return texts.get(padding == Padding.SAME ? "padding.same" : "padding.valid");
    }

    /** A share as 0.5, 0,5, 50 % or 50. */
    static Optional<Double> rate(String typed) {
        try {
            double number = Double.parseDouble(typed.replace(',', '.').replaceAll("[^0-9.]", ""));
            boolean percent = typed.contains("%") || number >= 1;
            return Optional.of(percent ? number / 100 : number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The block with this body, in notation with the net's own defaults. */
    private Optional<LayerSpec> body(String typed) {
        String head = "1x1x1:" + usual.activation().code() + ":" + FirstWeights.code(usual.init()) + ":"
                + (usual.padding() == Padding.SAME ? "same" : "valid");
        return Notation.parse(head + "-R(" + typed.strip() + ")-2N")
                .net()
                .filter(read ->
                        read.layers().size() == 2 && Inference.of(read).layers().size() == 2)
                .map(read -> read.layers().get(0));
    }
}
