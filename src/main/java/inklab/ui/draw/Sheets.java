package inklab.ui.draw;

import inklab.ui.widget.Picture;

/**
 * A drawing on its way to the net, as pictures.
 *
 * @param ink the page
 * @param cropped the ink cut to its edges
 * @param width of the crop on the page, page pixels
 * @param height of the crop on the page
 * @param box 20×20
 * @param centred 28×28, the centre of mass in the middle
 * @param centreX of the centred ink's mass, in pixels of the field
 * @param drawn 28×28, the page as it is
 * @param input what the first net is given, centred or not as is switched
 * @param other the same with the switch the other way
 */
public record Sheets(
        Picture ink,
        Picture cropped,
        int width,
        int height,
        Picture box,
        Picture centred,
        double centreX,
        double centreY,
        Picture drawn,
        Picture input,
        Picture other) {}
