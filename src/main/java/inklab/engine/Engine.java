package inklab.engine;

import inklab.net.NetSpec;
import java.util.List;

/** Builds networks on a device. Opening one may load native libraries, which takes up to seconds: do it off the window's thread. */
public interface Engine extends AutoCloseable {
    /** The name on the command line: {@code dl4j}, {@code torch}. */
    String id();

    /** What it could compute on, usable or not. */
    List<Device> devices();

    /**
     * A network with freshly drawn weights, a function of the seed alone.
     *
     * @throws IllegalArgumentException when the net has problems: infer its shapes first
     */
    Network network(NetSpec net, NetworkSettings settings);

    @Override
    void close();
}
