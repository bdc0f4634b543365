package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void counts_are_grouped_and_long_ones_shortened() {
        assertThat(Figures.count(76_040)).isEqualTo("76,040");
        assertThat(Figures.count(-1_234)).isEqualTo("−1,234");
        assertThat(Figures.shortCount(216_320)).isEqualTo("216,320");
        assertThat(Figures.shortCount(1_620_000)).isEqualTo("1.62 M");
        assertThat(Figures.shortCount(3_400_000_000L)).isEqualTo("3.40 G");
    }

    @Test
    void a_space_stands_before_a_unit_and_a_rounded_zero_has_no_sign() {
        assertThat(Figures.percent(0.0074, 2)).isEqualTo("0.74 %");
        assertThat(Figures.fixed(-0.25, 2)).isEqualTo("−0.25");
        assertThat(Figures.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Figures.fixed(-10, 0)).isEqualTo("−10");
    }

    @Test
    void sizes_are_in_powers_of_1024() {
        assertThat(Figures.bytes(40)).isEqualTo("40 B");
        assertThat(Figures.bytes(13_824)).isEqualTo("13.5 KB");
        assertThat(Figures.bytes(54 * 1024)).isEqualTo("54 KB");
        assertThat(Figures.bytes(170_498_071)).isEqualTo("162.6 MB");
        assertThat(Figures.bytes(3L << 30)).isEqualTo("3 GB");
    }

    @Test
    void times_are_read_aloud_or_set_in_a_column() {
        assertThat(Figures.time(24.2)).isEqualTo("24 s");
        assertThat(Figures.time(599)).isEqualTo("9 min 59 s");
        assertThat(Figures.time(7_500)).isEqualTo("2 h 5 min");
        assertThat(Figures.roughTime(599)).isEqualTo("10 min");
        assertThat(Figures.roughTime(3_590)).isEqualTo("1 h");
        assertThat(Figures.clock(447)).isEqualTo("7:27");
        assertThat(Figures.clock(3_909)).isEqualTo("1:05:09");
    }
}
