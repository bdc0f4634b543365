package inklab.engine.torch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import inklab.data.DataFolder;
import inklab.engine.Engine;
import java.util.Map;

/** The engine under test, where its libraries are. */
final class Torch {
    private Torch() {}

    /** Where installed engines lie, unless the build brings them by its profile {@code torch}. */
    static TorchSource source() {
        return new TorchSource(
                DataFolder.find(null, Map.of(), System.getProperties()).root().resolve("engines"));
    }

    /** Opens it, or skips the test with the reason. */
    static Engine open() {
        TorchSource source = source();
        String why = source.devices().get(0).reason();
        assumeTrue(why.isEmpty(), why);
        return source.open();
    }
}
