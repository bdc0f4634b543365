/**
 * Controls that know nothing of networks: pictures of digits, charts, bars, the drawing pad and the small parts of a page. Plain arrays
 * and values go in, a user's choices come out as properties and callbacks; words come from the caller, so that they can be translated.
 *
 * <p>Nothing here names a colour. {@code widgets.css} maps the {@linkplain inklab.ui.widget.Role roles} to the names a theme defines, and
 * the {@linkplain inklab.ui.widget.Measure measures} to the sizes of the normal and the projector mode.
 */
package inklab.ui.widget;
