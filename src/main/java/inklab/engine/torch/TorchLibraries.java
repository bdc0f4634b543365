package inklab.engine.torch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/**
 * Where LibTorch's native libraries are: in a jar on the class path (the build's profiles put it there), or in a folder of the user's data
 * that {@code engine install} has unpacked them into. The loader of JavaCPP looks into {@code java.library.path} for what it does not find
 * on the class path, so a folder joins in at run time, and no class loader of our own is needed.
 */
final class TorchLibraries {
    private static final String LIBRARY = System.mapLibraryName("jnitorch");
    private static final String PACKAGE = "/org/bytedeco/pytorch/";
    private static final String FOLDERS = "java.library.path";

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
        return onClassPath("") || reachCards() || Files.isRegularFile(cpu.resolve(LIBRARY));
    }

    /** Whether there are those that compute on NVIDIA's cards, too. */
    boolean reachCards() {
        return onClassPath("-gpu") || Files.isRegularFile(gpu.resolve(LIBRARY));
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
     * @throws IllegalStateException in one sentence, when they are not here or do not load
     */
    void load() {
        if (!areHere()) throw new IllegalStateException(TorchSource.MISSING);
        String before = System.getProperty(FOLDERS, "");
        List<String> folders = List.of(gpu.toString(), cpu.toString(), before);
        if (!before.startsWith(gpu.toString())) System.setProperty(FOLDERS, String.join(File.pathSeparator, folders));
        try {
            Loader.load(torch.class);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new IllegalStateException(
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
