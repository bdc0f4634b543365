package inklab.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemberDeviationsTest {
    private static final String NONE_HELD = "data.validation is 0, not 10000.";
    private static final String SHORT = "training.epochs is 30, not 60.";
    private static final String TURNED = "distortion.rotation is 10, not 15.";

    @Test
    void what_members_share_is_told_once() {
        List<String> names = List.of("a", "b", "c", "d");
        assertThat(MemberDeviations.told(
                        names, List.of(List.of(NONE_HELD), List.of(NONE_HELD), List.of(NONE_HELD), List.of(NONE_HELD))))
                .containsExactly("All members: data.validation is 0, not 10000.");
        assertThat(MemberDeviations.told(
                        names, List.of(List.of(NONE_HELD), List.of(NONE_HELD, SHORT), List.of(NONE_HELD), List.of())))
                .containsExactly(
                        "Three of four members: data.validation is 0, not 10000.", "b: training.epochs is 30, not 60.");
        assertThat(MemberDeviations.told(
                        names, List.of(List.of(), List.of(SHORT, TURNED), List.of(), List.of(SHORT, TURNED))))
                .containsExactly("b and d: training.epochs is 30, not 60; distortion.rotation is 10, not 15.");
        assertThat(MemberDeviations.told(names, List.of(List.of(), List.of(), List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void members_of_one_name_are_counted() {
        List<String> five = List.of("vote", "vote", "vote", "vote", "vote");
        assertThat(MemberDeviations.told(
                        five, List.of(List.of(SHORT), List.of(), List.of(), List.of(SHORT), List.of())))
                .containsExactly("Two of five members: training.epochs is 30, not 60.");
        assertThat(MemberDeviations.retold(five, List.of("vote: " + SHORT, "vote: " + TURNED, "vote: " + SHORT)))
                .containsExactly(
                        "Two of five members: training.epochs is 30, not 60.",
                        "One of five members: distortion.rotation is 10, not 15.");
    }

    @Test
    void what_is_kept_about_the_committee_itself_stays_as_it_is() {
        List<String> kept = List.of(
                MemberDeviations.of("a", SHORT), MemberDeviations.of("b", SHORT), "By candle light: all of it.");
        assertThat(MemberDeviations.retold(List.of("a", "b", "c"), kept))
                .containsExactly("a and b: training.epochs is 30, not 60.", "By candle light: all of it.");
    }
}
