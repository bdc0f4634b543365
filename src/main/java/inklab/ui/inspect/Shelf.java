package inklab.ui.inspect;

import inklab.engine.Weights;
import inklab.train.EpochOutputs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where trained nets are found. Asked off the FX thread. */
interface Shelf {
    /** A net's files, epoch by epoch. */
    interface Pages {
        /** @throws IOException in one sentence, when they are gone or damaged */
        Weights weights(int epoch) throws IOException;

        /** What the net answered after that epoch; empty where nobody kept it. */
        Optional<EpochOutputs> outputs(int epoch) throws IOException;
    }

    /**
     * All nets, the newest run first, those that come with Inklab last.
     *
     * @throws IOException in one sentence
     */
    List<Choice> choices() throws IOException;

    /**
     * Opens a net.
     *
     * @return a subject without epochs, when no weights are written yet
     * @throws IOException in one sentence, when it is gone or damaged
     */
    Subject open(Choice choice) throws IOException;
}
