package inklab.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import inklab.recipe.Row.Family;
import inklab.recipe.Row.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows out of a JSON object. */
final class RowsReader {
    private final List<String> presets;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> families = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    RowsReader(List<String> presets) {
        this.presets = presets;
    }

    Rows.Parsed read(ObjectNode json) {
        Fields root = new Fields(json, "", problems);
        long format = root.require("format", "1").whole("format", Rows.FORMAT);
        if (format != Rows.FORMAT)
            root.impossible(
                    "format",
                    "This list is of format " + format + "; this Inklab reads format " + Rows.FORMAT + ".",
                    format > Rows.FORMAT ? "Use a newer Inklab." : "The first format is 1.");
        List<Family> families = new ArrayList<>();
        for (Fields in : root.require("families", "[]").objects("families")) families.add(family(in));
        List<Row> rows = new ArrayList<>();
        for (Fields in : root.require("rows", "[]").objects("rows")) rows.add(row(in));
        root.finish();
        return new Rows.Parsed(problems.isEmpty() ? Optional.of(new Rows(families, rows)) : Optional.empty(), problems);
    }

    private Family family(Fields in) {
        String id = text(in, "id", "\"nielsen\"");
        if (!families.add(id)) in.impossible("id", "There is another family “" + id + "”.", "Give it another id.");
        Family family = new Family(id, text(in, "title", "\"Nielsen\""), text(in, "source", "\"a book\""));
        in.finish();
        return family;
    }

    private Row row(Fields in) {
        String id = text(in, "id", "\"nielsen-relu\"");
        if (!ids.add(id)) in.impossible("id", "There is another row “" + id + "”.", "Give it another id.");
        String family = text(in, "family", "\"nielsen\"");
        if (!families.contains(family))
            in.impossible("family", "There is no family “" + family + "”.", "Add it to the families.");
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) kinds.put(kind.code(), kind);
        Kind kind = in.choice("kind", kinds, Kind.SINGLE);
        List<String> used = in.require("presets", "[\"quick-ink\"]").texts("presets");
        for (String name : used)
            if (!presets.contains(name))
                in.impossible("presets", "There is no preset “" + name + "”.", "Use one of presets/index.txt.");
        int members = in.integer("members", used.size());
        members(in, kind, used, members);
        Row row = new Row(
                id,
                family,
                text(in, "title", "\"100 sigmoid units\""),
                figures(in.objects("published")),
                kind,
                used,
                members,
                in.integer("epochs", 0),
                in.text("notes", ""),
                in.texts("deviations"));
        if (row.epochs() < 0) in.impossible("epochs", "This is below 0.", "0 means that the source does not say.");
        in.finish();
        return row;
    }

    private static void members(Fields in, Kind kind, List<String> used, int members) {
        if (!in.has("presets")) return; // The missing field has its own problem.
        if (kind == Kind.SINGLE && (used.size() != 1 || members != 1))
            in.impossible("presets", "A single net has one recipe.", "Name one, or make it a committee.");
        if (kind != Kind.SINGLE && (used.isEmpty() || members < 2 || members % used.size() != 0))
            in.impossible(
                    "members",
                    members + " members cannot have " + used.size() + " recipes.",
                    "Have at least 2 members, as many of each recipe.");
    }

    private List<PublishedFigure> figures(List<Fields> list) {
        List<PublishedFigure> figures = new ArrayList<>();
        for (Fields in : list) {
            double error = in.require("error", "0.01").number("error", 0);
            PublishedFigure figure = new PublishedFigure(in.text("label", ""), error, in.number("up_to", error));
            if (error < 0 || error > 1) in.impossible("error", "A share lies between 0 and 1.", "1 % is 0.01.");
            else if (figure.upTo() < error || figure.upTo() > 1)
                in.impossible("up_to", "A range ends above its begin and at most at 1.", "1 % is 0.01.");
            in.finish();
            figures.add(figure);
        }
        return figures;
    }

    private static String text(Fields in, String name, String example) {
        return in.require(name, example).text(name, "");
    }
}
