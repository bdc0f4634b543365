package inklab.engine.dl4j;

import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.EngineSource;
import inklab.engine.NvidiaCards;
import java.util.ArrayList;
import java.util.List;

/**
 * How the default engine is opened. Its layers compute in the processor's memory, with oneDNN and OpenBLAS, so it names the cards only to
 * say who can use them.
 */
public final class Dl4jSource implements EngineSource {
    private static final String ELSEWHERE =
            "The engine dl4j computes on the processor alone: choose the engine torch for this card.";

    @Override
    public String id() {
        return "dl4j";
    }

    @Override
    public List<Device> devices() {
        List<Device> devices = new ArrayList<>();
        devices.add(Device.processor());
        for (NvidiaCards.Card card : new NvidiaCards().find())
            devices.add(card.device().without(ELSEWHERE));
        return devices;
    }

    @Override
    public Engine open() {
        return new Dl4jEngine();
    }
}
