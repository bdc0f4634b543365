package inklab.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TileRowTest {
    @Test
    void maps_shrink_with_depth_and_the_row_stays_within_its_room() {
        double before = Double.MAX_VALUE;
        for (int side : new int[] {29, 26, 13, 9, 4}) {
            TileRow row = TileRow.of(40, side, side, 60, 29, 220);
            assertThat(row.width()).isLessThanOrEqualTo(before);
            assertThat(row.whole() * (row.width() + TileRow.GAP) - TileRow.GAP + row.edges() * row.edge())
                    .isLessThanOrEqualTo(220);
            assertThat(row.whole()).isGreaterThanOrEqualTo(1);
            before = row.width();
        }
    }

    @Test
    void the_input_is_drawn_at_full_size_and_few_maps_stand_side_by_side() {
        assertThat(TileRow.of(1, 29, 29, 60, 29, 220)).isEqualTo(new TileRow(60, 60, 1, 0, 0));
        TileRow three = TileRow.of(3, 10, 10, 60, 29, 220);
        assertThat(three.whole()).isEqualTo(3);
        assertThat(three.edges()).isZero();
    }

    @Test
    void twenty_maps_of_26_show_three_whole_and_the_edges_of_the_others() {
        TileRow row = TileRow.of(20, 26, 26, 60, 29, 220);
        assertThat(row.whole()).isEqualTo(3);
        assertThat(row.edges()).isEqualTo(17);
    }

    @Test
    void a_thousand_maps_are_as_many_edges_as_can_be_told_apart() {
        TileRow row = TileRow.of(1000, 13, 13, 60, 29, 220);
        assertThat(row.edge()).isGreaterThanOrEqualTo(2);
        assertThat(row.edges()).isLessThan(120);
    }
}
