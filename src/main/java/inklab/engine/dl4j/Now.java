package inklab.engine.dl4j;

/** The pass that a graph is on, for those of its layers that do something else while it learns. */
final class Now {
    private final int ghost;
    private Pass pass = Pass.PREDICTING;

    /** @param ghost how many images batch normalisation takes together */
    Now(int ghost) {
        this.ghost = ghost;
    }

    Pass pass() {
        return pass;
    }

    void set(Pass next) {
        pass = next;
    }

    int ghost() {
        return ghost;
    }
}
