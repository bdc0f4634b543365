package inklab.engine.dl4j;

import inklab.engine.EngineUnavailableException;
import inklab.engine.NvidiaCards;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.nd4j.nativeblas.NativeOps;

/**
 * Where ND4J's native libraries for NVIDIA's cards are, with CUDA's and cuDNN's own: in jars on the class path (the build's profile puts
 * them there), or in a folder of the user's data that {@code engine install cuda} has unpacked them into. Their Java side is in every build.
 */
class CudaLibraries {
    /** As in the jars' names: libraries of another version would not fit the Java side. */
    static final List<String> VERSIONS = List.of("nd4j-cuda-11.6-1.0.0-M2.1-", "cuda-11.6-8.3-1.5.7-");

    private static final String LIBRARY = System.mapLibraryName("jnind4jcuda");
    private static final String PACKAGE = "/org/nd4j/linalg/jcublas/bindings/";
    private static final String FOLDERS = "platform.preloadpath";
    private static final String NATIVE = "org.nd4j.linalg.jcublas.bindings.Nd4jCuda";

    /** What ND4J's own links to, in an order in which each finds the ones before it: Windows does not look beside a library. */
    private static final List<String> BELOW = List.of("cudart", "cublas", "cusolver", "cudnn");

    private final Path folder;

    /** @param engines the folder of installed engines; need not exist */
    CudaLibraries(Path engines) {
        this.folder = engines.resolve("cuda");
    }

    /** Whether there are any for this system. */
    boolean areHere() {
        return CudaLibraries.class.getResource(PACKAGE + system() + "-cudnn/" + LIBRARY) != null || isWhole();
    }

    private boolean isWhole() {
        try {
            String from = Files.readString(folder.resolve("from"));
            return Files.isRegularFile(folder.resolve(LIBRARY))
                    && VERSIONS.stream().allMatch(from::contains);
        } catch (IOException e) {
            return false; // There is none.
        }
    }

    /** JavaCPP's name of this system, such as {@code linux-x86_64}; its loader would load libraries to say it. */
    static String system() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : "linux";
        return system + (arm ? "-arm64" : "-x86_64");
    }

    /**
     * Loads them without touching ND4J, up to some seconds, and makes sure that the card is one that their code runs on: what goes wrong
     * here leaves the processor to be chosen.
     *
     * @throws EngineUnavailableException in one sentence, when they are not here, do not load, or do not reach the card
     */
    void load(int card) {
        if (!areHere()) throw new EngineUnavailableException(CudaRules.whyNot(unknown(card), system(), false), null);
        look();
        try {
            // CUDA's runtime is in ND4J's own, which so answers without a driver; Windows needs the others first.
            if (isWindows()) for (String name : BELOW) loadBelow(name);
            NativeOps nd4j = Class.forName(NATIVE)
                    .asSubclass(NativeOps.class)
                    .getDeclaredConstructor()
                    .newInstance();
            if (nd4j.getAvailableDevices() <= card)
                throw new EngineUnavailableException(
                        "CUDA does not reach cuda:" + card
                                + " here: see that NVIDIA's driver works, or train on the processor.",
                        null);
            for (String name : BELOW) loadBelow(name);
            nd4j.initializeDevicesAndFunctions();
            String capability = nd4j.getDeviceMajor(card) + "." + nd4j.getDeviceMinor(card);
            String whyNot = CudaRules.whyNot(
                    new NvidiaCards.Card(card, nd4j.getDeviceName(card), 0, capability, ""), system(), true);
            if (!whyNot.isEmpty()) throw new EngineUnavailableException(whyNot, null);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new EngineUnavailableException(
                    "DeepLearning4J's libraries for NVIDIA's cards do not load (" + firstLine(e)
                            + "): install NVIDIA's driver, and the libraries anew with engine install cuda.",
                    e);
        }
    }

    /** The loader keeps its properties for the process, and looks into these folders at every load. */
    private void look() {
        // Said of every library that is older than JavaCPP itself, to nobody's use.
        if (System.getProperty("org.bytedeco.javacpp.logger") == null)
            System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        Properties loader = Loader.loadProperties();
        String before = loader.getProperty(FOLDERS, "");
        if (!before.contains(folder.toString()))
            loader.setProperty(FOLDERS, before.isEmpty() ? folder.toString() : before + File.pathSeparator + folder);
    }

    private static void loadBelow(String name) throws ClassNotFoundException {
        Loader.load(Class.forName("org.bytedeco.cuda.global." + name, false, CudaLibraries.class.getClassLoader()));
    }

    private static boolean isWindows() {
        return system().startsWith("windows");
    }

    private static NvidiaCards.Card unknown(int card) {
        return new NvidiaCards.Card(card, "", 0, "", "");
    }

    /** The loader's own first line names only what was loaded last; what it was told is behind. */
    static String firstLine(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null) deepest = deepest.getCause();
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
