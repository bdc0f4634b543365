package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ImageSource;
import inklab.engine.EngineSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * What the command line stands in; Main hands it in.
 *
 * @param out standard output: what was asked for
 * @param err standard error: progress and faults
 * @param terminal whether somebody watches, so that a line of progress may be written over
 * @param environment the environment variables
 * @param system the system properties
 * @param ink makes the built-in digits
 * @param engines the engines there are; the first is used when none is named
 * @param tour walks the window, which the command line does not know
 * @param windowBench measures it
 * @param faults writes down a fault of Inklab's own, and says where
 */
public record Surroundings(
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Properties system,
        ImageSource ink,
        List<EngineSource> engines,
        Tour tour,
        WindowBench windowBench,
        FaultReports faults) {

    /** Walks the window. */
    @FunctionalInterface
    public interface Tour {
        /** @return the process's exit status */
        int walk(Path out);
    }

    /** Measures how well the window keeps up. */
    @FunctionalInterface
    public interface WindowBench {
        /**
         * @param says told what is being measured
         * @return figures by the names they have in JSON, in order
         */
        Map<String, Double> measure(Consumer<String> says) throws IOException;
    }

    /** Writes down what must not happen. */
    @FunctionalInterface
    public interface FaultReports {
        /** @return where the report lies; empty when it could not be written */
        Optional<Path> write(Thread thread, Throwable fault);
    }

    /** The data folder: the named one, else the environment's, else the user's. */
    DataFolder dataFolder(Path named) {
        return DataFolder.find(named, environment, system);
    }

    Catalogue catalogue(Path named, Consumer<String> notices) {
        return new Catalogue(dataFolder(named), ink, notices);
    }

    /** Where installed engines lie: in the data folder, whatever is named for data sets and runs. */
    Path installedEngines() {
        return dataFolder(null).root().resolve("engines");
    }

    /** Where runs are kept unless the user says otherwise. */
    Path runs(Path namedData) {
        return dataFolder(namedData).root().resolve("runs");
    }

    /** How many cores this process may use. */
    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
