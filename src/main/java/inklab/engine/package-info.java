/**
 * The seam between Inklab and whatever computes: an {@link inklab.engine.Engine} builds a {@link inklab.engine.Network}, and a network does
 * a step, predicts, and hands out activations and weights. The training loop is not here: it is written once, in {@code inklab.train}.
 *
 * <p>Weights travel as {@link inklab.engine.Weights}, in PyTorch's layout and with names that follow the layer's index, so that a file
 * means the same to every engine.
 */
package inklab.engine;
