package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.data.DataStatus;
import inklab.data.Progress;
import inklab.recipe.Recipe;
import inklab.ui.widget.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the workspace asks of the data sets there are. Everything may take a moment, and faults are one sentence for the user. */
interface Stock {
    /** All data sets, in the order of the shelf. */
    List<Catalogue.Entry> entries() throws IOException;

    /** How a data set stands and what it looks like, without reading all of it. */
    Looks look(String id) throws IOException;

    /** Reads all files anew. */
    DataStatus verify(String id, Progress progress) throws IOException;

    /** Brings a public data set here. */
    void fetch(String id, Progress progress) throws IOException;

    /** Copies a data set from a folder; an earlier copy stays until the new one is whole. */
    void importFrom(String id, Path from, Progress progress) throws IOException;

    /**
     * Takes pictures of one's own away, undeleted.
     *
     * @return where they lie now
     */
    Path remove(String id) throws IOException;

    /** Puts them back from there. */
    void restore(String id, Path from) throws IOException;

    /** The id under which a folder's contents are to be imported; {@code preferred} is meant where it could be several. */
    String recognise(Path from, String preferred, Progress progress) throws IOException;

    /** Opens a recipe's data set. */
    Images open(Recipe recipe, Progress progress) throws IOException;

    /**
     * A data set's face.
     *
     * @param pictures a few of its images, of different classes
     * @param images how many there are, training and test; 0 where there is no end of them, or none
     * @param shape {@code 28 × 28} and so on: channels, height, width; nothing where pictures come in sizes of their own
     * @param classes how many; 0 while it is not here
     * @param leftOut files in a folder of pictures that are none
     */
    record Looks(
            DataStatus status,
            List<Picture> pictures,
            long images,
            Optional<inklab.net.Shape> shape,
            int classes,
            int leftOut,
            Catalogue.Extent extent) {}
}
