package inklab.ui.inspect;

import inklab.ui.widget.PadStroke;
import java.util.ArrayList;
import java.util.List;

/** A drawing for tests and pictures. */
final class Drawn {
    private Drawn() {}

    /** A 7 as one stroke, on the pad's 280 units. */
    static List<PadStroke> seven() {
        List<PadStroke.Point> points = new ArrayList<>();
        for (int i = 0; i <= 20; i++) points.add(new PadStroke.Point(80 + 6 * i, 60, 10 * i, 0.5));
        for (int i = 1; i <= 30; i++) points.add(new PadStroke.Point(200 - 2.4 * i, 60 + 5.4 * i, 200 + 10 * i, 0.5));
        return List.of(new PadStroke(points));
    }
}
