package inklab.net;

/** How a gradient becomes a change of the weights; the learning rate comes from the schedule at every step. */
public sealed interface Optimizer {
    /** How many numbers it remembers for each weight. */
    int memories();

    /** {@code w ← w − η g}. */
    record Sgd() implements Optimizer {
        @Override
        public int memories() {
            return 0;
        }
    }

    /** {@code v ← μ v + g; w ← w − η v}: at a constant rate the classical momentum; a rate that falls brakes what is under way, too. */
    record Momentum(double momentum) implements Optimizer {
        @Override
        public int memories() {
            return 1;
        }
    }

    /** Nesterov's accelerated gradient, as Sutskever et al. (2013) write it. */
    record Nesterov(double momentum) implements Optimizer {
        @Override
        public int memories() {
            return 1;
        }
    }

    /** Tieleman and Hinton (2012): divides by a running root mean square of the gradient. */
    record RmsProp(double decay, double epsilon) implements Optimizer {
        @Override
        public int memories() {
            return 1;
        }
    }

    /** Kingma and Ba (2014), with bias correction. */
    record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
        @Override
        public int memories() {
            return 2;
        }
    }
}
