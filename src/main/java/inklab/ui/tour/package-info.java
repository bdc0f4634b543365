/** The tour: a walk through the whole window by real clicks, without a display, that leaves one picture a workspace and theme. */
package inklab.ui.tour;
