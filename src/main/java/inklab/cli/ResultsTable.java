package inklab.cli;

import inklab.recipe.KeptRecipe;
import inklab.recipe.Measured;
import inklab.recipe.Presets;
import inklab.recipe.Reproduction;
import inklab.recipe.Results;
import inklab.recipe.Row;
import inklab.recipe.Row.Family;
import inklab.recipe.Rows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Published and measured errors side by side in Markdown, with all deviations as numbered notes. */
final class ResultsTable {
    private final Presets presets;
    private final Rows rows;
    private final Results measured;
    private final List<String> notes = new ArrayList<>();

    ResultsTable(Presets presets, Results measured) {
        this.presets = presets;
        rows = presets.rows();
        this.measured = measured;
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| recipe | what | published error | here | nets | epochs | a net took | differs |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Family family : rows.families()) {
            text.append("| **").append(family.title()).append("** | | | | | | | |\n");
            for (Row row : rows.of(family)) text.append(line(measured.of(row)));
        }
        if (!notes.isEmpty()) text.append("\nWhat differs from the sources:\n\n");
        for (int i = 0; i < notes.size(); i++)
            text.append(i + 1).append(". ").append(notes.get(i)).append('\n');
        return text.toString();
    }

    private String line(Reproduction at) {
        Row row = at.row();
        String published = row.figures().isEmpty() ? "–" : ResultsListCommand.published(row);
        if (!at.isMeasured()) return cells("`" + row.id() + "`", row.title(), published, "–", "", "", "", "");
        return cells(
                "`" + row.id() + "`",
                row.title(),
                published,
                here(at),
                row.isCommittee() ? ResultsListCommand.of(at.nets(), row.members()) : String.valueOf(at.nets()),
                ResultsListCommand.of(at.epochs(), row.epochs()),
                time(at),
                numbers(at));
    }

    /** {@code **0.80 %** (0.76 % to 0.85 %)}: the median, and how far the seeds lie apart. */
    private static String here(Reproduction at) {
        String error = "**" + Sentences.percent(at.error().orElseThrow()) + "**";
        if (at.runs().size() < 2) return error;
        double[] all =
                at.runs().stream().mapToDouble(Measured::testError).sorted().toArray();
        return error + " (" + Sentences.percent(all[0]).replace(" %", "") + " to "
                + Sentences.percent(all[all.length - 1]) + ")";
    }

    private static String time(Reproduction at) {
        double seconds =
                at.runs().stream().mapToDouble(Measured::seconds).average().orElse(Double.NaN);
        return Double.isNaN(seconds) ? "" : Sentences.time(seconds);
    }

    private String numbers(Reproduction at) {
        TreeSet<Integer> numbers = new TreeSet<>();
        Set<String> deviations = new LinkedHashSet<>(at.deviations());
        for (Measured run : at.runs()) deviations.addAll(KeptRecipe.differences(at.row(), run, presets));
        for (String deviation : deviations) {
            if (!notes.contains(deviation)) notes.add(deviation);
            numbers.add(notes.indexOf(deviation) + 1);
        }
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String cells(String... cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells)
            line.append(' ').append(cell.replace("|", "\\|")).append(" |");
        return line.append('\n').toString().replace("  |", " |");
    }
}
