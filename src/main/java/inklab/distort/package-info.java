/**
 * Image → image, pure and seeded: elastic distortion, affine maps, shifts, noise, flips, and width normalisation. Every random number is a
 * function of {@code (seed, epoch, index)}. Nothing here but the JDK.
 */
package inklab.distort;
