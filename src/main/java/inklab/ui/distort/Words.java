package inklab.ui.distort;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a net reads on the wall.
 *
 * @param net the run's name
 * @param labels what each image is
 * @param says what the net reads in it
 * @param before how many it misreads undistorted
 */
record Words(String net, List<Integer> labels, List<Integer> says, int before) {
    /** Whether the net misreads this image. */
    boolean flipped(int i) {
        return !labels.get(i).equals(says.get(i));
    }

    /** How many it misreads. */
    int flips() {
        return (int) IntStream.range(0, labels.size()).filter(this::flipped).count();
    }
}
