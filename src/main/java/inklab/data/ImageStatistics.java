package inklab.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a set of images is like, class by class.
 *
 * @param counts images of each class
 * @param means each class's mean image, {@code [channels, height, width]} from 0 to 255; all zeros for a class without images
 */
public record ImageStatistics(List<Integer> counts, List<float[]> means) {
    /** Looks at all images of a set. */
    public static ImageStatistics of(ImageSet images) {
        int classes = images.classes().size();
        int size = images.imageSize();
        int[] counts = new int[classes];
        long[][] sums = new long[classes][size];
        byte[] image = new byte[size];
        for (int i = 0; i < images.size(); i++) {
            images.copy(i, image, 0);
            int label = images.label(i);
            counts[label]++;
            long[] sum = sums[label];
            for (int p = 0; p < size; p++) sum[p] += image[p] & 0xFF;
        }
        List<Integer> counted = Arrays.stream(counts).boxed().toList();
        List<float[]> means = IntStream.range(0, classes)
                .mapToObj(c -> mean(sums[c], Math.max(1, counts[c])))
                .toList();
        return new ImageStatistics(counted, means);
    }

    private static float[] mean(long[] sums, int count) {
        float[] mean = new float[sums.length];
        for (int p = 0; p < mean.length; p++) mean[p] = (float) ((double) sums[p] / count);
        return mean;
    }
}
