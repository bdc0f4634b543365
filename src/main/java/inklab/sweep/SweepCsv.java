package inklab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import inklab.net.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A sweep's members as a table for other programs: a line each, the axes first. */
public final class SweepCsv {
    private SweepCsv() {}

    /** With a line of names above; RFC 4180, lines end in CR LF. */
    public static String text(Sweep sweep, List<Trial> trials) {
        List<String> names = new ArrayList<>(List.of("member"));
        sweep.axes().forEach(axis -> names.add(axis.field()));
        names.addAll(List.of(
                "status",
                "epochs",
                "best_epoch",
                "validation_error",
                "test_error",
                "images_per_s",
                "wall_s",
                "weights_sha256",
                "where",
                "problem"));
        StringBuilder csv = new StringBuilder();
        line(csv, names);
        for (Trial trial : trials) {
            List<String> cells = new ArrayList<>(List.of(trial.name()));
            for (Axis axis : sweep.axes()) {
                JsonNode value = trial.member().values().get(axis.field());
                cells.add(value == null ? "" : Axis.words(value));
            }
            cells.add(trial.status().name().toLowerCase(Locale.ROOT));
            cells.add(Integer.toString(trial.epochs()));
            cells.add(Integer.toString(trial.bestEpoch()));
            cells.add(number(trial.validationError()));
            cells.add(number(trial.testError()));
            cells.add(number(trial.imagesPerSecond()));
            cells.add(number(trial.wallSeconds()));
            cells.add(trial.weightsSha256());
            cells.add(trial.where());
            cells.add(trial.problem() == null ? "" : trial.problem().toString());
            line(csv, cells);
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(SweepCsv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Decimal.text(value) : "";
    }
}
