package inklab.data;

import inklab.data.PictureFolder.Contents;
import inklab.data.PictureFolder.PictureClass;
import inklab.data.PictureSplit.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder of one's own pictures, dealt out as {@link Catalogue#load} does, but none of them opened: each is read when asked for. */
public final class PictureAlbum {
    /** How many pictures say whether the paper is light; all of them would have to be opened to be as sure as loading is. */
    private static final int ASKED = 48;

    private final List<String> classes;
    private final Map<Part, List<PictureSplit.Item>> parts;
    private final int leftOut;
    private Boolean paperIsLight;

    PictureAlbum(Contents contents, int validation) {
        classes = contents.classes().stream().map(PictureClass::name).toList();
        parts = PictureSplit.split(contents.classes(), validation);
        leftOut = contents.leftOut();
    }

    /** The classes' names in the order of the labels. */
    public List<String> classes() {
        return classes;
    }

    public int train() {
        return parts.get(Part.TRAIN).size();
    }

    public int validation() {
        return parts.get(Part.VALIDATION).size();
    }

    public int test() {
        return parts.get(Part.TEST).size();
    }

    /** How many files beside the pictures are neither PNG nor JPEG. */
    public int leftOut() {
        return leftOut;
    }

    /** The class of training picture i. */
    public int label(int i) {
        return parts.get(Part.TRAIN).get(i).label();
    }

    /** The file of training picture i. */
    public Path file(int i) {
        return parts.get(Part.TRAIN).get(i).file();
    }

    /**
     * Training picture i as it is.
     *
     * @throws DataException if it cannot be read
     */
    public Picture picture(int i) throws DataException {
        return Picture.read(file(i));
    }

    /**
     * A training picture as a network gets it: whole, in this size, and where one channel is wanted as ink on paper. Whether the paper
     * is light is decided for all of them together, here by the majority of some.
     *
     * @param channels 1 or 3
     * @return {@code [channels, height, width]}
     */
    public byte[] input(Picture picture, int channels, int height, int width) {
        if (channels != 1) return picture.fit(channels, height, width);
        Picture grey = picture.grey();
        byte[] fitted = grey.fit(1, height, width);
        return paperIsLight() ? grey.levels().toInk(fitted, 0, fitted.length) : fitted;
    }

    private synchronized boolean paperIsLight() {
        if (paperIsLight != null) return paperIsLight;
        int n = Math.min(ASKED, train());
        int light = 0;
        int read = 0;
        for (int k = 0; k < n; k++) {
            try {
                if (picture((int) ((long) k * train() / n)).grey().levels().paperIsLight()) light++;
                read++;
            } catch (DataException unreadable) {
                // It is named where it is looked at; the others decide.
            }
        }
        paperIsLight = 2 * light > read;
        return paperIsLight;
    }
}
