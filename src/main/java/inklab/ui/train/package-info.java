/** The workspace Train: the recipe in four pictures, the run's curves, and what to make of them. */
package inklab.ui.train;
