package inklab.ui;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one room of the window, in the user's language: {@code texts.properties} (English) and {@code texts_zh.properties}
 * (Chinese) beside the room's classes. A missing key is a fault of ours: it is thrown, not papered over.
 */
public final class Texts {
    /** Read when the first Chinese sentence is wanted. */
    private static final class Sentences {
        private static final Translated CHINESE = new Translated();
    }

    private final ResourceBundle bundle;

    /**
     * @param room any class of the package whose texts are wanted
     * @param language what is not Chinese is shown in English
     */
    public Texts(Class<?> room, Locale language) {
        bundle = ResourceBundle.getBundle(
                room.getPackageName() + ".texts",
                language,
                room.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language of the words: Chinese or the root's English. */
    public boolean isChinese() {
        return bundle.getLocale().getLanguage().equals("zh");
    }

    /** A sentence from below the window, a problem's for one, in the language of the words where it is known in it. */
    public String sentence(String english) {
        return isChinese() ? Sentences.CHINESE.say(english) : english;
    }

    /** The text of this key, as it stands. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The text of this key with {0}, {1} … replaced by these values. */
    public String get(String key, Object... values) {
        String text = bundle.getString(key);
        for (int i = 0; i < values.length; i++) text = text.replace("{" + i + "}", String.valueOf(values[i]));
        return text;
    }

    /** The same for a number of things: of one alone the text is that of {@code KEY.one}. */
    public String counted(String key, long things, Object... values) {
        return get(things == 1 ? key + ".one" : key, values);
    }
}
