package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void theNamedFolderComesBeforeAll() {
        assertThat(find(Path.of("/named"), "Linux", Map.of("INKLAB_DATA", "/environment")))
                .isEqualTo(Path.of("/named"));
    }

    @Test
    void theEnvironmentComesBeforeThePlatform() {
        assertThat(find(null, "Windows 11", Map.of("INKLAB_DATA", "/environment", "LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/environment"));
        assertThat(find(null, "Linux", Map.of("INKLAB_DATA", "  "))).isEqualTo(HOME.resolve(".local/share/inklab"));
    }

    @Test
    void linuxKeepsDataWhereXdgSays() {
        assertThat(find(null, "Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/inklab"));
        assertThat(find(null, "Linux", Map.of("XDG_DATA_HOME", "/xdg"))).isEqualTo(Path.of("/xdg/inklab"));
        assertThat(find(null, "Linux", Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(HOME.resolve(".local/share/inklab"));
    }

    @Test
    void windowsAndMacKeepDataInTheirOwnPlaces() {
        assertThat(find(null, "Windows 11", Map.of("LOCALAPPDATA", "/local"))).isEqualTo(Path.of("/local/Inklab"));
        assertThat(find(null, "Windows 11", Map.of())).isEqualTo(HOME.resolve("AppData/Local/Inklab"));
        assertThat(find(null, "Mac OS X", Map.of("XDG_DATA_HOME", "/xdg")))
                .isEqualTo(HOME.resolve("Library/Application Support/Inklab"));
    }

    private static Path find(Path named, String os, Map<String, String> environment) {
        Properties system = new Properties();
        system.setProperty("os.name", os);
        system.setProperty("user.home", HOME.toString());
        return DataFolder.find(named, environment, system).root();
    }
}
