package inklab.engine.torch;

import inklab.engine.EngineUnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/**
 * Where LibTorch's native libraries are: in a jar on the class path (the build's profiles put it there), or in a folder of the user's data
 * that {@code engine install} has unpacked them into. The loader of JavaCPP takes further folders to look into while the program runs,
 * so that no class loader of our own is needed.
 */
final class TorchLibraries {
    static final String VERSION = "2.10.0-1.5.13";
    private static final String LIBRARY = System.mapLibraryName("jnitorch");
    private static final String PACKAGE = "/org/bytedeco/pytorch/";
    private static final String FOLDERS = "platform.preloadpath";
    private static final String MOST_MEMORY = "org.bytedeco.javacpp.maxPhysicalBytes";

    private final Path cpu;
    private final Path gpu;

    /**
     * @param engines the folder of installed engines; need not exist
     */
    TorchLibraries(Path engines) {
        this.cpu = engines.resolve("torch");
        this.gpu = engines.resolve("torch-gpu");
    }

    /** Whether there are any for this system. */
    boolean areHere() {
        return onClassPath("") || reachCards() || isWhole(cpu);
    }

    /** Whether there are those that compute on NVIDIA's cards, too. */
    boolean reachCards() {
        return onClassPath("-gpu") || isWhole(gpu);
    }

    /** Libraries of another version would not fit the Java side: they are to be fetched anew. */
    private static boolean isWhole(Path folder) {
        Path from = folder.resolve("from");
        try {
            return Files.isRegularFile(folder.resolve(LIBRARY))
                    && (!Files.exists(from) || Files.readString(from).contains(VERSION));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean onClassPath(String extension) {
        return TorchLibraries.class.getResource(PACKAGE + platform() + extension + "/" + LIBRARY) != null;
    }

    /** JavaCPP's name of this system, such as {@code linux-x86_64}; its loader would load libraries to say it. */
    static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        String system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : "linux";
        return system + (arm ? "-arm64" : "-x86_64");
    }

    /**
     * Loads them, once for the process: up to seconds.
     *
     * @throws EngineUnavailableException in one sentence, when they are not here or do not load
     */
    void load() {
        if (!areHere()) throw new EngineUnavailableException(TorchSource.MISSING, null);
        // Every handle would ask the system how much memory the process has, a microsecond each: all of ours go with
        // their scopes.
        System.getProperties().putIfAbsent(MOST_MEMORY, "0");
        // The loader keeps these properties for the process, and looks into them at every load.
        String before = Loader.loadProperties().getProperty(FOLDERS, "");
        String ours = gpu + File.pathSeparator + cpu;
        if (!before.contains(ours))
            Loader.loadProperties().setProperty(FOLDERS, before.isEmpty() ? ours : ours + File.pathSeparator + before);
        try {
            Loader.load(torch.class);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new EngineUnavailableException(
                    "LibTorch's libraries do not load (" + firstLine(e) + "): install them anew with engine install "
                            + (reachCards() ? "torch-gpu, and CUDA 13 with cuDNN 9." : "torch."),
                    e);
        }
        TorchThreads.prepare();
    }

    private static String firstLine(Throwable fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
