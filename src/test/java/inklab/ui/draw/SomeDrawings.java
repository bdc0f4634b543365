package inklab.ui.draw;

import inklab.ui.widget.PadStroke;
import inklab.ui.widget.PadStroke.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Digits as a hand writes them: corners of each stroke on a sheet of 100 by 100, made smooth and laid on the pad. */
public final class SomeDrawings {
    private static final double[][][] DIGITS = {
        {{50, 2, 26, 14, 16, 45, 22, 80, 46, 98, 72, 84, 82, 50, 74, 16, 50, 2}},
        {{34, 22, 54, 2, 52, 50, 50, 98}},
        {{22, 22, 44, 2, 72, 14, 66, 44, 40, 76, 18, 97, 50, 94, 84, 96}},
        {{24, 16, 46, 2, 70, 14, 66, 36, 44, 46, 68, 54, 76, 78, 54, 97, 22, 88}},
        {{40, 2, 18, 34, 8, 60, 40, 64, 74, 58}, {66, 6, 62, 50, 56, 98}},
        {{74, 4, 32, 4, 28, 42, 56, 40, 76, 62, 62, 92, 22, 94}},
        {{66, 4, 36, 28, 22, 66, 40, 97, 68, 84, 66, 58, 42, 54, 26, 70}},
        {{18, 6, 50, 8, 78, 6, 58, 48, 40, 98}},
        {{68, 14, 44, 4, 28, 22, 50, 46, 74, 72, 52, 97, 26, 78, 46, 50, 68, 30, 68, 14}},
        {{70, 20, 44, 4, 26, 26, 44, 48, 68, 36, 70, 20, 66, 60, 54, 98}},
    };

    private SomeDrawings() {}

    /** A digit that fills the guide box. */
    public static List<PadStroke> digit(int digit) {
        return digit(digit, 40, 40, 200, 0);
    }

    /**
     * A digit in a square of the pad.
     *
     * @param seed another seed, a slightly other hand; 0 for none
     */
    public static List<PadStroke> digit(int digit, double left, double top, double side, long seed) {
        Random random = new Random(seed);
        double slant = seed == 0 ? 0 : random.nextGaussian() * 0.12;
        List<PadStroke> strokes = new ArrayList<>();
        for (double[] corners : DIGITS[digit]) {
            int n = corners.length / 2;
            double[] xs = new double[n];
            double[] ys = new double[n];
            for (int i = 0; i < n; i++) {
                double wobble = seed == 0 ? 0 : 3;
                ys[i] = corners[2 * i + 1] + random.nextGaussian() * wobble;
                xs[i] = corners[2 * i] + random.nextGaussian() * wobble - slant * (ys[i] - 50);
            }
            List<Point> points = new ArrayList<>();
            for (int i = 0; i + 1 < n; i++)
                for (int step = 0; step < 12; step++) {
                    double t = step / 12.0;
                    points.add(point(left, top, side, along(xs, i, t), along(ys, i, t), points.size()));
                }
            points.add(point(left, top, side, xs[n - 1], ys[n - 1], points.size()));
            strokes.add(new PadStroke(points));
        }
        return strokes;
    }

    private static Point point(double left, double top, double side, double x, double y, int i) {
        return new Point(
                Math.max(0, Math.min(280, left + x * side / 100)),
                Math.max(0, Math.min(280, top + y * side / 100)),
                i * 8,
                0.5);
    }

    /** A Catmull-Rom curve from corner i to the next. */
    private static double along(double[] v, int i, double t) {
        double a = v[Math.max(0, i - 1)];
        double b = v[i];
        double c = v[i + 1];
        double d = v[Math.min(v.length - 1, i + 2)];
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }
}
