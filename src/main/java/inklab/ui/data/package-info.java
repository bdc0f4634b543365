/**
 * Data: a shelf of data sets (what), the class band (how much of each), a wall of training images (what is it really like), and one
 * specimen with its ink box and width normalisations.
 */
package inklab.ui.data;
