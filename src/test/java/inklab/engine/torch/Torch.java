package inklab.engine.torch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import inklab.data.DataFolder;
import inklab.engine.Engine;
import inklab.engine.NvidiaCards;

/** The engine under test, where its libraries are. */
final class Torch {
    private Torch() {}

    /** Where installed engines lie, unless the build brings them by its profile {@code torch}. */
    static TorchSource source() {
        return new TorchSource(
                DataFolder.find(null, System.getenv(), System.getProperties())
                        .root()
                        .resolve("engines"),
                new NvidiaCards());
    }

    /** Opens it, or skips the test with the reason. */
    static Engine open() {
        TorchSource source = source();
        assumeHere();
        return source.open();
    }

    /** Skips the test with the reason where it cannot be opened. */
    static void assumeHere() {
        String why = source().devices().get(0).reason();
        assumeTrue(why.isEmpty(), why);
    }
}
