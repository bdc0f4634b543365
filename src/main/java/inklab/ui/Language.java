package inklab.ui;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The language of the window's words: what is shown now, and what the next start will show. */
public final class Language {
    /** Those with complete texts. */
    static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final Locale now;
    private Locale chosen;
    private final ReadOnlyBooleanWrapper later = new ReadOnlyBooleanWrapper(this, "later");

    /**
     * @param setting a language's code, or empty for the system's own
     * @param system the system's locale
     */
    public Language(String setting, Locale system) {
        Locale wanted = setting.isEmpty() ? system : Locale.forLanguageTag(setting);
        now = wanted.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        chosen = setting.isEmpty() ? null : now;
    }

    public Locale now() {
        return now;
    }

    /** For the next start: texts are read once. */
    public void choose(Locale language) {
        chosen = language;
        later.set(!language.equals(now));
    }

    /** As a setting: empty while nothing was ever chosen. */
    public String setting() {
        return chosen == null ? "" : chosen.getLanguage();
    }

    /** Whether the next start will differ. */
    public ReadOnlyBooleanProperty laterProperty() {
        return later.getReadOnlyProperty();
    }
}
