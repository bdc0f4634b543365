package inklab.data;

import inklab.data.PublicSet.KnownFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a public data set's files in a folder and those below it: under their public names or the usual variants of them,
 * packed or unpacked, together or in a folder each, or as the public archive.
 */
final class SetFinder {
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 200_000;

    private final PublicSet set;
    private final List<PublicSet> others;
    private final Map<KnownFile, List<Path>> candidates = new LinkedHashMap<>();
    private final List<Path> archives = new ArrayList<>();

    /** @param others the sets that have files of the same names and must not be taken for this one */
    SetFinder(PublicSet set, List<PublicSet> others) {
        this.set = set;
        this.others = others;
        set.files().forEach(file -> candidates.put(file, new ArrayList<>()));
    }

    /** What was found. */
    sealed interface Found {
        /** @param files one for each of the set's, in its order */
        record Plain(List<Path> files) implements Found {}

        /** @param file the archive that they are in */
        record Archive(Path file) implements Found {}
    }

    /**
     * Looks.
     *
     * @param from a folder, or the archive itself
     * @throws DataException if the set is not there, is there twice, or another set is in its place
     */
    Found find(Path from, Progress progress) throws DataException {
        try {
            if (Files.isRegularFile(from) && isArchive(from)) return new Found.Archive(from);
            if (Files.exists(from) && !Files.isDirectory(from))
                throw new DataException(from + " is a file: name the folder that holds " + set.title() + ".");
            collect(from);
            Optional<List<Path>> genuine = genuine(progress);
            if (genuine.isPresent()) return new Found.Plain(genuine.get());
            Optional<List<Path>> other = together(from).or(this::scattered);
            if (other.isPresent()) {
                refuseOtherSets(from, other.get(), progress);
                return new Found.Plain(other.get());
            }
            if (archives.size() == 1) return new Found.Archive(archives.get(0));
            throw new DataException(notFound(from));
        } catch (IOException e) {
            throw DataException.reading(from, e);
        }
    }

    /**
     * What speaks for the set.
     *
     * @param names how many of its files there are by their names; all of them where there is its archive
     * @param genuine whether they are the publisher's own, by their checksums or the archive's name
     */
    record Signs(int names, boolean genuine) {}

    /**
     * Looks how much speaks for the set being there.
     *
     * @param from a folder, or the archive itself
     * @throws DataException if it cannot be looked into
     */
    Signs signs(Path from, Progress progress) throws DataException {
        int all = set.files().size();
        try {
            if (Files.isRegularFile(from)) return isArchive(from) ? new Signs(all, true) : new Signs(0, false);
            collect(from);
            int names = (int) candidates.values().stream()
                    .filter(files -> !files.isEmpty())
                    .count();
            if (names == all && genuine(progress).isPresent()) return new Signs(all, true);
            return archives.isEmpty() ? new Signs(names, false) : new Signs(all, true);
        } catch (IOException e) {
            throw DataException.reading(from, e);
        }
    }

    private void collect(Path from) throws IOException {
        int[] files = {0};
        Files.walkFileTree(from, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden =
                        !folder.equals(from) && folder.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (++files[0] > MOST_FILES)
                    throw new DataException(from + " holds more than " + MOST_FILES
                            + " files: name the folder that holds " + set.title() + " itself.");
                if (!attributes.isRegularFile()) return FileVisitResult.CONTINUE;
                String name = canonical(file.getFileName().toString());
                for (KnownFile wanted : set.files())
                    if (canonical(wanted.name()).equals(name))
                        candidates.get(wanted).add(file);
                if (isArchive(file)) archives.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                // A corner that may not be read is passed by, but not the folder itself.
                if (file.equals(from)) throw fault;
                return FileVisitResult.CONTINUE;
            }
        });
        candidates.values().forEach(list -> list.sort(null));
    }

    /** {@code train-images.idx3-ubyte}, {@code train-images-idx3-ubyte} and its {@code .gz} are all the same file. */
    private static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        return plain.replace('.', '-');
    }

    private boolean isArchive(Path file) {
        String name = file.getFileName().toString();
        return set.downloads().stream()
                .anyMatch(d -> d.name().endsWith(".tar.gz") && d.name().equalsIgnoreCase(name));
    }

    /** For each file a publisher's own copy, if there is one for all. */
    private Optional<List<Path>> genuine(Progress progress) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Map.Entry<KnownFile, List<Path>> entry : candidates.entrySet())
            for (Path file : entry.getValue()) {
                String sum = Checksums.compute(file, progress);
                if (!sum.equals(entry.getKey().sha256())
                        && !sum.equals(entry.getKey().plainSha256())) continue;
                found.add(file);
                break;
            }
        return found.size() == set.files().size() ? Optional.of(found) : Optional.empty();
    }

    /** All files in one folder, if there is just one such folder. */
    private Optional<List<Path>> together(Path from) throws DataException {
        Map<Path, List<Path>> folders = new LinkedHashMap<>();
        for (List<Path> files : candidates.values())
            files.stream()
                    .collect(java.util.stream.Collectors.toMap(Path::getParent, f -> f, (first, second) -> first))
                    .forEach((folder, file) -> folders.computeIfAbsent(folder, f -> new ArrayList<>())
                            .add(file));
        List<List<Path>> whole = folders.values().stream()
                .filter(files -> files.size() == set.files().size())
                .toList();
        if (whole.size() > 1)
            throw new DataException(from + " holds more than one such data set, in "
                    + whole.get(0).get(0).getParent() + " and in "
                    + whole.get(1).get(0).getParent() + ": name the folder of the one you mean.");
        return whole.stream().findFirst();
    }

    /** One file of each name, wherever they are. */
    private Optional<List<Path>> scattered() {
        if (candidates.values().stream().anyMatch(files -> files.size() != 1)) return Optional.empty();
        return Optional.of(
                candidates.values().stream().map(files -> files.get(0)).toList());
    }

    private void refuseOtherSets(Path from, List<Path> files, Progress progress) throws IOException {
        for (Path file : files) {
            String sum = Checksums.compute(file, progress);
            for (PublicSet other : others)
                for (KnownFile known : other.files())
                    if (sum.equals(known.sha256()) || sum.equals(known.plainSha256()))
                        throw new DataException(from + " holds " + other.title() + ", not " + set.title()
                                + ": import it as " + other.id() + ".");
        }
    }

    private String notFound(Path from) {
        List<String> missing = candidates.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(entry -> entry.getKey().name())
                .toList();
        return missing.isEmpty()
                ? from + " holds " + set.title() + "'s files in several copies: name the folder of the one you mean."
                : from + " does not hold " + set.title() + ", it lacks " + String.join(", ", missing)
                        + ": name the folder that has them.";
    }
}
