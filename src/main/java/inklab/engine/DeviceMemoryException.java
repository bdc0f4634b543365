package inklab.engine;

import inklab.net.Problem;

/** A card's memory does not hold a training step. */
public final class DeviceMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String device;
    private final int batch;
    private final int largest;

    /**
     * @param device a {@link Device#id()}
     * @param batch images of the mini-batch that was tried
     * @param largest how many would fit; 0 when not even one
     */
    public DeviceMemoryException(String device, int batch, int largest, Throwable cause) {
        super("the memory of " + device + " does not hold a mini-batch of " + batch, cause);
        this.device = device;
        this.batch = batch;
        this.largest = largest;
    }

    /** What the user reads. */
    public Problem problem() {
        return new Problem(
                "training.batch",
                "The memory of " + device + " does not hold a mini-batch of " + batch + " images.",
                largest > 0
                        ? "The largest that fits is " + largest
                                + "; a smaller net or training on the processor helps, too."
                        : "Not even one image fits: take a smaller net, or train on the processor.");
    }
}
