package inklab.ui.build;

import inklab.net.Cost;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.Problem;
import inklab.ui.LayerSeries;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The whole column as it stands: the input's card first, then one for each layer.
 *
 * @param troubles those of the net as a whole, such as a missing output
 */
record Column(Inference inference, Cost cost, List<LayerCard> cards, List<Trouble> troubles) {
    Column {
        cards = List.copyOf(cards);
        troubles = List.copyOf(troubles);
    }

    static Column of(NetSpec net, Texts texts) {
        Inference inference = Inference.of(net);
        Cost cost = Cost.of(inference);
        long mostWeights = 1;
        long mostWork = 1;
        for (Cost.Layer layer : cost.layers()) {
            mostWeights = Math.max(mostWeights, layer.parameters());
            mostWork = Math.max(mostWork, layer.multiplyAdds());
        }
        int[] series = LayerSeries.of(net);
        List<String> codes = codes(net);
        List<LayerCard> cards = new ArrayList<>();
        cards.add(new LayerCard(
                -1,
                Optional.empty(),
                texts.get("kind.input"),
                net.input().toString(),
                0,
                Optional.of(net.input()),
                new Cost.Layer(0, 0, 0, cost.input()),
                0,
                0,
                List.of(LayerFields.input(net, texts)),
                troubles(inference, p -> p.where().equals("net.input"))));
        for (int i = 0; i < net.layers().size(); i++) {
            LayerSpec layer = net.layers().get(i);
            int index = i;
            Cost.Layer its = cost.layers().get(i);
            cards.add(new LayerCard(
                    i,
                    Optional.of(layer),
                    texts.get("kind." + Stack.kind(layer).id()),
                    codes.get(i),
                    series[i],
                    inference.output(i),
                    its,
                    (double) its.parameters() / mostWeights,
                    (double) its.multiplyAdds() / mostWork,
                    layer.match(new LayerFields(net, i, texts)),
                    troubles(inference, p -> p.layer() == index)));
        }
        return new Column(
                inference,
                cost,
                cards,
                troubles(inference, p -> p.layer() < 0 && !p.where().equals("net.input")));
    }

    /** Each layer's text as it stands in the whole net's notation. */
    private static List<String> codes(NetSpec net) {
        String text = Notation.print(net);
        String[] codes = new String[net.layers().size()];
        Arrays.fill(codes, "");
        for (Notation.Span span : Notation.parse(text).spans())
            if (span.layer() >= 0 && span.layer() < codes.length)
                codes[span.layer()] = text.substring(span.start(), span.end());
        return List.of(codes);
    }

    NetSpec net() {
        return inference.net();
    }

    int layers() {
        return cards.size() - 1;
    }

    /** The card of a layer; −1 is the input's. */
    LayerCard card(int layer) {
        return cards.get(layer + 1);
    }

    private static List<Trouble> troubles(Inference inference, Predicate<Problem> which) {
        return inference.problems().stream()
                .filter(which)
                .map(problem -> new Trouble(problem, inference.fix(problem)))
                .toList();
    }
}
