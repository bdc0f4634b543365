package inklab.cli;

import inklab.net.Problem;
import inklab.net.Spelling;
import inklab.sweep.Sweep;
import inklab.sweep.SweepFile;
import inklab.sweep.SweepFolder;
import inklab.sweep.SweepPresets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sweep as it is named on the command line: a preset, a file, or a sweep folder. */
final class SweepArgument {
    private SweepArgument() {}

    /** The folder that is named, if one is. */
    static Optional<SweepFolder> folder(String name) throws CommandException {
        return Optional.of(new SweepFolder(path(name))).filter(SweepFolder::exists);
    }

    /** The sweep of this name; a preset goes before a file that is called the same. */
    static Sweep find(String name) throws CommandException {
        SweepPresets presets = new SweepPresets();
        Optional<Sweep> preset = presets.find(name);
        if (preset.isPresent()) return preset.get();
        Path file = path(name);
        boolean isFileName = file.getNameCount() > 1 || name.endsWith(".json");
        if (!isFileName && !Files.exists(file))
            throw CommandException.wrongInput("There is no sweep and no file " + name + ": "
                    + Spelling.nearest(name, presets.names())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("the sweeps that come with Inklab are " + String.join(", ", presets.names())
                                    + "."));
        SweepFile.Parsed parsed = CommandException.input(() -> SweepFile.read(file));
        if (parsed.sweep().isPresent()) return parsed.sweep().get();
        throw CommandException.wrongInput(parsed.problems().stream()
                .filter(Problem::isError)
                .map(problem -> file + ": " + Sentences.of(problem))
                .collect(Collectors.joining(System.lineSeparator())));
    }

    private static Path path(String name) throws CommandException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandException.wrongInput("There is no sweep and no file " + name + ".");
        }
    }
}
