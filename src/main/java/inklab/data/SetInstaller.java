package inklab.data;

import inklab.data.PublicSet.Download;
import inklab.data.PublicSet.KnownFile;
import inklab.data.SetFinder.Found;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings a public data set's files into the data folder, fetched or copied. They are made ready in a folder of their own and go to
 * their place together when all of them are right: nothing is half there, and an earlier copy stays until then.
 */
final class SetInstaller {
    private final PublicSet set;
    private final Path target;
    private final Path staging;

    /**
     * @param target where the set's files are to lie
     * @param staging a folder on the same disk for what is on its way; parts of fetched files stay there from one time to the next
     */
    SetInstaller(PublicSet set, Path target, Path staging) {
        this.set = set;
        this.target = target;
        this.staging = staging;
    }

    /** Fetches what is not there yet as its publisher made it. */
    void fetch(Downloader downloader, Progress progress) throws DataException {
        PublicSetFolder there = new PublicSetFolder(set, target);
        Set<String> have = new HashSet<>();
        for (KnownFile file : set.files()) if (there.hasGenuine(file, progress.muted())) have.add(file.name());
        if (have.size() == set.files().size()) return;
        List<Download> wanted =
                set.downloads().stream().filter(d -> !have.contains(d.name())).toList();
        long all = wanted.stream().mapToLong(Download::bytes).sum();
        long before = 0;
        for (Download download : wanted) {
            fetch(downloader, download, new Share(progress, before, all));
            before += download.bytes();
        }
        List<String> names = new ArrayList<>();
        for (Download download : wanted) {
            if (download.name().endsWith(".tar.gz")) names.addAll(unpack(staging.resolve(download.name()), progress));
            else names.add(download.name());
        }
        install(names);
    }

    private void fetch(Downloader downloader, Download download, Progress progress) throws DataException {
        Path file = staging.resolve(download.name());
        try {
            // Fetched whole the last time, when something else failed.
            if (Files.exists(file) && Checksums.compute(file, progress.muted()).equals(download.sha256())) return;
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
        downloader.fetch(download, file, progress);
    }

    /**
     * Copies the set from a folder.
     *
     * @param others the sets that must not be taken for this one
     */
    void importFrom(Path from, List<PublicSet> others, Progress progress) throws DataException {
        Found found = new SetFinder(set, others).find(from, progress);
        try {
            Files.createDirectories(staging);
            List<String> names = new ArrayList<>();
            if (found instanceof Found.Archive archive) {
                names.addAll(unpack(archive.file(), progress));
            } else if (found instanceof Found.Plain plain) {
                PublicSetFolder.read(set, plain.files(), plain.files().get(0).getParent());
                for (int i = 0; i < plain.files().size(); i++) {
                    Path file = plain.files().get(i);
                    KnownFile known = set.files().get(i);
                    names.add(copy(file, isGzip(file) ? known.name() : known.plainName(), progress));
                }
                for (String extra : set.extras()) {
                    Path file = plain.files().get(0).resolveSibling(extra);
                    if (Files.isRegularFile(file)) names.add(copy(file, extra, progress));
                }
            }
            install(names);
        } catch (IOException e) {
            throw DataException.writing(staging, e);
        }
    }

    private Set<String> unpack(Path archive, Progress progress) throws DataException {
        Set<String> wanted = new HashSet<>(set.extras());
        set.files().forEach(file -> wanted.add(file.name()));
        long largest = set.files().stream().mapToLong(KnownFile::bytes).max().orElse(0);
        Set<String> found = TarGz.extract(archive, wanted, largest, staging, progress);
        try {
            new PublicSetFolder(set, staging).read();
        } catch (DataException e) {
            throw new DataException(
                    archive + " does not hold a usable " + set.title() + ": fetch the public archive instead.", e);
        }
        return found;
    }

    private String copy(Path from, String name, Progress progress) throws DataException {
        Path to = staging.resolve(name);
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to)) {
            Meter meter = new Meter(progress, "Copying " + from.getFileName(), Files.size(from));
            byte[] buffer = new byte[1 << 18];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                write(out, buffer, n, to);
                meter.add(n);
            }
            return name;
        } catch (IOException e) {
            throw DataException.reading(from, e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length, Path to) throws DataException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw DataException.writing(to, e);
        }
    }

    private static boolean isGzip(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 2)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /** Puts what is ready into place, and takes away what would be read in its stead. */
    private void install(List<String> names) throws DataException {
        Set<String> retired = new HashSet<>();
        for (KnownFile file : set.files()) {
            retired.add(file.name());
            retired.add(file.plainName());
        }
        try {
            if (names.size() < set.files().size()) retired.clear();
            retired.removeAll(new HashSet<>(names));
            Moves.install(staging, names, target, retired);
            Moves.delete(staging);
        } catch (IOException e) {
            throw DataException.writing(target, e);
        }
    }

    /** One file's progress as that of all. */
    private record Share(Progress whole, long before, long all) implements Progress {
        @Override
        public void at(String what, long done, long total, double perSecond) {
            whole.at(what, before + done, all, perSecond);
        }

        @Override
        public boolean cancelled() {
            return whole.cancelled();
        }
    }
}
