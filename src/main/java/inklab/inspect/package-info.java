/**
 * Looking inside a network: filters, feature maps, saliency and the arithmetic of one unit, as plain numbers that a view can draw. Nothing
 * here draws.
 */
package inklab.inspect;
