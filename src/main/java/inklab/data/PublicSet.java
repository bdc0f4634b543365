package inklab.data;

import java.net.URI;
import java.util.List;

/**
 * A data set with a public home: what its files are, how to know them, and where to get them.
 *
 * @param id as in recipes: {@code mnist}
 * @param title as people call it: {@code MNIST}
 * @param home the page that says what it is and whose
 * @param format how its files are read
 * @param folder where its files lie below the data folder, with slashes
 * @param classes the classes' names in the order of the labels
 * @param files what must lie there
 * @param extras what may lie there, and is taken along from an archive or a folder that has it
 * @param downloads what is fetched to get the files: the files themselves, or an archive of them
 */
record PublicSet(
        String id,
        String title,
        URI home,
        Format format,
        String folder,
        List<String> classes,
        List<KnownFile> files,
        List<String> extras,
        List<Download> downloads) {

    /** How a set's files are read. */
    enum Format {
        /** Four files: training images, training labels, test images, test labels, gzipped or plain. */
        IDX,
        /** Five training batches and a test batch. */
        CIFAR
    }

    /**
     * A file as its publisher made it.
     *
     * @param name the public name
     * @param bytes its length
     * @param sha256 its SHA-256 in lower-case hexadecimal
     * @param plainSha256 the SHA-256 of what is inside, if it is gzipped; else empty
     */
    record KnownFile(String name, long bytes, String sha256, String plainSha256) {
        /** The name without {@code .gz}. */
        String plainName() {
            return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        }
    }

    /**
     * Something to fetch.
     *
     * @param name the file's name
     * @param bytes its length
     * @param sha256 its SHA-256 in lower-case hexadecimal
     * @param addresses where it is, in the order in which they are tried
     */
    record Download(String name, long bytes, String sha256, List<URI> addresses) {}

    PublicSet {
        classes = List.copyOf(classes);
        files = List.copyOf(files);
        extras = List.copyOf(extras);
        downloads = List.copyOf(downloads);
    }
}
