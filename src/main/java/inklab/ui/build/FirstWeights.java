package inklab.ui.build;

import inklab.net.Decimal;
import inklab.net.WeightInit;
import inklab.net.WeightInit.Kind;
import java.util.ArrayList;
import java.util.List;

/** Ways to draw first weights, as formulas to choose from. */
final class FirstWeights {
    /** The deep, big, simple nets' bound (Cireşan et al., 2010), and the σ that many tutorials use. */
    private static final List<WeightInit> USUAL = List.of(
            WeightInit.GLOROT,
            new WeightInit(Kind.HE, 0),
            new WeightInit(Kind.LECUN, 0),
            new WeightInit(Kind.NORMAL, 0.05),
            new WeightInit(Kind.UNIFORM, 0.05));

    private FirstWeights() {}

    /** The usual ways, and this one when it is none of them. */
    static List<WeightInit> choices(WeightInit now) {
        List<WeightInit> all = new ArrayList<>(USUAL);
        if (!all.contains(now)) all.add(now);
        return all;
    }

    /** The distribution as a formula. */
    static String text(WeightInit init) {
        return switch (init.kind()) {
            case GLOROT -> "± √(6 / (in + out))";
            case HE -> "σ √(2 / in)";
            case LECUN -> "σ √(1 / in)";
            case NORMAL -> "σ " + Decimal.text(init.scale());
            case UNIFORM -> "± " + Decimal.text(init.scale());
        };
    }

    /** As the notation writes it. */
    static String code(WeightInit init) {
        return init.kind().code() + (init.kind().hasScale() ? Decimal.text(init.scale()) : "");
    }
}
