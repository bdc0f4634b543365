/**
 * The {@link inklab.recipe.Recipe}: data, distortion, net and training settings in one immutable value, its file format, the presets, and
 * the one preparation that turns an image of a data set into a network's input, for training, scoring and the pad alike.
 */
package inklab.recipe;
