package inklab.engine.dl4j;

import inklab.engine.EngineUnavailableException;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.IntConsumer;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * Where ND4J computes: on the processor or on one card, chosen once for the process, before ND4J is touched first. Left to itself ND4J
 * would take a card wherever it can, and print why where it cannot.
 */
final class Backend {
    static final String PROCESSOR = "cpu";

    private static String device;

    private Backend() {}

    /** The device that was chosen; empty while none is. */
    static synchronized String device() {
        return device == null ? "" : device;
    }

    /** Whether ND4J computes on a card. */
    static boolean isCard() {
        return device().startsWith("cuda:");
    }

    /** The number of the card that it computes on. */
    static int card() {
        return number(device());
    }

    private static int number(String card) {
        return Integer.parseInt(card.substring("cuda:".length()));
    }

    /** The processor, unless something was chosen before. */
    static synchronized void chooseAny() {
        if (device == null) choose(PROCESSOR, card -> {});
    }

    /**
     * Chooses a device, or confirms the choice.
     *
     * @param load loads what a card needs, by its number; what it throws leaves the choice open
     * @throws EngineUnavailableException in one sentence, when another device was chosen before
     */
    static synchronized void choose(String wanted, IntConsumer load) {
        if (device == null) {
            boolean card = !wanted.equals(PROCESSOR);
            if (card) load.accept(number(wanted));
            ND4JClassLoading.setNd4jClassloader(new OneBackend(card));
            device = wanted;
        } else if (!device.equals(wanted)) {
            throw new EngineUnavailableException(
                    "DeepLearning4J computes on " + device + " since this Inklab was started: start it again to use "
                            + wanted + ".",
                    null);
        }
    }

    /** The class path, with one of ND4J's backends among its services where there may be two. */
    static final class OneBackend extends ClassLoader {
        private static final String SERVICES = "META-INF/services/org.nd4j.";

        private final String others;

        /** @param card whether the backend that stays is CUDA's */
        OneBackend(boolean card) {
            this(Backend.class.getClassLoader(), card);
        }

        OneBackend(ClassLoader parent, boolean card) {
            super(parent);
            this.others = card ? ".nativecpu." : ".jcublas.";
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            Enumeration<URL> all = super.getResources(name);
            if (!name.startsWith(SERVICES)) return all;
            List<URL> ours = new ArrayList<>();
            for (URL url : Collections.list(all)) if (!text(url).contains(others)) ours.add(url);
            return Collections.enumeration(ours);
        }

        private static String text(URL url) throws IOException {
            try (var in = url.openStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
