package inklab.ui.build;

import inklab.net.Cost;
import inklab.net.NetSpec;
import inklab.net.Notation;
import java.util.Optional;

/**
 * A net whose publication counts its weights otherwise than its layers add up to.
 *
 * @param published as printed
 * @param counted layer by layer
 */
record PublishedCount(long published, long counted) {
    /** The small net of the multi-column networks' reproduction (2012–2015). */
    private static final String CIRESAN = "1x29x29-20C4-MP2-40C5-MP3-150N-10N";

    private static final long CIRESAN_PUBLISHED = 171_940;

    static Optional<PublishedCount> of(NetSpec net) {
        return Notation.parse(CIRESAN)
                .net()
                .filter(net::equals)
                .map(n ->
                        new PublishedCount(CIRESAN_PUBLISHED, Cost.of(n).total().parameters()));
    }
}
