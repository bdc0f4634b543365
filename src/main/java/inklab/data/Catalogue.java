package inklab.data;

import inklab.data.DataStatus.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All the data sets there are, by id: how each stands, and its images. */
public final class Catalogue {
    /** The built-in digits. */
    public static final String INK = "ink";
    /** What the ids of one's own pictures begin with. */
    public static final String PICTURES = "pictures/";

    // The built-in digits have no end: this is how many "all" are, MNIST's own sizes.
    private static final int INK_TRAIN = 60_000;
    private static final int INK_TEST = 10_000;

    private final DataFolder folder;
    private final ImageSource ink;
    private final Consumer<String> notices;
    private final List<PublicSet> sets;

    /**
     * @param ink makes the built-in digits
     * @param notices hears, in a sentence, what the user should know of a data set that is used, such as that it is not the
     *     public copy
     */
    public Catalogue(DataFolder folder, ImageSource ink, Consumer<String> notices) {
        this(folder, ink, notices, PublicSets.all());
    }

    Catalogue(DataFolder folder, ImageSource ink, Consumer<String> notices, List<PublicSet> sets) {
        this.folder = folder;
        this.ink = ink;
        this.notices = notices;
        this.sets = List.copyOf(sets);
    }

    /**
     * How a data set stands. The first time this reads all its files (half a second for CIFAR-10); what was found is remembered.
     *
     * @throws DataException if there is no data set with this id
     */
    public DataStatus status(String id) throws DataException {
        if (id.equals(INK)) return DataStatus.ready();
        return files(id).status(Progress.NONE);
    }

    /**
     * Loads a data set, split.
     *
     * @throws IOException (a {@link DataException} for all that concerns files) if there is no such data set, it is not on this
     *     computer, or cannot be used
     */
    public Dataset load(String id, LoadOptions options) throws IOException {
        if (id.equals(INK)) {
            int train = options.train() > 0 ? options.train() : Math.max(1, INK_TRAIN - options.validation());
            return ink.make(train, options.validation(), INK_TEST, options.seed());
        }
        PublicSetFolder files = files(id);
        PublicSetFolder.Parts parts = files.read();
        DataStatus status = files.status(Progress.NONE);
        if (status.state() == State.DIFFERENT) notices.accept(status.notice());
        return split(id, files.folder(), parts, options);
    }

    /** Where the data lies. */
    public DataFolder folder() {
        return folder;
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

    private PublicSetFolder files(String id) throws DataException {
        Optional<PublicSet> set = sets.stream().filter(s -> s.id().equals(id)).findFirst();
        if (set.isEmpty())
            throw new DataException("There is no data set " + id + ": choose one of ink, "
                    + String.join(", ", sets.stream().map(PublicSet::id).toList()) + " or pictures/NAME.");
        return new PublicSetFolder(set.get(), folder.root().resolve(set.get().folder()));
    }
}
