package inklab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import inklab.train.RunFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A sweep on disk: {@code sweep.json}, the plan; {@code ledger.jsonl}, what happened; and a run folder for each member. */
public final class SweepFolder {
    static final String PLAN = "sweep.json";
    static final String LEDGER = "ledger.jsonl";

    private final Path path;

    /** The sweep folder at this path, whether it exists or not. */
    public SweepFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /** The folder's own name. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** Whether there is a sweep. */
    public boolean exists() {
        return Files.exists(path.resolve(PLAN));
    }

    /** All sweeps in a folder, the latest changed first. */
    public static List<SweepFolder> list(Path root) throws IOException {
        if (!Files.isDirectory(root)) return List.of();
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(SweepFolder::new)
                    .filter(SweepFolder::exists)
                    .sorted((a, b) -> Long.compare(b.changed(), a.changed()))
                    .toList();
        }
    }

    /** When something was last written down, milliseconds since 1970; grows with every line of the ledger. */
    public long changed() {
        Path ledger = path.resolve(LEDGER);
        return (Files.exists(ledger) ? ledger : path.resolve(PLAN)).toFile().lastModified();
    }

    /**
     * The plan.
     *
     * @throws IOException in one sentence, when there is none or it is damaged
     */
    public Sweep sweep() throws IOException {
        Path file = path.resolve(PLAN);
        if (!exists()) throw new IOException(path + " is no sweep folder: there is no " + PLAN + " in it.");
        SweepFile.Parsed parsed = SweepFile.read(file);
        if (parsed.sweep().isEmpty())
            throw new IOException(file + " is damaged (" + parsed.problems().get(0) + "): put back the sweep's file.");
        return parsed.sweep().get();
    }

    /** How every member stands, in the plan's order. */
    public List<Trial> trials() throws IOException {
        return trials(sweep());
    }

    List<Trial> trials(Sweep sweep) throws IOException {
        return Ledger.trials(ledger(), sweep.members());
    }

    /** How the members were trained last, in a sentence; empty before anything was. */
    public String how() throws IOException {
        return Ledger.last(ledger(), "began").path("how").asText("");
    }

    /** Seconds that the sweep has been at work, breaks not counted. */
    public double seconds() throws IOException {
        List<JsonNode> lines = Ledger.read(ledger());
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("s").asDouble();
    }

    /** The run folder of a member. */
    public RunFolder run(String member) {
        return new RunFolder(path.resolve(member));
    }

    Path ledger() {
        return path.resolve(LEDGER);
    }

    /**
     * Opens it to train in, and makes it if need be.
     *
     * @param resume whether to go on with what is there
     * @throws IOException in one sentence, when it holds a sweep and is not to be resumed, or another sweep, or somebody works on it
     */
    Lock open(Sweep sweep, boolean resume) throws IOException {
        boolean there = exists();
        if (there && !resume)
            throw new IOException(
                    path + " holds a sweep already: go on with it by --resume, or choose another folder.");
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw Ledger.cannotWrite(path, e);
        }
        Lock lock = new Lock(path);
        try {
            if (there && !SweepFile.isSame(sweep, sweep()))
                throw new IOException(path
                        + " was begun with another sweep: resume it as it is by naming the folder, or choose another"
                        + " folder.");
            write(sweep);
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void write(Sweep sweep) throws IOException {
        Path file = path.resolve(PLAN);
        Path beside = path.resolve(".sweep.new");
        try {
            Files.writeString(beside, SweepFile.text(sweep));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Ledger.cannotWrite(file, e);
        }
    }

    /** The right to train in the folder, the operating system's own: it ends with the process, however that ends. */
    static final class Lock implements AutoCloseable {
        private final RandomAccessFile handle;

        @SuppressWarnings("try") // The lock ends with its file.
        Lock(Path folder) throws IOException {
            Path file = folder.resolve("lock");
            try {
                handle = new RandomAccessFile(file.toFile(), "rw");
            } catch (IOException e) {
                throw Ledger.cannotWrite(file, e);
            }
            boolean taken = false;
            try {
                FileLock lock = handle.getChannel().tryLock();
                taken = lock != null;
            } catch (OverlappingFileLockException e) {
                // By this process: likewise.
            } finally {
                if (!taken) handle.close();
            }
            if (!taken)
                throw new IOException(
                        folder + " is being worked on by another process: stop it first, or wait for it.");
        }

        @Override
        public void close() throws IOException {
            handle.close();
        }
    }
}
