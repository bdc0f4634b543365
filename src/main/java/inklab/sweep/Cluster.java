package inklab.sweep;

import java.io.IOException;
import java.nio.file.Path;

/** Machines beside this one; found as a service, since what it needs is not in the usual install. */
public interface Cluster {
    /**
     * A crew of its machines.
     *
     * @param master how the cluster is reached: {@code spark://host:7077}, {@code local[2]} …
     * @param data the data folder, as the machines see it
     * @param folder of the sweep; members' runs come back to it
     * @param shared where the machines keep checkpoints and results, as they all see it; null for the sweep's own folder
     * @throws IOException in one sentence, when it does not answer
     */
    Crew open(String master, String data, SweepFolder folder, String shared) throws IOException;

    /** Where the sweep folder is, when what was named is an address and no path: a folder of this machine that members come back to. */
    static boolean isAddress(String place) {
        return place.matches("[a-z][a-z0-9+.-]+://.*");
    }

    /** An address that is a path on this machine, too. */
    static String address(Path path) {
        return path.toAbsolutePath().normalize().toUri().toString();
    }
}
