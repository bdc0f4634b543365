/**
 * The workspace Distort: sixty-four training images redrawn while sliders move, what moves in one of them, and what a net makes of it
 * all. {@link inklab.ui.distort.DistortViewModel} holds the values and orders the work; {@link inklab.ui.distort.DistortWorkspace} is
 * what the shell sees.
 */
package inklab.ui.distort;
