package inklab.data;

import inklab.data.DataStatus.State;
import inklab.data.PublicSet.KnownFile;
import java.io.IOException;
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
        List<String> missing = missing();
        if (!missing.isEmpty()) return new DataStatus(State.MISSING, missingNotice(missing));
        try {
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
        List<Path> paths = set.files().stream().map(this::locate).toList();
        return switch (set.format()) {
            case IDX ->
                new Parts(
                        IdxFile.read(paths.get(0), paths.get(1), set.classes()),
                        IdxFile.read(paths.get(2), paths.get(3), set.classes()));
            case CIFAR -> {
                List<String> names = CifarBatches.names(folder, set.classes());
                int batches = paths.size() - 1;
                yield new Parts(
                        CifarBatches.read(paths.subList(0, batches), names),
                        CifarBatches.read(paths.subList(batches, batches + 1), names));
            }
        };
    }

    /** The two parts that a public set comes in. */
    record Parts(ImageSet train, ImageSet test) {}

    /** The names of the files that are neither there packed nor plain. */
    List<String> missing() {
        return set.files().stream()
                .filter(f -> !Files.exists(locate(f)))
                .map(KnownFile::name)
                .toList();
    }

    /** What is wrong with the sums, a phrase a file; empty if all files are the public ones. */
    private List<String> different(Checksums checksums, Progress progress) throws IOException {
        List<String> different = new ArrayList<>();
        for (KnownFile file : set.files()) {
            Path path = locate(file);
            String name = path.getFileName().toString();
            boolean packed = name.equals(file.name());
            String sum = checksums.sum(name, progress);
            if (sum.equals(packed ? file.sha256() : file.plainSha256())) continue;
            long size = Files.size(path);
            different.add(
                    packed && size != file.bytes()
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
