package inklab.distort;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** How long a distortion takes, in processor time of the thread that does it, so that other work on the machine does not count. */
public final class DistortBenchmark {
    /**
     * What was measured.
     *
     * @param side of the square grey image, pixels
     * @param sigma of the elastic field, pixels
     * @param alpha of the elastic field, pixels
     * @param microseconds an image takes on one core: the median of the rounds
     */
    public record Result(int side, double sigma, double alpha, double microseconds) {}

    private static final int IMAGES = 256;

    private DistortBenchmark() {}

    /** Elastic distortion alone, a field for each image. */
    public static Result elastic(int side, double sigma, double alpha, double seconds) {
        return new Result(
                side, sigma, alpha, microseconds(Distortion.elastic(sigma, alpha), Frame.of(1, side, side), seconds));
    }

    /**
     * Any distortion.
     *
     * @param seconds how long to measure, the first half of it to warm up
     * @return microseconds an image takes on one core: the median of the rounds
     */
    public static double microseconds(Distortion distortion, Frame frame, double seconds) {
        Distorter distorter = new Distorter(distortion, frame);
        byte[] images = pictures(frame);
        float[] target = new float[frame.size()];
        long start = System.nanoTime();
        double[] rounds = new double[16];
        int round = 0;
        long half = (long) (seconds * 5e8);
        long last = start;
        for (int epoch = 0; round == 0 || last - start < 2 * half; epoch++) {
            long from = cpuNanos();
            for (int i = 0; i < IMAGES; i++)
                distorter.apply(images, i % 8 * frame.sourceSize(), target, 0, Draw.of(1, epoch, i));
            double each = (cpuNanos() - from) / 1e3 / IMAGES;
            last = System.nanoTime();
            if (last - start < half && 2 * half > 0) continue;
            if (round == rounds.length) rounds = Arrays.copyOf(rounds, 2 * round);
            rounds[round++] = each;
        }
        double[] measured = Arrays.copyOf(rounds, round);
        Arrays.sort(measured);
        return measured[round / 2];
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Eight discs, each of its own size. */
    private static byte[] pictures(Frame frame) {
        byte[] bytes = new byte[8 * frame.sourceSize()];
        int pixels = frame.sourceHeight() * frame.sourceWidth();
        for (int i = 0; i < bytes.length; i++) {
            double x = i % frame.sourceWidth() - frame.sourceWidth() / 2.0;
            double y = Math.floorDiv(i % pixels, frame.sourceWidth()) - frame.sourceHeight() / 2.0;
            int picture = i / frame.sourceSize();
            if (Math.hypot(x, y) < frame.sourceWidth() * (picture + 2) / 20.0) bytes[i] = (byte) 255;
        }
        return bytes;
    }
}
