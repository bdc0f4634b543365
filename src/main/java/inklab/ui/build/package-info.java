/**
 * The workspace "Build": the net as a column of layer cards, each with what a real digit looks like at that depth, its settings, its shape
 * and its costs; the palette; what a unit of the chosen layer sees.
 */
package inklab.ui.build;
