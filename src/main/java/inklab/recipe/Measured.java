package inklab.recipe;

import java.time.LocalDate;
import java.util.List;

/**
 * One net that was trained for a {@link Row}, and what came out.
 *
 * @param row the row's id
 * @param recipe {@link RecipeFile#hash} of the recipe that it was trained with
 * @param seed of that recipe
 * @param epochs how many whole epochs were trained
 * @param epochsPublished how many the source trained, 0 when it does not say
 * @param bestEpoch the epoch with the lowest validation error, from 1: the one that the errors are of
 * @param validationError share of the validation images misread, 0 to 1; NaN where there were none
 * @param testError share of the test images misread, 0 to 1
 * @param images how many test images
 * @param seconds of training, scoring included, pauses and breaks not counted
 * @param imagesPerSecond training images a second, scoring not counted
 * @param date on which the training ended
 * @param machine that it was trained on
 * @param weights SHA-256 of the last weights, in hexadecimal
 * @param deviations in what it differs from the row's recipe; a sentence each
 */
public record Measured(
        String row,
        String recipe,
        long seed,
        int epochs,
        int epochsPublished,
        int bestEpoch,
        double validationError,
        double testError,
        int images,
        double seconds,
        double imagesPerSecond,
        LocalDate date,
        Machine machine,
        String weights,
        List<String> deviations) {
    public Measured {
        deviations = List.copyOf(deviations);
    }

    /**
     * What a net was trained on.
     *
     * @param cpu the processor's name
     * @param cores how many of its cores could be used
     * @param os the operating system
     * @param java the Java that ran it
     */
    public record Machine(String cpu, int cores, String os, String java) {}
}
