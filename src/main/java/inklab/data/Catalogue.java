package inklab.data;

import inklab.data.DataStatus.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * All the data sets there are, by id: {@code ink}, {@code mnist}, {@code fashion-mnist}, {@code cifar-10} and, for each folder of
 * one's own, {@code pictures/NAME}. Says how each stands, brings it here, and loads it.
 */
public final class Catalogue {
    /** The built-in digits. */
    public static final String INK = "ink";
    /** What the ids of one's own pictures begin with. */
    public static final String PICTURES = "pictures/";

    // The built-in digits have no end: this is how many "all" are, MNIST's own sizes.
    public static final int INK_TRAIN = 60_000;
    public static final int INK_TEST = 10_000;

    private final DataFolder folder;
    private final ImageSource ink;
    private final Consumer<String> notices;
    private final List<PublicSet> sets;
    private final Downloader downloader;

    /**
     * @param ink makes the built-in digits
     * @param notices hears, in a sentence, what the user should know of a data set that is used, such as that it is not the
     *     public copy
     */
    public Catalogue(DataFolder folder, ImageSource ink, Consumer<String> notices) {
        this(folder, ink, notices, PublicSets.all(), new Downloader(Downloader.Patience.USUAL));
    }

    Catalogue(
            DataFolder folder, ImageSource ink, Consumer<String> notices, List<PublicSet> sets, Downloader downloader) {
        this.folder = folder;
        this.ink = ink;
        this.notices = notices;
        this.sets = List.copyOf(sets);
        this.downloader = downloader;
    }

    /**
     * One line of the catalogue.
     *
     * @param title as people call it
     * @param home the page about it, if it has one
     * @param bytes how much is fetched to get it; 0 if it cannot be fetched
     */
    public record Entry(String id, String title, Optional<URI> home, long bytes) {
        /** Whether it can be fetched. */
        public boolean fetchable() {
            return bytes > 0;
        }
    }

    /** Where the data lies. */
    public DataFolder folder() {
        return folder;
    }

    /**
     * All data sets: the built-in digits, the public ones whether they are here or not, and one's own pictures.
     *
     * @throws DataException if the folder of pictures cannot be looked into
     */
    public List<Entry> entries() throws DataException {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(INK, "Ink", Optional.empty(), 0));
        for (PublicSet set : sets) {
            long bytes = set.downloads().stream()
                    .mapToLong(PublicSet.Download::bytes)
                    .sum();
            entries.add(new Entry(set.id(), set.title(), Optional.of(set.home()), bytes));
        }
        for (String name : pictureNames()) entries.add(new Entry(PICTURES + name, name, Optional.empty(), 0));
        return entries;
    }

    /**
     * How a data set stands. The first time this reads all files of a public set (about half a second for CIFAR-10); what was found
     * is remembered beside them.
     *
     * @throws DataException if there is no data set with this id
     */
    public DataStatus status(String id) throws DataException {
        return switch (kind(id)) {
            case INK -> DataStatus.ready();
            case PICTURES -> pictures(id).status();
            case PUBLIC -> files(set(id)).status(Progress.NONE);
        };
    }

    /**
     * The names of a data set's classes, in the order of the labels. A public set need not be here for that.
     *
     * @throws DataException if there is no data set with this id, or it is a folder of pictures that cannot be looked into
     */
    public List<String> classes(String id) throws DataException {
        return switch (kind(id)) {
            case INK -> IntStream.range(0, 10).mapToObj(Integer::toString).toList();
            case PICTURES -> pictures(id).classes();
            case PUBLIC -> set(id).classes();
        };
    }

    /**
     * Reads all files of a data set anew, whatever was found earlier.
     *
     * @throws DataException if there is no data set with this id
     * @throws CancellationException if {@code progress} says so
     */
    public DataStatus verify(String id, Progress progress) throws DataException {
        return switch (kind(id)) {
            case INK -> DataStatus.ready();
            case PICTURES -> pictures(id).verify(progress);
            case PUBLIC -> {
                PublicSetFolder files = files(set(id));
                files.forget();
                yield files.status(progress);
            }
        };
    }

    /** {@link #load(String, LoadOptions, Progress)} without anyone watching. */
    public Dataset load(String id, LoadOptions options) throws IOException {
        return load(id, options, Progress.NONE);
    }

    /**
     * Loads a data set, split. Of a public set the last training images are for validation, the same ones every time; where a picture
     * of one's own goes depends on its name.
     *
     * @throws IOException (a {@link DataException} for all that concerns files) if there is no such data set, it is not on this
     *     computer, or cannot be used
     * @throws CancellationException if {@code progress} says so
     */
    public Dataset load(String id, LoadOptions options, Progress progress) throws IOException {
        return switch (kind(id)) {
            case INK -> {
                int train = options.train() > 0 ? options.train() : Math.max(1, INK_TRAIN - options.validation());
                yield ink.make(train, options.validation(), INK_TEST, options.seed());
            }
            case PICTURES -> pictures(id).load(options, progress);
            case PUBLIC -> {
                PublicSetFolder files = files(set(id));
                PublicSetFolder.Parts parts = files.read();
                DataStatus status = files.status(progress.muted());
                if (status.state() == State.DIFFERENT) notices.accept(status.notice());
                yield split(id, files.folder(), parts, options);
            }
        };
    }

    /**
     * The first images of a public data set, read without the rest.
     *
     * @param few how many at most
     * @throws DataException if there is no such public data set, it is not here, or not well-formed so far
     */
    public Glance glance(String id, int few) throws DataException {
        return files(set(id)).glance(few);
    }

    /**
     * A folder of one's own pictures, none of them opened yet.
     *
     * @param validation how many pictures are held out for validation at most
     * @throws DataException if there is no such folder, or it cannot be a data set
     */
    public PictureAlbum album(String id, int validation) throws DataException {
        if (kind(id) != Kind.PICTURES) throw new DataException(id + " is no folder of pictures of your own.");
        return new PictureAlbum(pictures(id).contents(), validation);
    }

    /** How many files a data set consists of, and their bytes. */
    public record Extent(int files, long bytes) {}

    /**
     * How much of the disk a data set takes; nothing for the built-in digits.
     *
     * @throws DataException if there is no data set with this id, or it is a folder of pictures that cannot be looked into
     */
    public Extent extent(String id) throws DataException {
        return switch (kind(id)) {
            case INK -> new Extent(0, 0);
            case PICTURES -> {
                PictureFolder.Contents contents = pictures(id).contents();
                long bytes = 0;
                for (PictureFolder.PictureClass c : contents.classes())
                    for (Path picture : c.pictures()) bytes += picture.toFile().length();
                yield new Extent(contents.pictures(), bytes);
            }
            case PUBLIC -> new Extent(set(id).files().size(), files(set(id)).bytes());
        };
    }

    /**
     * Which public data set a folder or an archive holds, by the files' checksums, else by their names.
     *
     * @param preferred the id of the set that is meant when names alone could be another's too
     * @return its id; nothing if there is no sign of any
     * @throws DataException if the folder cannot be looked into, or its files might be those of several sets
     */
    public Optional<String> recognise(Path from, String preferred, Progress progress) throws DataException {
        List<PublicSet> likely = new ArrayList<>();
        int most = 0;
        for (PublicSet set : sets) {
            SetFinder.Signs signs = new SetFinder(set, List.of()).signs(from, progress);
            if (signs.genuine()) return Optional.of(set.id());
            if (signs.names() > most) likely.clear();
            most = Math.max(most, signs.names());
            if (signs.names() > 0 && signs.names() == most) likely.add(set);
        }
        if (likely.isEmpty()) return Optional.empty();
        if (likely.size() == 1) return Optional.of(likely.get(0).id());
        for (PublicSet set : likely) if (set.id().equals(preferred)) return Optional.of(preferred);
        throw new DataException(from + " holds files named like those of "
                + String.join(" and ", likely.stream().map(PublicSet::title).toList())
                + ", but altered: drop it on the card of the one you mean.");
    }

    /**
     * Fetches a public data set. What has come stays for the next time, if it fails or is cancelled.
     *
     * @throws DataException if it cannot be fetched or written
     * @throws CancellationException if {@code progress} says so
     */
    public void fetch(String id, Progress progress) throws DataException {
        switch (kind(id)) {
            case INK -> throw new DataException("Ink is built in: there is nothing to fetch.");
            case PICTURES ->
                throw new DataException(id + " has no public home: import it from the folder that holds the pictures.");
            case PUBLIC -> {
                PublicSet set = set(id);
                Path staging = incoming(id, "fetch");
                new SetInstaller(set, files(set).folder(), staging).fetch(downloader, progress);
            }
        }
    }

    /**
     * Copies a data set from a folder: a public one's files wherever they are in it, packed, unpacked or in their archive; or, as
     * {@code pictures/NAME}, pictures in a sub-folder for each class. An earlier copy is replaced when the new one is whole.
     *
     * @throws DataException if the folder does not hold it, it is not well-formed, or it cannot be written; then nothing has changed
     * @throws CancellationException if {@code progress} says so; then nothing has changed
     */
    public void importFrom(String id, Path from, Progress progress) throws DataException {
        Kind kind = kind(id);
        if (kind == Kind.INK) throw new DataException("Ink is built in: there is nothing to import.");
        Path staging = incoming(id, "import");
        try {
            Moves.delete(staging);
            try {
                if (kind == Kind.PICTURES) {
                    new PictureImporter(from, pictures(id).folder(), staging).run(progress);
                } else {
                    PublicSet set = set(id);
                    List<PublicSet> others =
                            sets.stream().filter(s -> !s.equals(set)).toList();
                    new SetInstaller(set, files(set).folder(), staging).importFrom(from, others, progress);
                }
            } finally {
                Moves.delete(staging);
            }
        } catch (IOException e) {
            throw DataException.writing(staging, e);
        }
    }

    /**
     * Takes a folder of one's own pictures out of the catalogue. Nothing is deleted: the folder is moved aside.
     *
     * @return where it lies now
     * @throws DataException if it is none of one's own, is not here, or cannot be moved; then nothing has changed
     */
    public Path remove(String id) throws DataException {
        Path pictures = own(id);
        if (!Files.isDirectory(pictures))
            throw new DataException("There is no data set " + id + " here: nothing is to be removed.");
        Path aside = folder.removed();
        try {
            Files.createDirectories(aside);
            Path to = aside.resolve(pictures.getFileName());
            for (int n = 2; Files.exists(to); n++) to = aside.resolve(pictures.getFileName() + "-" + n);
            return Files.move(pictures, to);
        } catch (IOException e) {
            throw DataException.writing(aside, e);
        }
    }

    /**
     * Puts back what was removed.
     *
     * @param from where {@link #remove} said that it lies
     * @throws DataException if there is another data set of this name by now, or it cannot be moved; then nothing has changed
     */
    public void restore(String id, Path from) throws DataException {
        Path pictures = own(id);
        if (Files.exists(pictures))
            throw new DataException("There is another data set " + id + " by now: remove that first.");
        try {
            Files.createDirectories(folder.pictures());
            Files.move(from, pictures);
        } catch (IOException e) {
            throw DataException.writing(pictures, e);
        }
    }

    private Path own(String id) throws DataException {
        if (kind(id) != Kind.PICTURES)
            throw new DataException(id + " is no folder of pictures of your own: only those can be removed.");
        return pictures(id).folder();
    }

    private enum Kind {
        INK,
        PUBLIC,
        PICTURES
    }

    private Kind kind(String id) throws DataException {
        if (id.equals(INK)) return Kind.INK;
        if (id.startsWith(PICTURES)) {
            // The name becomes a path: it must stay one step below the folder of pictures, on every system.
            String name = id.substring(PICTURES.length());
            if (name.isBlank() || name.startsWith(".") || !name.matches("[^/\\\\:*?\"<>|\\p{Cntrl}]+"))
                throw new DataException(id + " is no name for a folder of pictures: use letters, digits, - and _.");
            return Kind.PICTURES;
        }
        set(id);
        return Kind.PUBLIC;
    }

    private PublicSet set(String id) throws DataException {
        for (PublicSet set : sets) if (set.id().equals(id)) return set;
        throw new DataException("There is no data set " + id + ": choose one of ink, "
                + String.join(", ", sets.stream().map(PublicSet::id).toList()) + " or pictures/NAME.");
    }

    private PublicSetFolder files(PublicSet set) {
        return new PublicSetFolder(set, folder.root().resolve(set.folder()));
    }

    private PictureFolder pictures(String id) {
        return new PictureFolder(id, folder.pictures().resolve(id.substring(PICTURES.length())));
    }

    private Path incoming(String id, String how) {
        return folder.root()
                .resolve(".incoming")
                .resolve(how + "-" + id.replace('/', '-').toLowerCase(Locale.ROOT));
    }

    private List<String> pictureNames() throws DataException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.pictures())) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry) && !name.startsWith(".")) names.add(name);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw DataException.reading(folder.pictures(), e.getCause());
        } catch (IOException e) {
            throw DataException.reading(folder.pictures(), e);
        }
        names.sort(null);
        return names;
    }

    private static Dataset split(String id, Path folder, PublicSetFolder.Parts parts, LoadOptions options)
            throws DataException {
        ImageSet all = parts.train();
        int rest = all.size() - options.validation();
        if (rest < 1)
            throw new DataException(folder + " has " + all.size() + " training images, and " + options.validation()
                    + " of them cannot be held out for validation: hold out fewer.");
        int train = options.train() == 0 ? rest : Math.min(rest, options.train());
        return new Dataset(id, all.range(0, train), all.range(rest, all.size()), parts.test());
    }
}
