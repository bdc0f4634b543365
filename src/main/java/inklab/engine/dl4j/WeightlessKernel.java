package inklab.engine.dl4j;

/** A kernel without weights, whose input gradient costs nothing worth saving. */
interface WeightlessKernel extends Kernel {
    @Override
    default void bindWeights(Slices weights) {}

    @Override
    default void bindGradients(Slices gradients) {}

    @Override
    default void wantInputGradient(boolean wanted) {}
}
