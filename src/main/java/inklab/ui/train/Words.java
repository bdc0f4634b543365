package inklab.ui.train;

import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.ui.Figures;
import java.util.List;
import java.util.Locale;

/** How this workspace writes its numbers and layers. */
final class Words {
    private Words() {}

    /** The code of the layer whose weights have this prefix, such as {@code 40C5} for {@code 2}; within a block {@code 4.body.1}'s own. */
    static String layer(NetSpec net, String name) {
        List<LayerSpec> among = net.layers();
        LayerSpec found = null;
        for (String part : name.split("\\.", -1)) {
            if (part.isEmpty() || !Character.isDigit(part.charAt(0))) continue;
            int index = Integer.parseInt(part);
            if (index >= among.size()) return name;
            found = among.get(index);
            if (found instanceof LayerSpec.Residual block) among = block.body();
        }
        if (found == null) return name;
        String code = Notation.print(found, Notation.Defaults.of(net));
        int colon = code.indexOf(':');
        return colon < 0 || found instanceof LayerSpec.Residual ? code : code.substring(0, colon);
    }

    /** What a layer's outputs go through: its own activation, or the next one that stands on its own. */
    static Activation activation(NetSpec net, int layer) {
        if (net.layers().get(layer) instanceof LayerSpec.Dense dense) return dense.activation();
        if (net.layers().get(layer) instanceof LayerSpec.Conv conv) return conv.activation();
        return Notation.Defaults.of(net).activation();
    }

    /** log10 of a ratio as 1:190, 1:2,600. */
    static String ratio(double log10) {
        return "1:" + Figures.count(rounded(Math.pow(10, -log10)));
    }

    /** To two digits: more would claim too much. */
    private static long rounded(double value) {
        if (!(value >= 1)) return 1;
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(value)) - 1));
        return Math.round(Math.round(value / unit) * unit);
    }

    /** A learning rate to try: one digit, 0.1, 0.02. */
    static String rate(double value) {
        if (!(value > 0)) return "0";
        double unit = Math.pow(10, Math.floor(Math.log10(value)));
        return number(Math.round(value / unit) * unit, 1);
    }

    /** A learning rate as it is: three digits, 0.181. */
    static String exactRate(double value) {
        return number(value, 3);
    }

    private static String number(double value, int digits) {
        if (value == 0) return "0";
        if (Math.abs(value) >= 1e6)
            return String.format(Locale.ROOT, "%.0e", value).replaceAll("e\\+0*", "e");
        int after = Math.max(0, digits - 1 - (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9));
        String text = String.format(Locale.ROOT, "%." + Math.min(12, after) + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    static String loss(double value) {
        return number(value, 3);
    }

    /** An error as 0.74 %, 12.3 %. */
    static String error(double share) {
        return Double.isNaN(share) ? "\u2013" : Figures.percent(share, share >= 0.0995 ? 1 : 2);
    }

    /** An error at an axis: 20 %, 0.5 %. */
    static String errorTick(double share) {
        return number(100 * share, 2) + " %";
    }
}
