package inklab.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void distance_is_the_textbooks() {
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.distance("ca", "abc")).isEqualTo(3); // optimal string alignment, unlike Damerau's 2
        assertThat(Spelling.distance("relu", "rleu")).isEqualTo(1);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void a_word_that_is_far_from_all_is_not_guessed() {
        List<String> fields = List.of("optimizer", "schedule", "batch");
        assertThat(Spelling.nearest("optimiser", fields)).contains("optimizer");
        assertThat(Spelling.nearest("Batch", fields)).contains("batch");
        assertThat(Spelling.nearest("momentum", fields)).isEmpty();
        assertThat(Spelling.nearest("x".repeat(1_000_000), fields)).isEmpty();
        assertThat(Spelling.nearest("q", List.of("C", "N"))).isEmpty();
    }
}
