package inklab.cli;

import inklab.engine.Processor;
import inklab.recipe.Measured.Machine;

/** What this process runs on, in words for people. */
final class ThisMachine {
    private ThisMachine() {}

    static Machine now() {
        return new Machine(
                Processor.name(),
                Surroundings.cores(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "Java " + System.getProperty("java.version"));
    }
}
