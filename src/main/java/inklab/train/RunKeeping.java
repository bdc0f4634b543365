package inklab.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Renames run folders, and puts them into the trash: the folder {@code .trash} beside them, from where they can be put back. A run that is
 * being trained is left alone.
 */
public final class RunKeeping {
    /** Where deleted runs lie, within the folder of all runs. */
    public static final String TRASH = ".trash";

    private static final int LONGEST = 80;

    /** Names that Windows keeps for devices, and with any ending. */
    private static final Set<String> DEVICES =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2");

    private RunKeeping() {}

    /** What keeps a run from being called so, in one sentence; empty when nothing does. */
    public static Optional<String> fault(RunFolder run, String name) {
        if (name.isBlank()) return Optional.of("A run needs a name: type one.");
        if (name.length() > LONGEST)
            return Optional.of("This name has " + name.length() + " characters: use at most " + LONGEST + ".");
        if (name.startsWith(".")) return Optional.of("A name that begins with a dot is hidden: begin with a letter.");
        if (!name.equals(name.strip()) || name.endsWith("."))
            return Optional.of("A name cannot begin or end with a space or end with a dot: leave it out.");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ("/\\:*?\"<>|".indexOf(c) >= 0 || Character.isISOControl(c))
                return Optional.of("A name cannot hold " + (Character.isISOControl(c) ? "line ends or tabs" : c)
                        + ": it is a folder's name, too.");
        }
        String first = name.toLowerCase(Locale.ROOT).replaceAll("\\..*", "");
        if (DEVICES.contains(first)) return Optional.of(name + " cannot be a folder's name: choose another.");
        if (!name.equals(run.name()) && isTaken(run, name))
            return Optional.of("There is a run " + name + " already: choose another name.");
        return Optional.empty();
    }

    /** On disks that take Ink and ink for one name, a run can change its own name's case. */
    private static boolean isTaken(RunFolder run, String name) {
        Path target = run.path().resolveSibling(name);
        try {
            return Files.exists(target) && !Files.isSameFile(target, run.path());
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Gives a run another name.
     *
     * @return the folder under its new name
     * @throws RunException in one sentence, when the name will not do, or somebody trains in the run
     */
    public static RunFolder rename(RunFolder run, String name) throws IOException {
        Optional<String> fault = fault(run, name);
        if (fault.isPresent()) throw new RunException(fault.get());
        if (name.equals(run.name())) return run;
        requireIdle(run, "renamed");
        RunFolder renamed = new RunFolder(run.path().resolveSibling(name));
        move(run, renamed.path());
        Optional<Result> result = renamed.result();
        if (result.isPresent())
            Durable.write(
                    renamed.file(RunFolder.RESULT),
                    Json.MAPPER
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(result.get().withRun(name)));
        return renamed;
    }

    /**
     * Puts a run into the trash.
     *
     * @return the folder there, to be put back by {@link #restore}
     * @throws RunException in one sentence, when somebody trains in it or it cannot be moved
     */
    public static RunFolder trash(RunFolder run) throws IOException {
        requireIdle(run, "deleted");
        Path trash = run.path().resolveSibling(TRASH);
        try {
            Files.createDirectories(trash);
        } catch (IOException e) {
            throw Durable.cannotWrite(trash, e);
        }
        Path target = free(trash, run.name());
        move(run, target);
        return new RunFolder(target);
    }

    /**
     * Puts a run back from the trash: under the name that it had, or, if that is taken by now, one with a number.
     *
     * @param name that it had
     * @return the folder where it lies now
     */
    public static RunFolder restore(RunFolder trashed, String name) throws IOException {
        Path root = trashed.path().getParent().getParent();
        RunFolder back = new RunFolder(free(root, name));
        move(trashed, back.path());
        return back;
    }

    private static Path free(Path folder, String name) {
        Path free = folder.resolve(name);
        for (int i = 2; Files.exists(free); i++) free = folder.resolve(name + "-" + i);
        return free;
    }

    private static void requireIdle(RunFolder run, String done) throws IOException {
        if (!Files.isDirectory(run.path()))
            throw new RunException("There is no run " + run.name() + " any more: it was moved or deleted elsewhere.");
        if (run.isTraining())
            throw new RunException(run.name() + " is being trained and cannot be " + done + " now: stop it first.");
    }

    private static void move(RunFolder run, Path to) throws IOException {
        try {
            Durable.move(run.path(), to);
        } catch (IOException e) {
            throw new RunException(
                    run.path() + " cannot be moved: check that no other program uses it, and its permissions.", e);
        }
    }
}
