package inklab.cli;

import inklab.data.DataException;
import inklab.data.ink.Raster;
import inklab.evaluate.ErrorRate;
import inklab.evaluate.ModelReader;
import inklab.net.Shape;
import inklab.pad.PadPreparation;
import inklab.pad.Strokes;
import inklab.pad.StrokesReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many labelled drawings a network misreads, class by class.
 *
 * @param classes the classes' names
 * @param counts what was read: a row for each label, a column for each answer
 * @param misread the lines of the file, from 1, whose drawings were misread
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record StrokesScore(List<String> classes, int[][] counts, List<Integer> misread) {
    /**
     * Reads all drawings of a file.
     *
     * @throws IOException in one sentence that names the file and line, when a drawing is blank or has no label of these classes
     */
    static StrokesScore of(Path file, ModelReader network, List<String> classes) throws IOException {
        PadPreparation pad = PadPreparation.standard();
        int[][] counts = new int[classes.size()][classes.size()];
        List<Integer> misread = new ArrayList<>();
        try (StrokesReader reader = new StrokesReader(file)) {
            for (Optional<Strokes> next = reader.next(); next.isPresent(); next = reader.next()) {
                String place = file + ", line " + reader.line() + ": ";
                String name = next.get()
                        .label()
                        .orElseThrow(() -> new DataException(place + "the drawing has no label; add \"label\":\"7\"."));
                int label = classes.indexOf(name);
                if (label < 0)
                    throw new DataException(place + "the label " + name + " is none of the network's classes, "
                            + String.join(", ", classes) + ".");
                Raster image = pad.image(next.get())
                        .orElseThrow(() -> new DataException(place + "the drawing is blank; draw something."));
                int answer = best(network.read(image.toBytes(), new Shape(1, image.height(), image.width())));
                counts[label][answer]++;
                if (answer != label) misread.add(reader.line());
            }
        }
        StrokesScore score = new StrokesScore(classes, counts, misread);
        if (score.all().images() == 0)
            throw new DataException(file + " holds no drawing: put a line of strokes in it.");
        return score;
    }

    private static int best(float[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) if (probabilities[k] > probabilities[best]) best = k;
        return best;
    }

    /** Of one class. */
    ErrorRate of(int label) {
        int images = 0;
        for (int count : counts[label]) images += count;
        return new ErrorRate(images - counts[label][label], images);
    }

    /** Of all classes. */
    ErrorRate all() {
        int images = 0;
        int errors = 0;
        for (int label = 0; label < classes.size(); label++) {
            images += of(label).images();
            errors += of(label).errors();
        }
        return new ErrorRate(errors, images);
    }

    JsonLine line() {
        JsonLine line = new JsonLine()
                .put("images", all().images())
                .put("errors", all().errors())
                .put("error", all().rate());
        for (int label = 0; label < classes.size(); label++)
            line.element("classes")
                    .put("label", classes.get(label))
                    .put("images", of(label).images())
                    .put("errors", of(label).errors());
        return line;
    }

    /** A line for each class, with what it was taken for, and one for all. */
    void print(PrintStream out) {
        for (int label = 0; label < classes.size(); label++) {
            if (of(label).images() == 0) continue;
            StringBuilder taken = new StringBuilder();
            for (int answer = 0; answer < classes.size(); answer++)
                if (answer != label && counts[label][answer] > 0)
                    taken.append(taken.isEmpty() ? ", taken for " : ", ")
                            .append(classes.get(answer))
                            .append(" ×")
                            .append(counts[label][answer]);
            out.println(classes.get(label) + "  " + of(label).errors() + " of "
                    + of(label).images() + taken);
        }
        if (!misread.isEmpty())
            out.println("Misread lines: "
                    + String.join(", ", misread.stream().map(String::valueOf).toList()));
        out.println(EvalCommand.sentence(all()));
    }
}
