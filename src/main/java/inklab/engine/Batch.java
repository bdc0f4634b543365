package inklab.engine;

/**
 * A mini-batch. The arrays may be longer than needed and are reused by their owner: an engine keeps no reference after the call.
 *
 * @param size how many images
 * @param images {@code [size, channels, height, width]}
 * @param labels {@code [size]}, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // A batch is a buffer, compared by nobody.
public record Batch(int size, float[] images, int[] labels) {}
