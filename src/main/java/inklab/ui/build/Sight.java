package inklab.ui.build;

import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Pool;
import inklab.net.ReceptiveField;
import inklab.net.Shape;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a unit of a layer sees of the input: the unit in the middle of a map.
 *
 * @param title of the picture
 * @param size of what it sees, as text
 * @param window the part of the input; empty where nothing is known, or for the input itself
 * @param series the layer's colour, from 1; 0 for none
 * @param words how the size comes about
 */
record Sight(String title, String size, Optional<ReceptiveField.Window> window, int series, String words) {
    private static final int MOST_STEPS = 4;

    /** A layer that looks through windows, as far as sight is concerned. */
    private record Step(int layer, int window, int stride, boolean kernel) {}

    static Sight of(Column column, int layer, Texts texts) {
        if (layer < 0) {
            Shape in = column.net().input();
            return new Sight(
                    texts.get("sight.input"),
                    pixels(in.width(), in.height(), texts),
                    Optional.empty(),
                    0,
                    texts.get("sight.input.words"));
        }
        LayerCard card = column.card(layer);
        String title = texts.get("sight.title", card.code().length() > 12 ? card.name() : card.code());
        Optional<ReceptiveField> field = ReceptiveField.of(column.inference()).get(layer);
        Optional<Shape> out = column.inference().output(layer);
        if (field.isEmpty() || out.isEmpty())
            return new Sight(title, "", Optional.empty(), card.series(), texts.get("sight.unknown"));
        ReceptiveField.Window window =
                field.get().window(out.get().height() / 2, out.get().width() / 2);
        return new Sight(
                title,
                pixels(field.get().columns().size(), field.get().rows().size(), texts),
                Optional.of(window),
                card.series(),
                words(column.inference(), layer, texts));
    }

    private static String pixels(long width, long height, Texts texts) {
        return texts.get("sight.px", width, height);
    }

    private static String words(Inference inference, int layer, Texts texts) {
        List<LayerSpec> layers = inference.net().layers().subList(0, layer + 1);
        if (layers.stream().anyMatch(LayerSpec.Residual.class::isInstance)) return texts.get("sight.residual");
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i <= layer; i++) {
            LayerSpec spec = layers.get(i);
            if (spec instanceof Conv conv) steps.add(new Step(i, conv.kernel(), conv.stride(), true));
            else if (spec instanceof Pool pool) steps.add(new Step(i, pool.size(), pool.stride(), false));
            else if (inference.output(i).map(Shape::isVector).orElse(false)) return texts.get("sight.everything");
        }
        if (steps.isEmpty()) return texts.get("sight.pixel");
        List<String> parts = new ArrayList<>();
        long jump = 1;
        for (int s = 0; s < steps.size(); s++) {
            Step step = steps.get(s);
            boolean own = step.layer() == layer;
            String through = texts.get(step.kernel() ? "noun.convolution" : "noun.pool");
            String more = jump == 1 ? Long.toString(step.window() - 1L) : (step.window() - 1) + " × " + jump;
            if (s == 0) parts.add(texts.get(own ? "sight.first.own" : "sight.first", step.window(), through));
            else if (own) parts.add(texts.get(step.kernel() ? "sight.own.kernel" : "sight.own.window", more));
            else if (more.equals("1")) parts.add(texts.get("sight.one", through));
            else parts.add(texts.get("sight.more", more, through));
            jump *= step.stride();
        }
        if (parts.size() > MOST_STEPS) {
            int between = parts.size() - 2;
            parts = List.of(parts.get(0), texts.get("sight.between", between), parts.get(parts.size() - 1));
        }
        return String.join(texts.get("sight.comma"), parts) + texts.get("sight.end");
    }
}
