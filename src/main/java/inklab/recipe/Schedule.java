package inklab.recipe;

/** The learning rate over the epochs; constant within an epoch. Epochs count from 0. */
public sealed interface Schedule {
    /** The learning rate of the first epoch. */
    double rate();

    /** Always the same. */
    record Constant(double rate) implements Schedule {}

    /** {@code max(floor, rate · factor^epoch)}. */
    record Exponential(double rate, double factor, double floor) implements Schedule {}

    /** Times {@code factor} after every {@code every} epochs. */
    record StepDown(double rate, double factor, int every) implements Schedule {}

    /** From {@code rate} in the first epoch to {@code last} in the last, in equal steps. */
    record Linear(double rate, double last) implements Schedule {}

    /** From {@code rate} to {@code last} along half a cosine (Loshchilov and Hutter, 2016, without restarts). */
    record Cosine(double rate, double last) implements Schedule {}

    /** Times {@code factor}, not below {@code floor}, whenever the validation error has not improved for {@code patience} epochs. */
    record Plateau(double rate, double factor, int patience, double floor) implements Schedule {}
}
