package inklab.data;

import inklab.data.DataStatus.State;
import inklab.data.PictureSplit.Part;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A folder of one's own pictures, with a sub-folder for each class, as a data set. Files that are neither PNG nor JPEG by their name
 * are left out.
 *
 * <p>Grey pictures become ink on paper (see {@link Picture#ink}). Whether the paper is light is decided once for the whole folder, by
 * the majority of the training pictures, so that one heavily inked picture is not turned inside out alone.
 */
final class PictureFolder {
    /** A label is a byte. */
    private static final int MOST_CLASSES = 256;

    private final String id;
    private final Path folder;

    PictureFolder(String id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** A class and its pictures, in the order of their names. */
    record PictureClass(String name, List<Path> pictures) {}

    /** What is in the folder. */
    record Contents(List<PictureClass> classes, int leftOut) {
        int pictures() {
            return classes.stream().mapToInt(c -> c.pictures().size()).sum();
        }
    }

    /** Looks what is there, without opening any picture. */
    DataStatus status() {
        if (!Files.isDirectory(folder))
            return new DataStatus(State.MISSING, folder + " is not there: import the folder of pictures again.");
        try {
            Contents contents = contents();
            String leftOut = contents.leftOut() == 0
                    ? "."
                    : "; " + contents.leftOut() + " other files are neither PNG nor JPEG and are left out.";
            return new DataStatus(
                    State.READY,
                    contents.pictures() + " pictures in " + contents.classes().size() + " classes" + leftOut);
        } catch (DataException e) {
            return new DataStatus(State.BROKEN, e.getMessage());
        }
    }

    /** Opens every picture. */
    DataStatus verify(Progress progress) {
        DataStatus status = status();
        if (!status.usable()) return status;
        try {
            Contents contents = contents();
            Meter meter = new Meter(progress, "Checking " + id, contents.pictures());
            for (PictureClass c : contents.classes())
                for (Path picture : c.pictures()) {
                    Picture.read(picture);
                    meter.add(1);
                }
            return status;
        } catch (DataException e) {
            return new DataStatus(State.BROKEN, e.getMessage());
        }
    }

    /** The classes in the order of their names, numbers by their value. */
    Contents contents() throws DataException {
        List<PictureClass> classes = new ArrayList<>();
        int leftOut = 0;
        for (Path entry : list(folder)) {
            if (!Files.isDirectory(entry)) {
                leftOut++;
                continue;
            }
            List<Path> files = list(entry);
            List<Path> pictures =
                    files.stream().filter(PictureReader::isPicture).toList();
            if (pictures.isEmpty())
                throw new DataException(
                        entry + " holds no PNG or JPEG picture: put some in, or take the class's folder away.");
            leftOut += files.size() - pictures.size();
            classes.add(new PictureClass(entry.getFileName().toString(), pictures));
        }
        if (classes.size() < 2 || classes.size() > MOST_CLASSES)
            throw new DataException(folder + " has "
                    + (classes.isEmpty() ? "no" : classes.size()) + (classes.size() == 1 ? " folder" : " folders")
                    + " in it: there must be one for each class, and 2 to " + MOST_CLASSES + " classes.");
        return new Contents(classes, leftOut);
    }

    /** The classes' names, in the order of the labels. */
    List<String> classes() throws DataException {
        return contents().classes().stream().map(PictureClass::name).toList();
    }

    /** What is in a folder but for hidden files, in the order of the names. */
    private static List<Path> list(Path folder) throws DataException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) if (!entry.getFileName().toString().startsWith(".")) entries.add(entry);
        } catch (DirectoryIteratorException e) {
            throw DataException.reading(folder, e.getCause());
        } catch (IOException e) {
            throw DataException.reading(folder, e);
        }
        entries.sort(Comparator.comparing((Path p) -> p.getFileName().toString(), PictureFolder::byNumberThenName));
        return entries;
    }

    private static int byNumberThenName(String a, String b) {
        boolean numbers = a.matches("\\d{1,18}") && b.matches("\\d{1,18}");
        int order = numbers ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : 0;
        return order != 0 ? order : a.compareTo(b);
    }

    /**
     * Reads all pictures.
     *
     * @param options the shape; of the pictures that fall to validation at most so many are taken, and the others train
     */
    Dataset load(LoadOptions options, Progress progress) throws DataException {
        Contents contents = contents();
        List<String> classes =
                contents.classes().stream().map(PictureClass::name).toList();
        Map<Part, List<PictureSplit.Item>> parts = PictureSplit.split(contents.classes(), options.validation());
        if (parts.get(Part.TEST).isEmpty()
                || (options.validation() > 0 && parts.get(Part.VALIDATION).isEmpty()))
            throw new DataException(folder + " has " + contents.pictures()
                    + " pictures, too few to hold some out for validation and test: put more in, 20 at least.");
        List<PictureSplit.Item> training = parts.get(Part.TRAIN);
        if (options.train() > 0 && options.train() < training.size())
            parts.put(Part.TRAIN, training.subList(0, options.train()));
        int wanted = parts.values().stream().mapToInt(List::size).sum();
        Meter meter = new Meter(progress, "Reading " + id, wanted);
        Map<Part, Pile> piles = new EnumMap<>(Part.class);
        for (Part part : Part.values()) piles.put(part, new Pile(parts.get(part), options, meter));
        if (options.channels() == 1 && piles.get(Part.TRAIN).paperIsLight())
            for (Pile pile : piles.values()) pile.turnToInk();
        return new Dataset(
                id,
                piles.get(Part.TRAIN).toImageSet(classes),
                piles.get(Part.VALIDATION).toImageSet(classes),
                piles.get(Part.TEST).toImageSet(classes));
    }

    /** The pictures of one part, resized, with what their levels were at full size. */
    private final class Pile {
        private final LoadOptions options;
        private final byte[] labels;
        private final byte[] pixels;
        private final List<Picture.Levels> levels = new ArrayList<>();

        Pile(List<PictureSplit.Item> items, LoadOptions options, Meter meter) throws DataException {
            this.options = options;
            int size = options.channels() * options.height() * options.width();
            Memory.require(folder, (long) items.size() * size);
            labels = new byte[items.size()];
            pixels = new byte[items.size() * size];
            for (int i = 0; i < labels.length; i++) {
                Picture picture = Picture.read(items.get(i).file());
                if (options.channels() == 1) {
                    picture = picture.grey();
                    levels.add(picture.levels());
                }
                labels[i] = (byte) items.get(i).label();
                System.arraycopy(
                        picture.fit(options.channels(), options.height(), options.width()), 0, pixels, i * size, size);
                meter.add(1);
            }
        }

        boolean paperIsLight() {
            long light = levels.stream().filter(Picture.Levels::paperIsLight).count();
            return 2 * light > levels.size();
        }

        // Shrinking and stretching may change places: both are linear.
        void turnToInk() {
            int size = options.height() * options.width();
            for (int i = 0; i < labels.length; i++) levels.get(i).toInk(pixels, i * size, size);
        }

        ImageSet toImageSet(List<String> classes) {
            return new ImageSet(options.channels(), options.height(), options.width(), classes, pixels, labels);
        }
    }
}
