package inklab.engine.dl4j;

import inklab.engine.NvidiaCards;
import java.util.Set;

/**
 * Which NVIDIA cards DeepLearning4J computes on. Its CUDA side ({@code nd4j-cuda-11.6} 1.0.0-M2.1, the last release) holds machine code for
 * compute capability 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6 and none that a driver could translate for later ones; code for a
 * capability runs on those of the same main number that are not below it.
 */
final class CudaRules {
    /** JavaCPP's names of the systems that it is made for. */
    private static final Set<String> SYSTEMS = Set.of("linux-x86_64", "windows-x86_64");

    private static final double LEAST = 3.7;
    private static final double BEYOND = 9.0;
    /** The oldest that runs programs of any CUDA 11. */
    private static final int LEAST_DRIVER = 450;

    private CudaRules() {}

    /** Whether there is anything to say of cards on this system. */
    static boolean knows(String system) {
        return SYSTEMS.contains(system);
    }

    /**
     * Why a card cannot be used, and what to do, in one sentence; empty when it can. What is unknown of the card speaks against nothing.
     *
     * @param system JavaCPP's name of it, such as {@code linux-x86_64}
     * @param libraries whether the native libraries are here
     */
    static String whyNot(NvidiaCards.Card card, String system, boolean libraries) {
        if (!knows(system))
            return "DeepLearning4J reaches cards on Linux and Windows with x86-64 processors alone: train on the processor, or with the engine torch.";
        if (card.isOlderThan(LEAST))
            return "Its compute capability is " + card.capability() + ", and DeepLearning4J's CUDA 11.6 begins with "
                    + LEAST + ": train on the processor.";
        if (isFrom(card, BEYOND))
            return "Its compute capability is " + card.capability() + ", and DeepLearning4J's CUDA 11.6 ends before "
                    + BEYOND + ": choose the engine torch for this card.";
        if (card.driverVersion() > 0 && card.driverVersion() < LEAST_DRIVER)
            return "Its driver is " + card.driver() + ", and CUDA 11.6 needs " + LEAST_DRIVER
                    + " or newer: update NVIDIA's driver.";
        return libraries
                ? ""
                : "DeepLearning4J's libraries for NVIDIA's cards are not here: fetch them with engine install cuda.";
    }

    /** What is said where no card answers. */
    static String noCard() {
        return "No NVIDIA card answers here: if there is one, install NVIDIA's driver, version " + LEAST_DRIVER
                + " or newer.";
    }

    private static boolean isFrom(NvidiaCards.Card card, double capability) {
        return !card.capability().isEmpty() && !card.isOlderThan(capability);
    }
}
