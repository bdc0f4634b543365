package inklab.engine;

/** An engine or a device of it cannot be used on this computer; the message is one sentence that says why and what to do. */
public final class EngineUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EngineUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
