/**
 * How good a network is: error rates with their uncertainty, confusions, the hardest images, committees of networks and what their size is
 * worth, and whether one network is really better than another. Pure functions of what networks answered ({@link inklab.train.Outputs});
 * {@link inklab.train.Scorer} makes a network answer.
 */
package inklab.evaluate;
