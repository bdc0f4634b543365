package inklab.pad;

import inklab.data.ink.Raster;

/**
 * A drawing on its way to the network.
 *
 * @param raw the page with its ink: {@link PadPreparation#PAGE} pixels square
 * @param crop the ink alone, cut to its edges; drawn as finely however small it is on the page
 * @param box 20×20: the same scaled, its aspect kept
 * @param centred 28×28: what the network is given, placed as the preparation's {@link Placing} says
 */
public record PadSteps(Raster raw, Raster crop, Raster box, Raster centred) {}
