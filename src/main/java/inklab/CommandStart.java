package inklab;

import inklab.cli.Cli;
import inklab.cli.Surroundings;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.engine.EngineSource;
import inklab.ui.CrashReports;
import inklab.ui.UserFolders;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine;

/** Wires the command line, once. */
final class CommandStart {
    /** Runs a command and returns the process's exit status. */
    int run(String... arguments) {
        CrashReports crashes =
                new CrashReports(UserFolders.configuration().resolve("crashes"), Clock.system(ZoneId.systemDefault()));
        return new Cli(new Surroundings(
                        speaking(System.out),
                        speaking(System.err),
                        CommandLine.Help.Ansi.AUTO.enabled(),
                        System.getenv(),
                        System.getProperties(),
                        (train, validation, test, seed) -> InkDigits.open().make(train, validation, test, seed),
                        engines(),
                        out -> new WindowStart().tour(out),
                        says -> new BenchStart().measure(says),
                        crashes::write))
                .run(arguments);
    }

    /** Installed engines lie in the data folder. */
    private static List<EngineSource> engines() {
        DataFolder data = DataFolder.find(null, System.getenv(), System.getProperties());
        return Engines.in(data.root().resolve("engines"));
    }

    /** Where no language is set, Java would write question marks for σ and α; such terminals show UTF-8 all the same. */
    private static PrintStream speaking(PrintStream stream) {
        return Charset.defaultCharset().equals(StandardCharsets.US_ASCII)
                ? new PrintStream(stream, true, StandardCharsets.UTF_8)
                : stream;
    }
}
