/**
 * What a network is, without running one: layers as records ({@link inklab.net.LayerSpec}), shapes and mistakes
 * ({@link inklab.net.Inference}), what it costs ({@link inklab.net.Cost}), and nets as text ({@link inklab.net.Notation}).
 *
 * <p>The notation is the literature's, {@code 1x29x29-20C4-MP2-40C5-MP3-150N-10N}: input, 20 maps by 4 × 4 kernels, maximum over 2 × 2, …,
 * 150 units, ten classes. Plain classic notation means tanh. What it lacks is said by suffixes, on a layer ({@code 64C3/2:same:relu}) or on
 * the input for all layers ({@code 3x32x32:relu:same}), and by more layers ({@code BN}, {@code D0.5}, {@code AP2}, {@code LP2},
 * {@code GAP}, {@code relu}, {@code R(…)}). The whole grammar is on {@link inklab.net.Notation}.
 *
 * <p>Everything here is immutable and pure; a mistake in a network is a {@link inklab.net.Problem}, never an exception.
 */
package inklab.net;
