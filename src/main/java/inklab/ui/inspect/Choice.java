package inklab.ui.inspect;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A net that could be looked at.
 *
 * @param run its run folder; empty for a net that comes with Inklab
 */
record Choice(String name, Optional<Path> run) {
    static Choice of(Path run) {
        Path folder = run.toAbsolutePath().normalize();
        return new Choice(String.valueOf(folder.getFileName()), Optional.of(folder));
    }
}
