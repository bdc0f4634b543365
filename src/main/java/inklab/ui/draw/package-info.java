/**
 * The workspace Draw: a pad, and what the chosen nets make of the drawing while it is drawn. {@link inklab.ui.draw.DrawViewModel} holds what is shown,
 * {@link inklab.ui.draw.PadReader} does the reading on the pad's own thread, with networks of the pad's own.
 */
package inklab.ui.draw;
