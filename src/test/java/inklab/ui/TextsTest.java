package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern ASKED =
            Pattern.compile("(?:[tT]exts(?:\\(\\))?\\.get|\\bsays)\\(\\s*\"([a-z0-9.-]+)\"");
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

    @Test
    void every_text_is_there_in_both_languages_with_the_same_slots() throws IOException {
        List<Path> bundles = bundles();
        assertThat(bundles).isNotEmpty();
        for (Path english : bundles) {
            Properties en = read(english);
            Properties zh = read(english.resolveSibling("texts_zh.properties"));
            assertThat(zh.stringPropertyNames()).as(english.toString()).isEqualTo(en.stringPropertyNames());
            for (String key : en.stringPropertyNames()) {
                assertThat(en.getProperty(key)).as(key).isNotBlank();
                assertThat(zh.getProperty(key)).as(key).isNotBlank();
                assertThat(slots(zh.getProperty(key))).as(key).isEqualTo(slots(en.getProperty(key)));
            }
        }
    }

    @Test
    void every_text_that_the_code_asks_for_is_there() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path english : bundles()) {
            Properties texts = read(english);
            Path room = SOURCES.resolve(RESOURCES.relativize(english.getParent()));
            try (Stream<Path> files = Files.list(room)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher m = ASKED.matcher(Files.readString(file));
                    while (m.find()) if (!isThere(texts, m.group(1))) missing.add(file + ": " + m.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A key that ends with a dot is the beginning of keys whose end is computed. */
    private static boolean isThere(Properties texts, String key) {
        if (!key.endsWith(".")) return texts.containsKey(key);
        return texts.stringPropertyNames().stream().anyMatch(name -> name.startsWith(key));
    }

    @Test
    void what_is_neither_english_nor_chinese_is_shown_in_english() {
        assertThat(new Texts(Texts.class, Locale.GERMAN).get("place.draw")).isEqualTo("Draw");
        assertThat(new Texts(Texts.class, Locale.CHINA).get("place.draw")).isEqualTo("手写");
        assertThat(new Texts(Texts.class, Locale.CHINA).isChinese()).isTrue();
    }

    @Test
    void slots_are_filled_in_any_order_and_apostrophes_are_letters() {
        assertThat(new Texts(Texts.class, Locale.ENGLISH).get("train.epoch", 15, 40))
                .isEqualTo("Epoch 15 of 40");
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(f -> f.endsWith("texts.properties")).toList();
        }
    }

    private static List<String> slots(String text) {
        return SLOT.matcher(text).results().map(r -> r.group(1)).sorted().toList();
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }
}
