package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.data.DataStatus.State;
import inklab.net.Shape;
import inklab.ui.Figures;
import inklab.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the workspace says of data sets, in the user's language. */
final class Words {
    private static final Pattern FOLDERS =
            Pattern.compile("(?:[A-Za-z]:)?(?:[/\\\\][^/\\\\,;:()]+)*[/\\\\](?=[^/\\\\\\s])");

    private Words() {}

    /** The line beside the title. */
    static String about(String id, String title, Texts texts) {
        return switch (id) {
            case Catalogue.INK -> texts.get("about.ink");
            case "mnist" -> texts.get("about.mnist");
            case "fashion-mnist" -> texts.get("about.fashion");
            case "cifar-10" -> texts.get("about.cifar");
            default -> texts.get("about.own", title);
        };
    }

    /** 70,000 · 28 × 28 grey. */
    static String facts(ShelfCard card, Texts texts) {
        Optional<Stock.Looks> looks = card.looksProperty().get();
        if (card.id().equals(Catalogue.INK)) return texts.get("facts.ink");
        if (looks.isEmpty()) return "";
        Stock.Looks l = looks.get();
        if (!l.status().usable())
            return card.entry().fetchable() && l.status().state() == State.MISSING
                    ? texts.get("facts.missing", Figures.bytes(card.entry().bytes()))
                    : "";
        Optional<Shape> shape = l.shape();
        if (shape.isEmpty()) return texts.get("facts.own", Figures.count(l.images()), l.classes());
        return texts.get("facts", Figures.count(l.images()), Fit.words(shape.get(), texts));
    }

    /** A sentence of the catalogue's with files by their names alone, for where there is little room. */
    static String brief(String sentence) {
        return FOLDERS.matcher(sentence).replaceAll("");
    }

    /** The classes' names and counts as a table that spreadsheets read (RFC 4180). */
    static String csv(List<String> classes, List<Integer> counts) {
        StringBuilder lines = new StringBuilder("class,training_images\r\n");
        for (int c = 0; c < classes.size(); c++)
            lines.append(quoted(classes.get(c)))
                    .append(',')
                    .append(counts.get(c))
                    .append("\r\n");
        return lines.toString();
    }

    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
