package inklab.ui.inspect;

import inklab.evaluate.Confusion;
import inklab.evaluate.Reading;
import inklab.train.Outputs;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a net answered to all images after one epoch.
 *
 * @param test whether they are test images
 * @param hardest the images it was most wrong about, the worst first
 * @param misread how many it misread
 */
record Score(
        Choice choice,
        int epoch,
        boolean test,
        Outputs outputs,
        Confusion confusion,
        List<Reading> hardest,
        int misread) {
    /** So many are enough to page through. */
    private static final int HARDEST = 60;

    static Score of(Choice choice, int epoch, boolean test, Outputs outputs) {
        return new Score(
                choice,
                epoch,
                test,
                outputs,
                Confusion.of(outputs),
                Reading.hardest(outputs, Reading.Hardness.LOSS, HARDEST),
                outputs.errors());
    }

    int classes() {
        return outputs.classes();
    }

    int images() {
        return outputs.size();
    }

    /** Counts, {@code [truth][answer]}. */
    int[][] counts() {
        int[][] counts = new int[classes()][classes()];
        for (int t = 0; t < classes(); t++) for (int a = 0; a < classes(); a++) counts[t][a] = confusion.count(t, a);
        return counts;
    }

    /** The images of one cell, in their order. */
    List<Reading> cell(int truth, int answer) {
        return IntStream.range(0, outputs.size())
                .filter(i -> outputs.labels()[i] == truth && outputs.predicted(i) == answer)
                .mapToObj(i -> Reading.of(outputs, i))
                .toList();
    }

    /** The most frequent mistake's cell, {@code truth · classes + answer}; the first on the diagonal when there is none. */
    int worstCell() {
        return confusion.mistakes().stream()
                .findFirst()
                .map(one -> one.label() * classes() + one.predicted())
                .orElse(0);
    }

    double probability(int image, int label) {
        return outputs.probabilities()[image * classes() + label];
    }
}
