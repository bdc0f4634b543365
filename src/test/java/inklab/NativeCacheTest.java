package inklab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class NativeCacheTest {
    private static final Path HOME = Path.of("home", "ada").toAbsolutePath();

    private static Properties on(String os) {
        Properties system = new Properties();
        system.setProperty("os.name", os);
        system.setProperty("user.home", HOME.toString());
        system.setProperty("inklab.packaged", "true");
        return system;
    }

    private static String javacpp(Map<String, String> environment, Properties system) {
        NativeCache.choose(environment, system);
        return system.getProperty("org.bytedeco.javacpp.cachedir");
    }

    @Test
    void libraries_go_where_each_system_keeps_what_may_be_deleted() {
        assertThat(javacpp(Map.of(), on("Linux")))
                .isEqualTo(HOME.resolve(".cache/inklab/javacpp").toString());
        assertThat(javacpp(Map.of("XDG_CACHE_HOME", "/big"), on("Linux")))
                .isEqualTo(Path.of("/big/inklab/javacpp").toString());
        assertThat(javacpp(Map.of("XDG_CACHE_HOME", "relative"), on("Linux"))).startsWith(HOME.toString());
        assertThat(javacpp(Map.of(), on("Mac OS X")))
                .isEqualTo(HOME.resolve("Library/Caches/Inklab/javacpp").toString());
        assertThat(javacpp(Map.of(), on("Windows 11")))
                .isEqualTo(HOME.resolve("AppData/Local/Inklab/cache/javacpp").toString());
        Properties linux = on("Linux");
        NativeCache.choose(Map.of(), linux);
        assertThat(linux.getProperty("javafx.cachedir"))
                .isEqualTo(HOME.resolve(".cache/inklab/javafx").toString());
    }

    @Test
    void what_is_set_stays_and_a_jar_keeps_to_the_libraries_usual_place() {
        Properties set = on("Linux");
        set.setProperty("org.bytedeco.javacpp.cachedir", "/elsewhere");
        assertThat(javacpp(Map.of(), set)).isEqualTo("/elsewhere");
        Properties jar = on("Linux");
        jar.remove("inklab.packaged");
        assertThat(javacpp(Map.of(), jar)).isNull();
    }
}
