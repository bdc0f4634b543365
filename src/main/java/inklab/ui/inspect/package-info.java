/**
 * The workspace that looks into a trained net: an epoch scrubber drives its filters, feature maps, confusion matrix and mistakes together;
 * one unit's arithmetic, and what speaks for the answer.
 */
package inklab.ui.inspect;
