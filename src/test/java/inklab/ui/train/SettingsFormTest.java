package inklab.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.recipe.TrainingSettings;
import inklab.ui.Texts;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFormTest {
    /** The rate is the schedule's own first value, and has a row of its own. */
    private static final List<String> ALSO = List.of("rate");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void every_setting_of_the_training_is_explained_in_a_sentence_with_a_typical_value(String language) {
        Texts texts = new Texts(TrainView.class, Locale.forLanguageTag(language));
        List<String> settings = Stream.concat(
                        Stream.of(TrainingSettings.class.getRecordComponents()).map(RecordComponent::getName),
                        ALSO.stream())
                .toList();
        assertThat(settings).hasSize(10);
        for (String setting : settings) {
            String hint = texts.get("set." + setting + ".hint");
            assertThat(texts.get("set." + setting)).as(setting).isNotBlank();
            assertThat(hint).as(setting).matches("(?s).{12,}[.。]");
            // A seed is any number, and a schedule has none.
            if (!setting.equals("seed") && !setting.equals("schedule"))
                assertThat(hint).as(setting).containsPattern("\\d");
        }
    }
}
