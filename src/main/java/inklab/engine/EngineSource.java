package inklab.engine;

import java.util.List;

/** An engine that could be opened: what it could compute on can be asked before, in a moment, without loading anything large. */
public interface EngineSource {
    /** The engine's name on the command line. */
    String id();

    /** What it could compute on, the usual device first; each that cannot be used says why, and what to do. */
    List<Device> devices();

    /**
     * Opens it, which may load native libraries.
     *
     * @throws EngineUnavailableException in one sentence, when they are not here or do not load
     */
    Engine open();

    /**
     * Opens it for one of its devices. Some engines compute on one device a process, which this chooses; nothing is chosen when it fails.
     *
     * @throws EngineUnavailableException in one sentence, as {@link #open()} does
     */
    default Engine open(String device) {
        return open();
    }
}
