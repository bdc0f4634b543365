package inklab.ui.runs;

import inklab.data.Catalogue;
import inklab.distort.Distortion;
import inklab.recipe.PublishedFigure;
import inklab.recipe.Recipe;
import inklab.ui.Figures;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How this workspace writes runs and figures. */
final class RunWords {
    private static final Map<String, String> TITLES =
            Map.of("mnist", "MNIST", "fashion-mnist", "Fashion-MNIST", "cifar-10", "CIFAR-10", Catalogue.INK, "Ink");

    private RunWords() {}

    /** A data set's name for people. */
    static String data(String dataset) {
        if (dataset.startsWith(Catalogue.PICTURES)) return dataset.substring(Catalogue.PICTURES.length());
        return TITLES.getOrDefault(dataset, dataset);
    }

    /**
     * How a recipe's images are changed: {@code elastic, 18 px}.
     *
     * @param besideWidths whether there are runs beside it whose digits are normalised to a width
     */
    static String distortion(Recipe recipe, boolean besideWidths, Texts texts) {
        Distortion d = recipe.distortion();
        int width = recipe.data().normaliseWidth();
        List<String> kinds = new ArrayList<>();
        if (!d.elastic().isNone()) kinds.add(texts.get("distortion.elastic"));
        if (d.rotation() != 0 || d.scaleX() != 0 || d.scaleY() != 0 || d.shear() != 0)
            kinds.add(texts.get("distortion.affine"));
        if (d.shift() != 0 || d.pixelShift() != 0) kinds.add(texts.get("distortion.shift"));
        if (d.noise() != 0) kinds.add(texts.get("distortion.noise"));
        if (d.flip()) kinds.add(texts.get("distortion.flip"));
        String what = kinds.isEmpty() ? texts.get("distortion.none") : String.join(" + ", kinds);
        if (width > 0) return texts.get("distortion.width", what, width);
        return besideWidths && !kinds.isEmpty() ? texts.get("distortion.asis", what) : what;
    }

    /** An error as 0.74 %, 12.3 %; – for none. */
    static String error(double share) {
        if (Double.isNaN(share)) return "\u2013";
        return Figures.percent(share, share >= 0.0995 ? 1 : 2);
    }

    /** A published error in %, both ends of a range: {@code 0.29}, {@code 0.92 to 1.03}. */
    static String published(PublishedFigure figure, Texts texts) {
        String from = Figures.fixed(100 * figure.error(), 2);
        return figure.isRange() ? texts.get("card.range", from, Figures.fixed(100 * figure.upTo(), 2)) : from;
    }

    /** An error at an axis: 20 %, 1.5 %, 0.75 %. */
    static String errorTick(double share) {
        return plain(Math.rint(share * 1e7) / 1e5) + " %";
    }

    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Float.toString((float) value);
    }

    /** A probability as = 0.027, two digits after the zeros; below a millionth it is only said to be. */
    static String p(double p) {
        if (p < 1e-6) return "< 0.000001";
        if (p > 0.995) return "= 1";
        int digits = Math.max(2, 1 - (int) Math.floor(Math.log10(p)));
        return String.format(Locale.ROOT, "= %." + digits + "f", p);
    }

    /** The names without what all of them begin with up to a dash: elastic, plain for ciresan-elastic, ciresan-plain. */
    static List<String> shortNames(List<String> names) {
        if (names.size() < 2) return names;
        String first = names.get(0);
        int common = first.length();
        for (String name : names) {
            int k = 0;
            while (k < Math.min(common, name.length()) && name.charAt(k) == first.charAt(k)) k++;
            common = k;
        }
        // Of small-net and small-net-2 the first is no name for a part of the second.
        for (String name : names) if (name.length() == common) return names;
        int cut = first.lastIndexOf('-', common - 1) + 1;
        // A number alone names nothing.
        for (String name : names)
            if (cut >= name.length() || name.substring(cut).chars().allMatch(Character::isDigit)) return names;
        return names.stream().map(name -> name.substring(cut)).toList();
    }
}
