package inklab.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static double[] same(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    @Test
    void labels_that_have_room_stay_where_they_are() {
        double[] wanted = {20, 60, 110};
        assertThat(LabelPlacement.spread(wanted, same(3, 15), 0, 200)).containsExactly(20, 60, 110);
    }

    @Test
    void two_labels_at_one_place_move_apart_evenly() {
        assertThat(LabelPlacement.spread(new double[] {50, 50}, same(2, 16), 0, 200))
                .containsExactly(42, 58);
    }

    @Test
    void a_crowd_at_the_border_stays_within_it() {
        double[] placed = LabelPlacement.spread(new double[] {195, 198, 199}, same(3, 20), 0, 200);
        assertThat(placed).containsExactly(150, 170, 190);
    }

    @Test
    void labels_never_overlap_and_keep_their_order() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            int n = 1 + random.nextInt(8);
            double[] wanted = random.doubles(n, 0, 300).toArray();
            double[] heights = random.doubles(n, 10, 30).toArray();
            double[] placed = LabelPlacement.spread(wanted, heights, 0, 300);
            for (int i = 0; i < n; i++)
                for (int k = 0; k < n; k++)
                    if (wanted[i] < wanted[k])
                        assertThat(placed[k] - placed[i]).isGreaterThanOrEqualTo((heights[i] + heights[k]) / 2 - 1e-9);
        }
    }

    @Test
    void a_name_on_a_line_hides_no_other_line() {
        DoubleUnaryOperator own = x -> 100;
        DoubleUnaryOperator above = x -> x < 200 ? 88 : 20;
        double[] shares = {0.1, 0.6};
        LabelPlacement.Spot spot =
                LabelPlacement.onLine(own, List.of(own, above), List.of(), 60, 12, 400, 200, shares, false);
        assertThat(spot.y() < 88 - 6 || spot.y() > 100 + 6).isTrue();
        assertThat(spot.y()).isCloseTo(111, within(1e-9));
        LabelPlacement.Spot second = LabelPlacement.onLine(
                own, List.of(own, above), List.of(new double[] {40, 100, 110, 130}), 60, 12, 400, 200, shares, false);
        assertThat(second.x()).isEqualTo(240);
    }

    @Test
    void a_name_that_would_stand_on_another_everywhere_is_left_out() {
        DoubleUnaryOperator own = x -> 100;
        double[] full = {0, 0, 400, 200};
        assertThat(LabelPlacement.onLine(
                        own, List.of(own), List.of(full), 60, 12, 400, 200, new double[] {0.1, 0.6}, false))
                .isNull();
    }

    @Test
    void dots_side_by_side_do_not_touch_and_a_lone_dot_stays_in_the_middle() {
        double[] y = {10, 50, 50, 51, 90};
        double[] aside = DotSwarm.offsets(y, 8);
        assertThat(aside[0]).isZero();
        assertThat(aside[4]).isZero();
        double[] row = {aside[1], aside[2], aside[3]};
        Arrays.sort(row);
        assertThat(row).containsExactly(-9, 0, 9);
    }

    @Test
    void a_grid_finds_the_cell_under_a_point_and_none_in_its_gaps() {
        GridLayout grid = new GridLayout(10, 4, 20, 30, 5, 5);
        assertThat(grid.rows()).isEqualTo(3);
        assertThat(grid.at(26, 36)).isEqualTo(5);
        assertThat(grid.at(22, 10)).isEqualTo(-1);
        assertThat(grid.at(60, 80)).isEqualTo(-1);
        for (int i = 0; i < 10; i++)
            assertThat(grid.at(grid.x(i) + 19, grid.y(i) + 29)).isEqualTo(i);
    }

    @Test
    void arrow_keys_stay_within_the_grid() {
        GridLayout grid = new GridLayout(10, 4, 20, 30, 5, 5);
        assertThat(grid.moved(-1, 1, 0)).isZero();
        assertThat(grid.moved(0, -1, 0)).isZero();
        assertThat(grid.moved(9, 1, 0)).isEqualTo(9);
        assertThat(grid.moved(2, 0, 1)).isEqualTo(6);
        assertThat(grid.moved(7, 0, 1)).isEqualTo(9);
        assertThat(grid.moved(1, 0, -1)).isEqualTo(1);
        assertThat(new GridLayout(0, 4, 1, 1, 0, 0).moved(-1, 1, 0)).isEqualTo(-1);
    }
}
