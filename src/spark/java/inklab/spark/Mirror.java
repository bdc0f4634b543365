package inklab.spark;

import inklab.train.Checkpoint;
import inklab.train.RunFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * A run folder here and the same in a place that all machines see, by Hadoop's file system interface. A checkpoint arrives whole or not at
 * all; logs and outputs arrive before the checkpoint that needs them, the result last: whatever moment a machine is lost at, another can
 * take the run up there.
 */
final class Mirror {
    private static final List<String> BEFORE_CHECKPOINTS =
            List.of("recipe.json", "metrics.jsonl", "outputs.safetensors", ProgressJson.NAME);
    private static final String RESULT = "result.json";
    private static final String CHECKPOINTS = "checkpoints";
    private static final String CLAIM = ".claim";

    private final FileSystem files;
    private final org.apache.hadoop.fs.Path there;
    private final Path here;
    private final Map<String, String> pushed = new HashMap<>();

    /** Somebody else trains the member now: this machine was thought lost. */
    static final class Superseded extends IOException {
        private static final long serialVersionUID = 1;

        Superseded(org.apache.hadoop.fs.Path run) {
            super(run + " was given to another machine; this one leaves it.");
        }
    }

    Mirror(String there, Path here) throws IOException {
        this.there = new org.apache.hadoop.fs.Path(there);
        this.here = here;
        this.files = files(this.there);
    }

    /** Fetches all that is there. */
    void pull() throws IOException {
        if (files.exists(there)) fetch(there, here);
    }

    /** Says that this attempt trains it from now on. */
    void claim(String attempt) throws IOException {
        files.mkdirs(there);
        write(new org.apache.hadoop.fs.Path(there, CLAIM).toString(), attempt);
    }

    /**
     * Sends what has changed.
     *
     * @throws Superseded when another attempt has claimed it
     */
    synchronized void push(String attempt) throws IOException {
        if (!attempt.equals(read(new org.apache.hadoop.fs.Path(there, CLAIM).toString()))) throw new Superseded(there);
        List<Checkpoint> checkpoints = new RunFolder(here).checkpoints();
        for (String name : BEFORE_CHECKPOINTS) send(name);
        Set<String> names = new HashSet<>();
        for (Checkpoint checkpoint : checkpoints) {
            names.add(checkpoint.folder().getFileName().toString());
            send(checkpoint, attempt);
        }
        // What was listed before the files were sent is complete there; what is gone here is needed no more.
        if (!names.isEmpty()) sweep(names);
        send(RESULT);
    }

    private void send(String name) throws IOException {
        Path file = here.resolve(name);
        if (!Files.exists(file)) return;
        String state = Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        if (state.equals(pushed.get(name))) return;
        org.apache.hadoop.fs.Path beside = new org.apache.hadoop.fs.Path(there, "." + name + ".push");
        try {
            copy(file, beside);
        } catch (NoSuchFileException e) {
            return; // Just being replaced: the next time.
        }
        replace(beside, new org.apache.hadoop.fs.Path(there, name));
        pushed.put(name, state);
    }

    private void send(Checkpoint checkpoint, String attempt) throws IOException {
        String name = checkpoint.folder().getFileName().toString();
        org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(there, CHECKPOINTS + "/" + name);
        if (files.exists(target)) return;
        org.apache.hadoop.fs.Path beside = new org.apache.hadoop.fs.Path(there, CHECKPOINTS + "/.push-" + attempt);
        files.delete(beside, true);
        files.mkdirs(beside);
        try (var parts = Files.list(checkpoint.folder())) {
            for (Path part : parts.toList())
                copy(
                        part,
                        new org.apache.hadoop.fs.Path(beside, part.getFileName().toString()));
        } catch (NoSuchFileException e) {
            files.delete(beside, true);
            return; // A later one took its place meanwhile.
        }
        if (!files.rename(beside, target)) throw cannotWrite(target, null);
    }

    private void sweep(Set<String> names) throws IOException {
        for (FileStatus status : files.listStatus(new org.apache.hadoop.fs.Path(there, CHECKPOINTS)))
            if (!names.contains(status.getPath().getName())) files.delete(status.getPath(), true);
    }

    private void fetch(org.apache.hadoop.fs.Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (FileStatus status : files.listStatus(from)) {
            String name = status.getPath().getName();
            if (name.startsWith(".") || name.equals("lock")) continue;
            if (status.isDirectory()) fetch(status.getPath(), to.resolve(name));
            else copy(files, status.getPath(), to.resolve(name));
        }
    }

    private void copy(Path from, org.apache.hadoop.fs.Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = files.create(to, true)) {
            in.transferTo(out);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw cannotWrite(to, e);
        }
    }

    /** A file or a folder with all in it, to a place of this machine; what is there in the same size stays. */
    static void download(String from, Path to) throws IOException {
        org.apache.hadoop.fs.Path source = new org.apache.hadoop.fs.Path(from);
        FileSystem files = files(source);
        FileStatus status = files.getFileStatus(source);
        if (status.isDirectory()) {
            Files.createDirectories(to);
            for (FileStatus inner : files.listStatus(source))
                download(inner.getPath().toString(), to.resolve(inner.getPath().getName()));
        } else if (!Files.exists(to) || Files.size(to) != status.getLen()) copy(files, source, to);
    }

    private static void copy(FileSystem files, org.apache.hadoop.fs.Path from, Path to) throws IOException {
        Path beside = to.resolveSibling("." + to.getFileName() + ".pull");
        try (InputStream in = files.open(from);
                OutputStream out = Files.newOutputStream(beside)) {
            in.transferTo(out);
        }
        Files.move(
                beside,
                to,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Not every file system replaces a file by renaming. */
    private void replace(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
        if ("file".equals(files.getUri().getScheme()) && files.rename(from, to)) return;
        files.delete(to, false);
        if (!files.rename(from, to)) throw cannotWrite(to, null);
    }

    static boolean exists(String place) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(place);
        return files(path).exists(path);
    }

    static void delete(String place) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(place);
        files(path).delete(path, true);
    }

    static void write(String place, String text) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(place);
        try (OutputStream out = files(path).create(path, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
    }

    static String read(String place) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(place);
        try (InputStream in = files(path).open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A text that may not be there. */
    static Optional<String> find(String place) {
        try {
            return Optional.of(read(place));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Heard of the next time, or never: it is only told to people.
            return Optional.empty();
        }
    }

    private static IOException cannotWrite(org.apache.hadoop.fs.Path path, IOException cause) {
        return new IOException(
                "Cannot write " + path + (cause == null ? "" : " (" + cause.getMessage() + ")")
                        + ": check that every machine may write there and that it has room, then resume the sweep.",
                cause);
    }

    /** The raw local file system leaves no checksum files among a run's own. */
    private static FileSystem files(org.apache.hadoop.fs.Path path) throws IOException {
        Configuration conf = SparkHadoopUtil.get().conf();
        FileSystem files;
        try {
            files = path.getFileSystem(conf);
        } catch (IOException e) {
            throw new IOException(
                    path + " cannot be reached (" + e.getMessage() + "): check the address, and that the cluster has"
                            + " the jars for it.",
                    e);
        }
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    /** All that is in a local folder, to be thrown away. */
    static void deleteHere(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (var walk = Files.walk(folder)) {
            walk.forEach(paths::add);
        }
        for (int i = paths.size() - 1; i >= 0; i--) Files.deleteIfExists(paths.get(i));
    }
}
