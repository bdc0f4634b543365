package inklab.train;

import inklab.engine.Weights;
import java.util.List;
import java.util.Map;

/**
 * What a network answered to the images of one split, in their order.
 *
 * @param classes how many classes
 * @param probabilities {@code [images, classes]}, each row summing to 1
 * @param labels {@code [images]}, from 0
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Compared by nobody; a copy of a test set's answers at every look would be waste.
public record Outputs(int classes, float[] probabilities, int[] labels) {
    public Outputs {
        if ((long) labels.length * classes != probabilities.length)
            throw new IllegalArgumentException(probabilities.length + " probabilities for " + labels.length
                    + " images of " + classes + " classes");
    }

    /** How many images. */
    public int size() {
        return labels.length;
    }

    /** The class with the highest probability; of equal ones the first. */
    public int predicted(int image) {
        int best = 0;
        for (int k = 1; k < classes; k++)
            if (probabilities[image * classes + k] > probabilities[image * classes + best]) best = k;
        return best;
    }

    /** −ln of the probability of the true class, which is taken as 1e-12 when it is less. */
    public double loss(int image) {
        return -Math.log(Math.max(probabilities[image * classes + labels[image]], 1e-12));
    }

    /** How many images were misread. */
    public int errors() {
        int errors = 0;
        for (int i = 0; i < labels.length; i++) if (predicted(i) != labels[i]) errors++;
        return errors;
    }

    /** The share of images that were misread, 0 to 1; NaN without images. */
    public double error() {
        return (double) errors() / labels.length;
    }

    /** The mean of {@link #loss(int)}; NaN without images. */
    public double meanLoss() {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) sum += loss(i);
        return sum / labels.length;
    }

    /** Whether every probability is a number. */
    boolean isFinite() {
        for (float p : probabilities) if (!Float.isFinite(p)) return false;
        return true;
    }

    /** As tensors {@code NAME.probabilities [images, classes]} and {@code NAME.labels [images]}. */
    void put(String name, Map<String, Weights.Tensor> tensors) {
        float[] numbers = new float[labels.length];
        for (int i = 0; i < numbers.length; i++) numbers[i] = labels[i];
        tensors.put(name + ".probabilities", new Weights.Tensor(List.of(labels.length, classes), probabilities));
        tensors.put(name + ".labels", new Weights.Tensor(List.of(labels.length), numbers));
    }

    /**
     * From such tensors.
     *
     * @throws IllegalArgumentException when they are missing or do not fit each other
     */
    static Outputs get(String name, Weights tensors) {
        Weights.Tensor probabilities = tensors.get(name + ".probabilities");
        float[] numbers = tensors.get(name + ".labels").values();
        if (probabilities.shape().size() != 2)
            throw new IllegalArgumentException(name + ".probabilities has the shape " + probabilities.shape());
        int classes = probabilities.shape().get(1);
        int[] labels = new int[numbers.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) numbers[i];
            if (labels[i] < 0 || labels[i] >= classes)
                throw new IllegalArgumentException(
                        name + ".labels holds " + numbers[i] + " of " + classes + " classes");
        }
        return new Outputs(classes, probabilities.values(), labels);
    }
}
