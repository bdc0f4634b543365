package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_read() throws IOException {
        Settings settings = new Settings(
                1280,
                800,
                true,
                Place.RUNS,
                true,
                false,
                true,
                "zh",
                "cuda:0",
                3,
                List.of(Path.of("a b.json"), Path.of("数字.json")),
                List.of(Path.of("runs", "quick-ink"), Path.of("runs", "waits")));
        SettingsFile file = new SettingsFile(folder.resolve("not there yet"));
        file.write(settings);
        assertThat(file.read()).isEqualTo(settings);
        try (var files = Files.list(folder.resolve("not there yet"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_missing_a_cut_and_a_foolish_file_give_what_can_be_used_of_them() throws IOException {
        SettingsFile file = new SettingsFile(folder);
        assertThat(file.read()).isEqualTo(Settings.FIRST);
        Files.writeString(
                folder.resolve("window.properties"), "width=1e9\nheight=none\nworkspace=kitchen\ndark=tr\nthreads=-2");
        assertThat(file.read()).isEqualTo(Settings.FIRST);
        Files.writeString(folder.resolve("window.properties"), "width=1300\nworkspace=train\nlanguage=\\u00");
        assertThat(file.read()).isEqualTo(Settings.FIRST);
        Files.write(folder.resolve("window.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(file.read()).isEqualTo(Settings.FIRST);
    }

    @Test
    void each_platform_has_its_own_place_for_settings() {
        Path home = Path.of("home");
        assertThat(UserFolders.configuration("Linux", home, Map.of())).isEqualTo(Path.of("home/.config/inklab"));
        assertThat(UserFolders.configuration("Linux", home, Map.of("XDG_CONFIG_HOME", "xdg")))
                .isEqualTo(Path.of("xdg/inklab"));
        assertThat(UserFolders.configuration("Mac OS X", home, Map.of()))
                .isEqualTo(Path.of("home/Library/Application Support/Inklab"));
        assertThat(UserFolders.configuration("Windows 11", home, Map.of("APPDATA", "roaming")))
                .isEqualTo(Path.of("roaming/Inklab"));
    }

    @Test
    void a_fault_is_written_once_with_its_trace() throws IOException {
        CrashReports reports =
                new CrashReports(folder, Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC));
        IllegalStateException fault = new IllegalStateException("torn");
        Optional<Path> first = reports.write(Thread.currentThread(), fault);
        assertThat(first).isPresent();
        assertThat(Files.readString(first.get()))
                .contains("java.version", "IllegalStateException: torn", "SettingsTest");
        assertThat(reports.write(Thread.currentThread(), fault)).isEmpty();
    }

    @Test
    void the_language_is_the_systems_until_one_is_chosen() {
        Language language = new Language("", Locale.CHINA);
        assertThat(language.now()).isEqualTo(Locale.CHINESE);
        assertThat(language.setting()).isEmpty();
        language.choose(Locale.ENGLISH);
        assertThat(language.laterProperty().get()).isTrue();
        assertThat(new Language(language.setting(), Locale.CHINA).now()).isEqualTo(Locale.ENGLISH);
    }
}
