package inklab;

import inklab.engine.EngineSource;
import inklab.engine.dl4j.Dl4jSource;
import inklab.engine.torch.TorchSource;
import java.nio.file.Path;
import java.util.List;

/** The engines there are. */
final class Engines {
    private Engines() {}

    /**
     * The usual one first.
     *
     * @param installed the folder of installed engines; need not exist
     */
    static List<EngineSource> in(Path installed) {
        return List.of(new Dl4jSource(installed), new TorchSource(installed));
    }
}
