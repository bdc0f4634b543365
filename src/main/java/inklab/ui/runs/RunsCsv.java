package inklab.ui.runs;

import inklab.net.Notation;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeDifference;
import inklab.train.Runs;
import java.util.List;
import java.util.Locale;

/** The table as CSV (RFC 4180): names as in the command line's JSON, errors as shares from 0 to 1, nothing where there is no figure. */
final class RunsCsv {
    private static final String HEAD =
            "run,starred,status,dataset,normalise_width,distortion,net,seed,epochs,best_epoch,validation_error,test_error,wall_s";

    private RunsCsv() {}

    static String of(List<RunRow> rows) {
        StringBuilder table = new StringBuilder(HEAD).append("\r\n");
        for (RunRow row : rows) {
            if (row.run().isEmpty()) {
                table.append(cell(row.name())).append(",,broken,,,,,,,,,,\r\n");
                continue;
            }
            Runs.Run run = row.run().get();
            Recipe recipe = run.recipe();
            table.append(cell(row.name())).append(',');
            table.append(run.starred() ? 1 : 0).append(',');
            table.append(run.status().name().toLowerCase(Locale.ROOT)).append(',');
            table.append(cell(row.dataset())).append(',');
            table.append(recipe.data().normaliseWidth()).append(',');
            table.append(cell(row.distortion())).append(',');
            table.append(cell(Notation.print(recipe.net()))).append(',');
            table.append(row.seed()).append(',');
            table.append(run.epochs()).append(',');
            table.append(run.bestEpoch()).append(',');
            table.append(number(run.validationError())).append(',');
            table.append(number(run.testError())).append(',');
            table.append(number(run.seconds())).append("\r\n");
        }
        return table.toString();
    }

    /** In what two recipes differ, field by field under the names of recipe files, and last their test errors. */
    static String of(CompareModel.Comparison two) {
        StringBuilder table = new StringBuilder("field,")
                .append(cell(two.first().name()))
                .append(',')
                .append(cell(two.second().name()))
                .append("\r\n");
        for (RecipeDifference.Field field : two.fields())
            table.append(cell(field.name()))
                    .append(',')
                    .append(cell(field.first()))
                    .append(',')
                    .append(cell(field.second()))
                    .append("\r\n");
        return table.append("test_error,")
                .append(number(two.first().test()))
                .append(',')
                .append(number(two.second().test()))
                .append("\r\n")
                .toString();
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    private static String cell(String text) {
        if (text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) return text;
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
