package inklab.ui.tour;

/**
 * How well the window keeps up, on a machine whose cores are all busy training.
 *
 * @param gapP95 between two pulses of the FX thread while σ is dragged and while a digit is drawn, the worse of the two, ms
 * @param gapMost the longest of all, ms
 * @param penIdleP95 from a move of the pen to the answer in the window, nothing being trained, ms
 * @param penIdleSeenP95 the same until the pulse that painted the answer is done, which waits for the screen's next turn, ms
 * @param penTrainingP95 as {@code penIdleP95}, while training
 * @param penTrainingSeenP95 as {@code penIdleSeenP95}, while training
 * @param wallP95 64 digits distorted anew and painted, the wait for the screen's next turn left out, ms
 * @param wallSeenP95 from a move of σ until the pulse that painted the digits is done, ms
 * @param lossPercent by how much training is slower while the workspace Train is in view than without any window
 * @param lossDraggingPercent the same while σ is dragged without a rest
 */
public record WindowFigures(
        double gapP95,
        double gapMost,
        double penIdleP95,
        double penIdleSeenP95,
        double penTrainingP95,
        double penTrainingSeenP95,
        double wallP95,
        double wallSeenP95,
        double lossPercent,
        double lossDraggingPercent) {}
