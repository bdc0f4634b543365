package inklab.ui.build;

import inklab.net.Shape;

/**
 * The image that is followed through the net, as its data set has it.
 *
 * @param dataset its data set's name for people
 * @param index its number among the validation images, from 0
 * @param name its class's name: {@code 3}
 * @param shape of the image
 * @param pixels {@code [channels, height, width]}, 0 for paper
 * @param trainImages how many images the recipe trains on; 0 while its data set is not here
 * @param standIn whether it is a built-in digit in place of a data set that is not here
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Specimen(String dataset, int index, String name, Shape shape, byte[] pixels, int trainImages, boolean standIn) {}
