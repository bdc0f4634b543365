/**
 * DeepLearning4J and ND4J behind the seam: the only room that imports them.
 *
 * <p>A network is a DL4J {@code MultiLayerNetwork} whose layers are ours ({@link inklab.engine.dl4j.KernelLayer}): DL4J drives them, ND4J's
 * native ops and BLAS compute, DL4J's updaters move the weights (but for {@link inklab.engine.dl4j.AdaptiveRules}). Its own layers run every forward pass twice, always compute the input
 * picture's gradient, use a scalar tanh, and miss oneDNN by a renamed class; ours do none of this.
 *
 * <p>On NVIDIA's cards our layers' host memory does not reach, so {@link inklab.engine.dl4j.GraphNetwork} trains a DL4J
 * {@code ComputationGraph} of DL4J's own layers there, with two of ours where DL4J's mean something else: seeded dropout and batch
 * normalisation by groups. It uses ND4J's arrays and operations alone, which is how it is tested: on the processor, against the other
 * network. On a card it has never been run. ND4J computes in one place a process; {@link inklab.engine.dl4j.Backend} chooses it.
 *
 * <p>Threads: a mini-batch is cut into chunks ({@link inklab.engine.Chunks}) that replicas compute side by side, one core each, over
 * shared weights; gradients are added up in the chunks' order, so that any number of threads gives the same bits.
 */
package inklab.engine.dl4j;
