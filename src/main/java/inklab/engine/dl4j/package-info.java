/**
 * DeepLearning4J and ND4J behind the seam: the only room that imports them.
 *
 * <p>A network is a DL4J {@code MultiLayerNetwork} whose layers are ours ({@link inklab.engine.dl4j.KernelLayer}): DL4J drives them, ND4J's
 * native ops and BLAS compute, DL4J's updaters move the weights. Its own layers run every forward pass twice, always compute the input
 * picture's gradient, use a scalar tanh, and miss oneDNN by a renamed class; ours do none of this.
 *
 * <p>Threads: a mini-batch is cut into chunks ({@link inklab.engine.Chunks}) that replicas compute side by side, one core each, over
 * shared weights; gradients are added up in the chunks' order, so that any number of threads gives the same bits.
 */
package inklab.engine.dl4j;
