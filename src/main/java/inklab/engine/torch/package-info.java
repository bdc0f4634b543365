/**
 * LibTorch behind the seam: the only room that imports it. Optional: what is compiled against is two megabytes of Java
 * ({@code org.bytedeco:pytorch}), which every build has; the native libraries (90 MB, with CUDA 460 MB and more) come by the build's
 * profile {@code torch} or {@code torch-gpu}, or by {@code engine install} into a folder of the user's data, where JavaCPP's loader finds
 * them because it is told to look there. So nobody rebuilds to get the engine, one build serves everybody, and there is neither a second
 * class loader nor a second copy of the libraries in a cache.
 *
 * <p>A network is its forward pass ({@link inklab.engine.torch.Layers}) in LibTorch's operations; automatic differentiation gives the
 * gradients, {@link inklab.engine.torch.Updates} the optimisers. Weights, chunks, dropout's masks, batch normalisation's groups and the
 * optimisers' memories are the default engine's, number for number up to rounding, so that a run can change engines.
 *
 * <p>Memory: whatever a step makes belongs to a {@code PointerScope} around it; what outlives it is kept and dropped by hand
 * ({@link inklab.engine.torch.Place}). Java's garbage collector does not know how large tensors are.
 *
 * <p>Threads: as in the default engine, chunks side by side with one intra-operation thread each, added up in their order: any number of
 * threads gives the same bits. On a card the same seed gives the same weights up to rounding alone: cuDNN chooses its algorithms.
 */
package inklab.engine.torch;
