/**
 * The workspace Train: the recipe in four pictures, the run's curves, and what to make of them.
 *
 * <p>It looks at the run five times a second and draws what it sees at once. Ten times a second, and with pulses between that drew
 * nothing, took every eighth image from a training on two cores; figures that change more often cannot be read, and a curve that grows by
 * less than a pixel is none the wiser.
 */
package inklab.ui.train;
