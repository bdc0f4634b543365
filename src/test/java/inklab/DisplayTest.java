package inklab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    @TempDir
    private Path sockets;

    private Display find(String name) {
        return Display.find("Linux", Map.of("DISPLAY", name), sockets);
    }

    @Test
    void without_a_display_one_sentence_says_so() {
        Display none = Display.find("Linux", Map.of(), sockets);
        assertThat(none.isThere()).isFalse();
        assertThat(none.whyNot()).isEqualTo("There is no display (DISPLAY is not set).");
    }

    @Test
    void windows_and_macs_always_have_one() {
        assertThat(Display.find("Windows 11", Map.of(), sockets).isThere()).isTrue();
        assertThat(Display.find("Mac OS X", Map.of(), sockets).isThere()).isTrue();
    }

    @Test
    void a_server_that_listens_is_a_display_and_one_that_is_gone_is_not() throws IOException {
        assertThat(find(":3").isThere()).isFalse();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(sockets.resolve("X3")));
            assertThat(find(":3").isThere()).isTrue();
            assertThat(find("unix:3.0").isThere()).isTrue();
        }
        assertThat(find(":3").whyNot()).isEqualTo("The display :3 does not answer.");
    }

    @Test
    void a_forwarded_display_is_asked_over_the_network() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int number = server.getLocalPort() - 6000;
            assertThat(find("localhost:" + number + ".0").isThere()).isTrue();
        }
    }

    @Test
    void nonsense_is_no_display() {
        assertThat(find("kitchen").isThere()).isFalse();
        assertThat(find(":x").isThere()).isFalse();
    }
}
