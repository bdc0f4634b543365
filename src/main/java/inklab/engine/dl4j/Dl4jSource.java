package inklab.engine.dl4j;

import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.EngineSource;
import inklab.engine.NvidiaCards;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How the default engine is opened, on the processor or on a card, and what could keep it from a card. */
public final class Dl4jSource implements EngineSource {
    private final CudaLibraries libraries;
    private final Supplier<List<NvidiaCards.Card>> cards;
    private final String system;

    /**
     * @param engines the folder of installed engines; need not exist
     * @param cards where they are looked for
     */
    public Dl4jSource(Path engines, NvidiaCards cards) {
        this(new CudaLibraries(engines), cards::find, CudaLibraries.system());
    }

    Dl4jSource(CudaLibraries libraries, Supplier<List<NvidiaCards.Card>> cards, String system) {
        this.libraries = libraries;
        this.cards = cards;
        this.system = system;
    }

    @Override
    public String id() {
        return "dl4j";
    }

    @Override
    public List<Device> devices() {
        List<Device> devices = new ArrayList<>();
        devices.add(Device.processor());
        List<NvidiaCards.Card> found = cards.get();
        for (NvidiaCards.Card card : found) {
            String why = CudaRules.whyNot(card, system, libraries.areHere());
            devices.add(why.isEmpty() ? card.device() : card.device().without(why));
        }
        if (found.isEmpty() && CudaRules.knows(system))
            devices.add(new Device("cuda:0", "NVIDIA", 0, false, CudaRules.noCard()));
        String chosen = Backend.device();
        return chosen.isEmpty()
                ? devices
                : devices.stream()
                        .map(device -> device.id().equals(chosen) ? device : device.later())
                        .toList();
    }

    @Override
    public Engine open() {
        return open(Backend.PROCESSOR);
    }

    @Override
    public Engine open(String device) {
        Backend.choose(device, libraries::load);
        return new Dl4jEngine(this);
    }
}
