package inklab.engine.dl4j;

/**
 * What a forward pass is for.
 *
 * @param training whether dropout drops and batch normalisation uses the chunk's own statistics
 * @param step the training step's number
 * @param firstImage the place of the chunk's first image in its mini-batch: dropout is a function of the image, not of the chunk
 * @param batch the size of the whole mini-batch, over which gradients are averaged
 */
record Pass(boolean training, long step, int firstImage, int batch) {
    static final Pass PREDICTING = new Pass(false, 0, 0, 1);
}
