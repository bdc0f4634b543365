package inklab.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that come from below the window, where there is one language, in Chinese. The English sentence is the key, as in gettext: a
 * line {@code English with {0} = Chinese with {0}} of {@code sentences_zh.txt} each. What is not listed stays English.
 */
final class Translated {
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");
    private static final Pattern END = Pattern.compile("[.?] ");

    /** What fills a slot: never the end of one sentence and the beginning of the next. */
    private static final String WITHIN_SENTENCE = "((?:(?![.?] ).)+?)";

    private record Entry(Pattern english, List<Integer> slots, String chinese) {}

    private final List<Entry> entries = new ArrayList<>();

    Translated() {
        try (InputStream in = Objects.requireNonNull(Translated.class.getResourceAsStream("sentences_zh.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int parting = line.indexOf(" = ");
                if (parting > 0) entries.add(entry(line.substring(0, parting), line.substring(parting + 3)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sentence or several. */
    String say(String english) {
        Optional<String> whole = one(english);
        if (whole.isPresent()) return whole.get();
        Matcher end = END.matcher(english);
        while (end.find()) {
            Optional<String> first = one(english.substring(0, end.start() + 1));
            if (first.isPresent()) return first.get() + say(english.substring(end.end()));
        }
        return english;
    }

    private Optional<String> one(String sentence) {
        for (Entry entry : entries) {
            Matcher found = entry.english().matcher(sentence);
            if (!found.matches()) continue;
            String chinese = entry.chinese();
            for (int i = 0; i < entry.slots().size(); i++)
                chinese = chinese.replace("{" + entry.slots().get(i) + "}", found.group(i + 1));
            return Optional.of(chinese);
        }
        return Optional.empty();
    }

    private static Entry entry(String english, String chinese) {
        StringBuilder pattern = new StringBuilder();
        List<Integer> slots = new ArrayList<>();
        Matcher slot = SLOT.matcher(english);
        int at = 0;
        while (slot.find()) {
            pattern.append(Pattern.quote(english.substring(at, slot.start()))).append(WITHIN_SENTENCE);
            slots.add(Integer.parseInt(slot.group(1)));
            at = slot.end();
        }
        pattern.append(Pattern.quote(english.substring(at)));
        return new Entry(Pattern.compile(pattern.toString()), slots, chinese);
    }
}
