package inklab.ui.draw;

import inklab.engine.Weights;
import java.io.IOException;
import java.util.List;

/** Where trained nets that read digits are found. Reads files: not for the FX thread. */
public interface NetShelf {
    /**
     * All that can be asked now, the latest first and those that come with Inklab last; a net that cannot be read is left out.
     *
     * @throws IOException in one sentence, when the folder of all runs cannot be read
     */
    List<Candidate> list() throws IOException;

    /**
     * A net's weights.
     *
     * @throws IOException in one sentence, when they are damaged or no longer there
     */
    Weights weights(Candidate net) throws IOException;
}
