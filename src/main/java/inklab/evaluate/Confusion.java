package inklab.evaluate;

import inklab.train.Outputs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How often images of one class were read as another. */
public final class Confusion {
    private final int[][] counts;

    /**
     * One kind of mistake.
     *
     * @param label the true class, from 0
     * @param predicted what was read instead
     * @param count how often
     */
    public record Mistake(int label, int predicted, int count) {}

    private Confusion(int[][] counts) {
        this.counts = counts;
    }

    public static Confusion of(Outputs outputs) {
        int[][] counts = new int[outputs.classes()][outputs.classes()];
        for (int i = 0; i < outputs.size(); i++) counts[outputs.labels()[i]][outputs.predicted(i)]++;
        return new Confusion(counts);
    }

    public int classes() {
        return counts.length;
    }

    /** How many images of class {@code label} were read as {@code predicted}. */
    public int count(int label, int predicted) {
        return counts[label][predicted];
    }

    /** How this class was read. */
    public ErrorRate error(int label) {
        int images = 0;
        for (int count : counts[label]) images += count;
        return new ErrorRate(images - counts[label][label], images);
    }

    /** All kinds of mistake that occurred, the most frequent first, equals by class. */
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        for (int label = 0; label < counts.length; label++)
            for (int read = 0; read < counts.length; read++)
                if (read != label && counts[label][read] > 0)
                    mistakes.add(new Mistake(label, read, counts[label][read]));
        mistakes.sort(Comparator.comparingInt(Mistake::count).reversed());
        return mistakes;
    }
}
