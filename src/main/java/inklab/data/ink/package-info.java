/**
 * Ink: the generated digits. Skeletons of control points in several writing styles ({@code assets/ink/}) are varied, drawn with a pen of
 * varying width, and prepared as MNIST's images were. The drawing ({@link inklab.data.ink.InkCanvas}) and the preparation
 * ({@link inklab.data.ink.MnistPreparation}) serve the drawing pad too. Nothing here but the JDK.
 */
package inklab.data.ink;
