package inklab.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import inklab.net.Decimal;
import inklab.sweep.Axis;
import inklab.sweep.Trial;
import inklab.ui.Figures;
import java.util.ArrayList;
import java.util.List;

/** An axis in steps that fit on a picture: its own values, or, where numbers were drawn from a range, eight equal parts of it. */
final class SweepBins {
    private static final int MOST = 20;
    private static final int PARTS = 8;

    private final Axis axis;
    private final List<JsonNode> values = new ArrayList<>();
    private final boolean parts;

    SweepBins(Axis axis, List<Trial> trials) {
        this.axis = axis;
        if (axis.hasPoints()) values.addAll(axis.points());
        parts = values.isEmpty() || values.size() > MOST;
        if (!axis.hasPoints() && parts) values.clear();
        if (parts && axis.values() instanceof Axis.Listed)
            values.subList(MOST, values.size()).clear();
    }

    /** The field's last word: {@code sigma}. */
    static String title(Axis axis) {
        return axis.field().substring(axis.field().lastIndexOf('.') + 1);
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        if (axis.values() instanceof Axis.Range range && parts)
            for (int i = 0; i < PARTS; i++) words.add(short4(value(range, (i + 0.5) / PARTS)));
        else for (JsonNode value : values) words.add(Axis.words(value));
        return words;
    }

    /** The step that a member is in; −1 for none. */
    int of(Trial trial) {
        JsonNode value = trial.member().values().get(axis.field());
        if (value == null) return -1;
        if (axis.values() instanceof Axis.Range && parts)
            return Math.max(0, Math.min(PARTS - 1, (int) (share(trial) * PARTS)));
        for (int i = 0; i < values.size(); i++) if (Axis.words(values.get(i)).equals(Axis.words(value))) return i;
        return -1;
    }

    /** Where a member stands on the axis, 0 to 1. */
    double share(Trial trial) {
        JsonNode value = trial.member().values().get(axis.field());
        if (value != null && axis.values() instanceof Axis.Range range) {
            double at = value.asDouble();
            return range.log()
                    ? Math.log(at / range.from()) / Math.log(range.to() / range.from())
                    : (at - range.from()) / (range.to() - range.from());
        }
        int bin = Math.max(0, of(trial));
        return values.size() < 2 ? 0.5 : (double) bin / (values.size() - 1);
    }

    String low() {
        return axis.values() instanceof Axis.Range range ? Decimal.text(range.from()) : Axis.words(values.get(0));
    }

    String high() {
        return axis.values() instanceof Axis.Range range
                ? Decimal.text(range.to())
                : Axis.words(values.get(values.size() - 1));
    }

    private static double value(Axis.Range range, double share) {
        return range.log()
                ? range.from() * Math.pow(range.to() / range.from(), share)
                : range.from() + (range.to() - range.from()) * share;
    }

    private static String short4(double value) {
        if (value == Math.rint(value)) return Figures.fixed(value, 0);
        int digits = (int) Math.max(0, 1 - Math.floor(Math.log10(Math.abs(value))));
        return Figures.fixed(value, digits);
    }
}
