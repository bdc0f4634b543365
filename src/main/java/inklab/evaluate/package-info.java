/**
 * How good a network is: error rates with their uncertainty, confusions, the hardest images, committees of networks and what their size is
 * worth, and whether one network is really better than another. Pure functions of what networks answered ({@link inklab.train.Outputs});
 * {@link inklab.train.Scorer} makes a network answer. A {@link inklab.evaluate.Model} is a trained network by its name, from a run folder or
 * built in; it knows recipe and net because they say how an image is prepared for it.
 */
package inklab.evaluate;
