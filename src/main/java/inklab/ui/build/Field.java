package inklab.ui.build;

import inklab.net.NetSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One setting of a layer, as it stands on its card: a few words that turn into an editor. */
sealed interface Field {
    /** Its name within the layer, such as {@code maps}. */
    String id();

    /** What stands on it: {@code 20 maps}. */
    String text();

    /** One plain sentence with a typical range. */
    String help();

    /**
     * Something to type.
     *
     * @param value what the editor begins with
     * @param read the net with what was typed; empty when it cannot be understood
     */
    record Entry(String id, String text, String help, String value, Function<String, Optional<NetSpec>> read)
            implements Field {}

    /** One of a few. */
    record Choice(String id, String text, String help, List<Option> options) implements Field {}

    /**
     * What can be chosen.
     *
     * @param net the net with it
     */
    record Option(String text, boolean chosen, NetSpec net) {}
}
