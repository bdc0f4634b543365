package inklab.engine.dl4j;

/** What travels beside DL4J's arrays through one replica: the pass it is on, and the tensor that the last layer handed over. */
final class Tape {
    private Pass pass = Pass.PREDICTING;
    private Tensor current;
    private int n;

    void start(Tensor input, int n, Pass pass) {
        this.current = input;
        this.n = n;
        this.pass = pass;
    }

    Pass pass() {
        return pass;
    }

    int n() {
        return n;
    }

    Tensor current() {
        return current;
    }

    void advance(Tensor tensor) {
        current = tensor;
    }
}
