package inklab.engine.torch;

import inklab.engine.Device;
import inklab.engine.Engine;
import inklab.engine.EngineSource;
import inklab.engine.NvidiaCards;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How LibTorch is opened, and what could keep it from a device. */
public final class TorchSource implements EngineSource {
    static final String MISSING = "LibTorch's libraries are not here: fetch them with engine install torch.";
    private static final String NO_CARD_LIBRARIES =
            "LibTorch's libraries for NVIDIA's cards are not here: fetch them with engine install torch-gpu.";

    /** The oldest that CUDA 13 computes on: Turing. */
    private static final double LEAST_CAPABILITY = 7.5;
    /** The oldest that runs CUDA 13. */
    private static final int LEAST_DRIVER = 580;

    private final TorchLibraries libraries;
    private final Supplier<List<NvidiaCards.Card>> cards;

    /**
     * @param engines the folder of installed engines; need not exist
     * @param cards where they are looked for
     */
    public TorchSource(Path engines, NvidiaCards cards) {
        this(new TorchLibraries(engines), cards::find);
    }

    TorchSource(TorchLibraries libraries, Supplier<List<NvidiaCards.Card>> cards) {
        this.libraries = libraries;
        this.cards = cards;
    }

    @Override
    public String id() {
        return "torch";
    }

    @Override
    public List<Device> devices() {
        List<Device> devices = new ArrayList<>();
        Device processor = Device.processor();
        devices.add(libraries.areHere() ? processor : processor.without(MISSING));
        List<NvidiaCards.Card> found = cards.get();
        for (NvidiaCards.Card card : found) {
            String why = whyNot(card);
            devices.add(why.isEmpty() ? card.device() : card.device().without(why));
        }
        if (TorchLibraries.platform().equals("macosx-arm64")) devices.add(metal());
        else if (found.isEmpty())
            devices.add(new Device(
                    "cuda:0",
                    "NVIDIA",
                    0,
                    false,
                    "No NVIDIA card answers here: if there is one, install NVIDIA's driver, version " + LEAST_DRIVER
                            + " or newer."));
        return devices;
    }

    private String whyNot(NvidiaCards.Card card) {
        if (card.isOlderThan(LEAST_CAPABILITY))
            return "Its compute capability is " + card.capability() + ", and CUDA 13 begins with " + LEAST_CAPABILITY
                    + ": train on the processor.";
        if (card.driverVersion() > 0 && card.driverVersion() < LEAST_DRIVER)
            return "Its driver is " + card.driver() + ", and CUDA 13 needs " + LEAST_DRIVER
                    + " or newer: update NVIDIA's driver.";
        return libraries.reachCards() ? "" : NO_CARD_LIBRARIES;
    }

    /** Apple's graphics processor, which the libraries for its computers reach. */
    private Device metal() {
        Device metal = new Device("mps", "Apple Metal", 0, true, "");
        return libraries.areHere() ? metal : metal.without(MISSING);
    }

    @Override
    public Engine open() {
        libraries.load();
        return new TorchEngine(this);
    }
}
