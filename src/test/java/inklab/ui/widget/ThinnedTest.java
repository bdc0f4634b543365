package inklab.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinnedTest {
    private static final double SLACK = 0.4;

    private static Thinned of(double[] ys) {
        Thinned line = new Thinned(SLACK);
        for (int x = 0; x < ys.length; x++) line.add(x, ys[x]);
        line.end();
        return line;
    }

    private static double at(Thinned line, double x) {
        for (int i = 1; i < line.size(); i++)
            if (x <= line.x(i)) {
                double share = (x - line.x(i - 1)) / (line.x(i) - line.x(i - 1));
                return line.y(i - 1) + share * (line.y(i) - line.y(i - 1));
            }
        return line.y(line.size() - 1);
    }

    @Test
    void a_straight_line_keeps_its_ends_alone() {
        double[] ys = new double[300];
        for (int i = 0; i < ys.length; i++) ys[i] = 10 + 0.7 * i;
        Thinned line = of(ys);
        assertEquals(2, line.size());
        assertEquals(299, line.x(1));
        assertEquals(10 + 0.7 * 299, line.y(1), 1e-12);
    }

    @Test
    void no_point_lies_further_from_the_line_than_the_slack_and_most_are_gone() {
        Random random = new Random(3);
        double[] ys = new double[1000];
        for (int i = 0; i < ys.length; i++) ys[i] = 200 * Math.exp(-i / 120.0) + 0.25 * random.nextGaussian();
        Thinned line = of(ys);
        for (int i = 0; i < ys.length; i++) assertEquals(ys[i], at(line, i), SLACK + 1e-9, "at " + i);
        assertTrue(line.size() < 400, line.size() + " of 1,000 points are left");
    }

    @Test
    void what_can_be_seen_stays() {
        double[] ys = {0, 5, 0, 5, 0, 5};
        Thinned line = of(ys);
        assertEquals(6, line.size());
        for (int i = 0; i < 6; i++) assertEquals(ys[i], line.y(i));
    }

    @Test
    void one_point_and_a_step_straight_up_are_lines_too() {
        assertEquals(1, of(new double[] {3}).size());
        Thinned step = new Thinned(SLACK);
        step.add(0, 0);
        step.add(2, 0);
        step.add(2, 50);
        step.add(4, 50);
        step.end();
        assertEquals(4, step.size());
        assertEquals(50, step.y(2));
    }
}
