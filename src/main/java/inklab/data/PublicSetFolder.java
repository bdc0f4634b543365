package inklab.data;

import inklab.data.DataStatus.State;
import inklab.data.PublicSet.KnownFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A public data set in a folder: whether it is whole and its publisher's own, and how it is read. A gzipped file may also lie
 * there unpacked, under its name without {@code .gz}.
 */
final class PublicSetFolder {
    private final PublicSet set;
    private final Path folder;

    /** @param folder where the set's files lie themselves */
    PublicSetFolder(PublicSet set, Path folder) {
        this.set = set;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * Looks whether the set is there and whose it is. The first time this reads every file; after that it is remembered beside
     * them.
     */
    DataStatus status(Progress progress) {
        try {
            List<String> missing = missing();
            if (!missing.isEmpty()) return new DataStatus(State.MISSING, missingNotice(missing));
            Checksums checksums = Checksums.of(folder);
            List<String> different = different(checksums, progress);
            if (different.isEmpty()) return DataStatus.ready();
            String sums = sums(checksums, progress);
            if (!checksums.wellFormed(sums)) {
                read();
                checksums.rememberWellFormed(sums);
            }
            return new DataStatus(
                    State.DIFFERENT,
                    set.title() + " in " + folder + " is well-formed and is used as it is, but not the public copy: "
                            + String.join(", ", different) + ".");
        } catch (IOException e) {
            return new DataStatus(State.BROKEN, DataException.reading(folder, e).getMessage());
        }
    }

    /** Forgets what was found earlier, so that {@link #status} reads every file again. */
    void forget() {
        if (Files.isDirectory(folder)) Checksums.of(folder).forget();
    }

    /**
     * Reads the set: its training part, undivided, and its test part.
     *
     * @throws DataException if it is not there or not well-formed
     */
    Parts read() throws DataException {
        List<String> missing = missing();
        if (!missing.isEmpty()) throw new DataException(missingNotice(missing));
        return read(set, set.files().stream().map(this::locate).toList(), folder);
    }

    /**
     * Reads a set from wherever its files are.
     *
     * @param files in the set's order
     * @param names the folder of the file with the classes' names, if there is one
     * @throws DataException if they are not well-formed
     */
    static Parts read(PublicSet set, List<Path> files, Path names) throws DataException {
        return switch (set.format()) {
            case IDX ->
                new Parts(
                        IdxFile.read(files.get(0), files.get(1), set.classes()),
                        IdxFile.read(files.get(2), files.get(3), set.classes()));
            case CIFAR -> {
                List<String> classes = CifarBatches.names(names, set.classes());
                int batches = files.size() - 1;
                yield new Parts(
                        CifarBatches.read(files.subList(0, batches), classes),
                        CifarBatches.read(files.subList(batches, batches + 1), classes));
            }
        };
    }

    /**
     * The first few images, and how many there are in all, without reading the rest.
     *
     * @throws DataException if it is not there, or not well-formed so far
     */
    Glance glance(int few) throws DataException {
        List<String> missing = missing();
        if (!missing.isEmpty()) throw new DataException(missingNotice(missing));
        List<Path> files = set.files().stream().map(this::locate).toList();
        return switch (set.format()) {
            case IDX -> {
                Glance train = IdxFile.glance(files.get(0), files.get(1), set.classes(), few);
                Glance test = IdxFile.glance(files.get(2), files.get(3), set.classes(), 0);
                yield new Glance(train.few(), train.images() + test.images());
            }
            case CIFAR -> CifarBatches.glance(files, CifarBatches.names(folder, set.classes()), few);
        };
    }

    /** How many bytes its files have. */
    long bytes() {
        long bytes = 0;
        for (KnownFile file : set.files())
            bytes += Math.max(0, locate(file).toFile().length());
        return bytes;
    }

    /** The two parts that a public set comes in. */
    record Parts(ImageSet train, ImageSet test) {}

    /** The names of the files that are neither there packed nor plain. */
    private List<String> missing() throws DataException {
        if (Files.isDirectory(folder) && !(Files.isReadable(folder) && Files.isExecutable(folder)))
            throw DataException.reading(folder, new AccessDeniedException(folder.toString()));
        return set.files().stream()
                .filter(f -> !Files.exists(locate(f)))
                .map(KnownFile::name)
                .toList();
    }

    /** Whether a file is there, and as its publisher made it. */
    boolean hasGenuine(KnownFile file, Progress progress) throws DataException {
        Path path = locate(file);
        if (!Files.exists(path)) return false;
        try {
            return genuine(file, path.getFileName().toString(), Checksums.of(folder), progress);
        } catch (IOException e) {
            throw DataException.reading(path, e);
        }
    }

    private static boolean genuine(KnownFile file, String name, Checksums checksums, Progress progress)
            throws IOException {
        String expected = name.equals(file.name()) ? file.sha256() : file.plainSha256();
        return checksums.sum(name, progress).equals(expected);
    }

    /** What is wrong with the sums, a phrase a file; empty if all files are the public ones. */
    private List<String> different(Checksums checksums, Progress progress) throws IOException {
        List<String> different = new ArrayList<>();
        for (KnownFile file : set.files()) {
            Path path = locate(file);
            String name = path.getFileName().toString();
            if (genuine(file, name, checksums, progress)) continue;
            long size = Files.size(path);
            different.add(
                    name.equals(file.name()) && size != file.bytes()
                            ? String.format(Locale.ROOT, "%s has %,d bytes instead of %,d", name, size, file.bytes())
                            : name + " has another checksum");
        }
        return different;
    }

    private String sums(Checksums checksums, Progress progress) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (KnownFile file : set.files())
            sums.append(checksums.sum(locate(file).getFileName().toString(), progress))
                    .append('\n');
        return sums.toString();
    }

    private Path locate(KnownFile file) {
        Path packed = folder.resolve(file.name());
        Path plain = folder.resolve(file.plainName());
        return !Files.exists(packed) && Files.exists(plain) ? plain : packed;
    }

    private String missingNotice(List<String> missing) {
        return missing.size() == set.files().size()
                ? set.title() + " is not in " + folder + ": fetch it, or import it from a folder that has it."
                : set.title() + " in " + folder + " lacks " + String.join(", ", missing)
                        + ": fetch or import it again.";
    }
}
