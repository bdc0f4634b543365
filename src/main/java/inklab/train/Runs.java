package inklab.train;

import inklab.net.Problem;
import inklab.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All run folders below one folder. */
public final class Runs {
    private final Path root;

    /** A run folder, whole or not. */
    public sealed interface Entry {
        Path path();

        /** When it was begun. */
        FileTime begun();
    }

    /** How a run stands. */
    public enum Status {
        /** Some process trains it now. */
        TRAINING,
        /** It was stopped or broke off, and can be resumed. */
        UNFINISHED,
        FINISHED,
        /** Its numbers were no longer finite. */
        DIVERGED
    }

    /**
     * A run that can be read.
     *
     * @param epochs whole epochs done
     * @param bestEpoch from 1; 0 before the first is done
     * @param validationError at the best epoch, 0 to 1; NaN before the first is done
     * @param testError at the best epoch
     * @param seconds of training so far, pauses and breaks not counted
     * @param starred whether somebody marked it
     */
    public record Run(
            RunFolder folder,
            FileTime begun,
            Recipe recipe,
            Status status,
            int epochs,
            int bestEpoch,
            double validationError,
            double testError,
            double seconds,
            boolean starred)
            implements Entry {
        @Override
        public Path path() {
            return folder.path();
        }
    }

    /** A run folder with a fault. */
    public record Broken(Path path, FileTime begun, Problem problem) implements Entry {}

    /** The folder may not exist yet: then there are no runs. */
    public Runs(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /**
     * All runs, the latest begun first. A folder that is no run folder at all is left out.
     *
     * @throws RunException when the folder of all runs cannot be read
     */
    public List<Entry> list() throws IOException {
        return list(List.of());
    }

    /**
     * The same, sooner: a finished run that was read before and has not changed since is not read again.
     *
     * @param before what an earlier call gave
     */
    public List<Entry> list(List<Entry> before) throws IOException {
        if (!Files.exists(root)) return List.of();
        Map<Path, Run> known = new HashMap<>();
        for (Entry entry : before) if (entry instanceof Run run) known.put(run.path(), run);
        List<Path> folders;
        try (Stream<Path> entries = Files.list(root)) {
            folders = entries.filter(Runs::isRun).toList();
        } catch (IOException e) {
            throw new RunException(root + " cannot be read: check that it is a folder, and its permissions.", e);
        }
        List<Entry> runs = new ArrayList<>();
        for (Path folder : folders) {
            Run run = known.get(folder);
            runs.add(run != null && isAsBefore(run) ? run : entry(folder));
        }
        runs.sort(Comparator.comparing(Entry::begun).reversed().thenComparing(Entry::path));
        return runs;
    }

    /** A run folder that does not exist yet, named after the recipe: {@code NAME}, {@code NAME-2}, {@code NAME-3} … */
    public RunFolder fresh(Recipe recipe) {
        Path folder = root.resolve(recipe.name());
        for (int i = 2; Files.exists(folder); i++) folder = root.resolve(recipe.name() + "-" + i);
        return new RunFolder(folder);
    }

    private static boolean isRun(Path folder) {
        return Files.exists(folder.resolve(RunFolder.RECIPE)) || Files.exists(folder.resolve("checkpoints"));
    }

    private static Entry entry(Path path) {
        FileTime begun = begun(path);
        try {
            return run(new RunFolder(path), begun);
        } catch (IOException | RuntimeException e) {
            return new Broken(path, begun, new Problem("run", String.valueOf(e.getMessage()), ""));
        }
    }

    /** Whether a run that was finished still lies there untouched: whoever changes one begins by deleting its result. */
    private static boolean isAsBefore(Run run) {
        boolean finished = run.status() == Status.FINISHED || run.status() == Status.DIVERGED;
        return finished
                && Files.exists(run.path().resolve(RunFolder.RESULT))
                && run.begun().equals(begun(run.path()))
                && run.starred() == run.folder().isStarred();
    }

    private static FileTime begun(Path folder) {
        try {
            Path recipe = folder.resolve(RunFolder.RECIPE);
            return Files.getLastModifiedTime(Files.exists(recipe) ? recipe : folder);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static Run run(RunFolder folder, FileTime begun) throws IOException {
        Recipe recipe = folder.recipe();
        boolean starred = folder.isStarred();
        Optional<Result> result = folder.result();
        if (result.isPresent()) {
            Result r = result.get();
            return new Run(
                    folder,
                    begun,
                    recipe,
                    r.ending() == Result.Ending.DIVERGED ? Status.DIVERGED : Status.FINISHED,
                    r.epochs(),
                    r.bestEpoch(),
                    r.validationError(),
                    r.testError(),
                    r.wallSeconds(),
                    starred);
        }
        Status status = folder.isTraining() ? Status.TRAINING : Status.UNFINISHED;
        Optional<Checkpoint> last = folder.last();
        if (last.isEmpty()) return new Run(folder, begun, recipe, status, 0, 0, Double.NaN, Double.NaN, 0, starred);
        RunState s = last.get().state();
        return new Run(
                folder,
                begun,
                recipe,
                status,
                s.epochs(),
                s.bestEpoch(),
                s.bestValidationError(),
                s.bestTestError(),
                s.clock().seconds(),
                starred);
    }
}
