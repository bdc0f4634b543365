package inklab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Walks the window without a display. */
@Command(description = "Walks the window without a display and draws a picture of each workspace.")
final class TourCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/tour",
            description = "Where the pictures go; target/tour when not given.")
    private Path out;

    TourCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return surroundings.tour().walk(out);
    }
}
