package inklab;

import inklab.engine.EngineSource;
import inklab.engine.NvidiaCards;
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
        NvidiaCards cards = new NvidiaCards(); // Asked once for both: it may take most of a second.
        return List.of(new Dl4jSource(installed, cards), new TorchSource(installed, cards));
    }
}
