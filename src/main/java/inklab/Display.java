package inklab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Whether there is a screen to open a window on. Asked before JavaFX starts: once it has failed to find one, it cannot be started again
 * in the same process.
 *
 * @param whyNot one sentence; empty when there is one
 */
record Display(String whyNot) {
    private static final int X_PORT = 6000;
    private static final int WAIT_MILLIS = 2000;

    boolean isThere() {
        return whyNot.isEmpty();
    }

    static Display here() {
        return find(System.getProperty("os.name", ""), System.getenv(), Path.of("/tmp/.X11-unix"));
    }

    /** On Linux JavaFX draws through X11, on Wayland too; elsewhere a window can always be opened. */
    static Display find(String system, Map<String, String> environment, Path sockets) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows") || os.startsWith("mac")) return new Display("");
        String name = environment.getOrDefault("DISPLAY", "");
        if (name.isBlank()) return new Display("There is no display (DISPLAY is not set).");
        return answers(name, sockets) ? new Display("") : new Display("The display " + name + " does not answer.");
    }

    private static boolean answers(String name, Path sockets) {
        int colon = name.lastIndexOf(':');
        if (colon < 0) return false;
        String host = name.substring(0, colon);
        String number = name.substring(colon + 1).split("\\.", -1)[0];
        try {
            int display = Integer.parseInt(number);
            if (!host.isEmpty() && !host.equals("unix")) return answersAt(host, X_PORT + display);
            Path socket = sockets.resolve("X" + display);
            // An X server may listen on an abstract socket alone, which Java cannot reach: the window's start will
            // tell.
            if (!Files.exists(socket)) return false;
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                return channel.connect(UnixDomainSocketAddress.of(socket));
            }
        } catch (IOException | NumberFormatException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean answersAt(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), WAIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
