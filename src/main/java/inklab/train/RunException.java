package inklab.train;

import java.io.IOException;

/** A fault of a run folder's files. Its message is one sentence for people: the file, what is wrong, what to do. */
public final class RunException extends IOException {
    private static final long serialVersionUID = 1;

    public RunException(String sentence) {
        super(sentence);
    }

    public RunException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
