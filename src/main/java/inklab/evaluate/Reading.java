package inklab.evaluate;

import inklab.train.Outputs;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How one image was read.
 *
 * @param image its index among the images
 * @param label its true class
 * @param predicted what was read
 * @param loss −ln of the true class's probability
 * @param margin the true class's probability less the highest of the others: negative when misread, near 0 when in doubt
 */
public record Reading(int image, int label, int predicted, double loss, double margin) {
    /** What makes an image hard. */
    public enum Hardness {
        /** The network was most wrong: highest loss first. */
        LOSS,
        /** The network was most in doubt, right or wrong: the margin nearest to 0 first. */
        DOUBT
    }

    public static Reading of(Outputs outputs, int image) {
        int label = outputs.labels()[image];
        float[] p = outputs.probabilities();
        int row = image * outputs.classes();
        float other = 0;
        for (int k = 0; k < outputs.classes(); k++) if (k != label) other = Math.max(other, p[row + k]);
        return new Reading(
                image, label, outputs.predicted(image), outputs.loss(image), (double) p[row + label] - other);
    }

    /**
     * The hardest images, the hardest first, equals in their order.
     *
     * @param count how many at most
     */
    public static List<Reading> hardest(Outputs outputs, Hardness hardness, int count) {
        Comparator<Reading> order = switch (hardness) {
            case LOSS -> Comparator.comparingDouble(Reading::loss).reversed();
            case DOUBT -> Comparator.comparingDouble(reading -> Math.abs(reading.margin()));
        };
        return IntStream.range(0, outputs.size())
                .mapToObj(image -> of(outputs, image))
                .sorted(order)
                .limit(count)
                .toList();
    }

    /** All misread images, highest loss first. */
    public static List<Reading> misread(Outputs outputs) {
        return hardest(outputs, Hardness.LOSS, outputs.size()).stream()
                .filter(reading -> reading.predicted() != reading.label())
                .toList();
    }
}
