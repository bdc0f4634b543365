package inklab.data.ink;

/**
 * Writes digits: takes a skeleton and varies it as hands do. For one thread at a time; what it writes depends on the random numbers alone.
 * Lengths here are in hundredths of a digit's height, unless they are called pixels.
 */
final class Scribe {
    /** The longer side of the drawing before it is averaged down to the 20-pixel box: pixels. */
    private static final int SIDE = 40;

    private static final double SPACING = 5;

    private final PenPath path = new PenPath();
    private double[] blend = new double[8];
    private double[] xy = new double[64];
    private double[] wobble = new double[64];

    /** One digit in this style. */
    Raster write(InkStyle style, InkRandom random) {
        path.clear();
        mix(style, random);
        double unsteady = 3.6 * (0.4 + 1.2 * random.uniform());
        for (int s = 0; s < style.corners.length; s++) stroke(style, s, unsteady, random);
        warp(random);
        affine(style, random);
        press(style, random);
        return draw();
    }

    /** How much of each variant goes into this digit. */
    private void mix(InkStyle style, InkRandom random) {
        int n = style.variants.length;
        if (blend.length < n) blend = new double[n];
        double sum = 0;
        for (int v = 0; v < n; v++) {
            double u = random.uniform();
            blend[v] = u * u * u * u * u + 1e-9;
            sum += blend[v];
        }
        for (int v = 0; v < n; v++) blend[v] = 1.15 * blend[v] / sum - 0.15 / n;
    }

    private void stroke(InkStyle style, int s, double unsteady, InkRandom random) {
        boolean[] corner = style.corners[s];
        int n = corner.length;
        if (xy.length < 2 * n) {
            xy = new double[2 * n];
        }
        double shiftX = s == 0 ? 0 : 1.5 * random.normal();
        double shiftY = s == 0 ? 0 : 1.5 * random.normal();
        double driftX = random.normal();
        double driftY = random.normal();
        for (int p = 0; p < n; p++) {
            double x = 0;
            double y = 0;
            for (int v = 0; v < style.variants.length; v++) {
                x += blend[v] * style.variants[v][s][2 * p];
                y += blend[v] * style.variants[v][s][2 * p + 1];
            }
            driftX = 0.5 * driftX + 0.866 * random.normal();
            driftY = 0.5 * driftY + 0.866 * random.normal();
            xy[2 * p] = x + shiftX + unsteady * driftX;
            xy[2 * p + 1] = y + shiftY + unsteady * driftY;
        }
        reach(0, 1, random);
        reach(n - 1, n - 2, random);
        path.curve(xy, n, corner, SPACING);
        path.endStroke();
        tremor(random);
    }

    /** Lets a stroke's end fall short or go too far, along its last chord. */
    private void reach(int end, int before, InkRandom random) {
        double dx = xy[2 * end] - xy[2 * before];
        double dy = xy[2 * end + 1] - xy[2 * before + 1];
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length < 1e-6) return;
        double by = Math.max(-0.5 * length, 3.5 * random.normal()) / length;
        xy[2 * end] += by * dx;
        xy[2 * end + 1] += by * dy;
    }

    /** A fine unsteadiness of the last stroke, about as long as a few samples. */
    private void tremor(InkRandom random) {
        double strength = 0.7 * random.uniform();
        double x = 0;
        double y = 0;
        for (int i = path.starts[path.strokes - 1]; i < path.points; i++) {
            x = 0.6 * x + strength * random.normal();
            y = 0.6 * y + strength * random.normal();
            path.x[i] += x;
            path.y[i] += y;
        }
    }

    /** Bends the whole page smoothly: polynomials of the second and third degree. */
    private void warp(InkRandom random) {
        double a = 4.5;
        double xx = a * random.normal();
        double xy = a * random.normal();
        double yy = a * random.normal();
        double yyy = a * random.normal();
        double vxx = a * random.normal();
        double vxy = a * random.normal();
        double vyy = a * random.normal();
        double vxxx = 0.6 * a * random.normal();
        for (int i = 0; i < path.points; i++) {
            double u = (path.x[i] - 30) / 50;
            double v = (path.y[i] - 50) / 50;
            path.x[i] += xx * u * u + xy * u * v * 1.6 + yy * v * v + yyy * v * v * v;
            path.y[i] += vxx * u * u + vxy * u * v + 2 * vyy * v * v + vxxx * u * u * u;
        }
    }

    private void affine(InkStyle style, InkRandom random) {
        double wide = style.breadth * (1.17 + 0.22 * random.normal());
        double slant = style.slant + style.slantSpread * random.normal();
        double angle = 0.07 * random.normal();
        double cos = 1 - angle * angle / 2;
        for (int i = 0; i < path.points; i++) {
            double y = path.y[i] - 50;
            double x = (path.x[i] - 30) * wide - slant * y;
            path.x[i] = cos * x - angle * y;
            path.y[i] = angle * x + cos * y;
        }
    }

    /** Gives each sample the pen's radius: a width for the whole digit, a nib, and a pressure that drifts and may tail off at the ends. */
    private void press(InkStyle style, InkRandom random) {
        double width = 6.8 * style.pen * StrictMath.exp(0.3 * random.normal());
        double nib = 0.12 * random.normal();
        double tilt = random.uniform(-1, 1);
        double lively = 0.12 * random.uniform();
        for (int s = 0; s < path.strokes; s++) {
            int from = path.starts[s];
            int to = path.starts[s + 1];
            if (wobble.length < to - from) wobble = new double[2 * (to - from)];
            double taperIn = random.chance(0.3) ? 0.5 * random.uniform() : 0;
            double taperOut = random.chance(0.4) ? 0.6 * random.uniform() : 0;
            double drift = random.normal();
            for (int i = from; i < to; i++) {
                drift = 0.85 * drift + 0.527 * random.normal();
                int a = Math.max(from, i - 1);
                int b = Math.min(to - 1, i + 1);
                double dx = path.x[b] - path.x[a];
                double dy = path.y[b] - path.y[a];
                double square = dx * dx + dy * dy + 1e-9;
                double turn = ((dx * dx - dy * dy) * tilt + 2 * dx * dy * (1 - Math.abs(tilt))) / square;
                double start = Math.max(0, 1 - (i - from) / 4.0);
                double end = Math.max(0, 1 - (to - 1 - i) / 4.0);
                double factor = (1 + nib * turn + lively * drift + 0.10 * random.normal())
                        * (1 - taperIn * start)
                        * (1 - taperOut * end);
                path.radius[i] = width * Math.max(0.35, factor);
            }
        }
    }

    private Raster draw() {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < path.points; i++) {
            double r = path.radius[i];
            left = Math.min(left, path.x[i] - r);
            right = Math.max(right, path.x[i] + r);
            top = Math.min(top, path.y[i] - r);
            bottom = Math.max(bottom, path.y[i] + r);
        }
        double scale = SIDE / Math.max(right - left, bottom - top);
        int width = Math.max(1, (int) Math.ceil((right - left) * scale - 1e-9));
        int height = Math.max(1, (int) Math.ceil((bottom - top) * scale - 1e-9));
        InkCanvas canvas = new InkCanvas(width, height);
        for (int s = 0; s < path.strokes; s++)
            for (int i = path.starts[s]; i + 1 < path.starts[s + 1]; i++)
                canvas.line(
                        (path.x[i] - left) * scale,
                        (path.y[i] - top) * scale,
                        path.radius[i] * scale,
                        (path.x[i + 1] - left) * scale,
                        (path.y[i + 1] - top) * scale,
                        path.radius[i + 1] * scale);
        return canvas.finish();
    }
}
