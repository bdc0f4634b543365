package inklab.ui;

import inklab.net.Cost;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The architecture bar without its nodes: the net as coloured pieces of notation, and text that becomes the net again. */
final class NotationModel {
    /**
     * One piece between two dashes.
     *
     * @param layer the layer's index; −1 for the input
     * @param series the number of the layer's colour, from 1; 0 for none
     */
    record Piece(String text, int layer, int series) {}

    /** The whole line. */
    record Line(List<Piece> pieces, String activation, long weights) {
        /** The notation as text. */
        String text() {
            return String.join("-", pieces.stream().map(Piece::text).toList());
        }
    }

    private final Selection selection;
    private final ReadOnlyObjectWrapper<Line> line = new ReadOnlyObjectWrapper<>(this, "line");

    NotationModel(Selection selection) {
        this.selection = selection;
        selection.recipeProperty().addListener((o, was, now) -> {
            if (was == null || !was.net().equals(now.net())) line.set(lineOf(now.net()));
        });
        line.set(lineOf(selection.recipe().net()));
    }

    ReadOnlyObjectProperty<Line> lineProperty() {
        return line.getReadOnlyProperty();
    }

    Line line() {
        return line.get();
    }

    /** What is wrong with this text; empty when it is a net (one with problems of its own shows them on its layers). */
    Optional<Problem> problem(String text) {
        return Notation.parse(text).problems().stream().filter(Problem::isError).findFirst();
    }

    /** Makes the text the recipe's net; returns what is wrong with it instead when it is none. */
    Optional<Problem> commit(String text) {
        Notation.Parsed parsed = Notation.parse(text);
        Optional<NetSpec> net = parsed.net();
        if (net.isEmpty()) return parsed.problems().stream().findFirst();
        selection.edit(selection.recipe().withNet(net.get()));
        return Optional.empty();
    }

    private static Line lineOf(NetSpec net) {
        String text = Notation.print(net);
        int[] series = LayerSeries.of(net);
        List<Piece> pieces = new ArrayList<>();
        for (Notation.Span span : Notation.parse(text).spans())
            pieces.add(new Piece(
                    text.substring(span.start(), span.end()),
                    span.layer(),
                    span.layer() < 0 || span.layer() >= series.length ? 0 : series[span.layer()]));
        return new Line(
                List.copyOf(pieces),
                Notation.Defaults.of(net).activation().code(),
                Cost.of(net).total().parameters());
    }
}
