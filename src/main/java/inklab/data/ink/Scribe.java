package inklab.data.ink;

/**
 * Writes digits: takes a skeleton and varies it as hands do. For one thread at a time; what it writes depends on the random numbers alone.
 * Lengths here are in hundredths of a digit's height, unless they are called pixels.
 */
final class Scribe {
    /** The longer side of the drawing before it is averaged down to the 20-pixel box: pixels. */
    private static final int SIDE = 40;

    /** Between two samples of a stroke. */
    private static final double SPACING = 5;

    /** The middle of a skeleton. */
    private static final double MIDDLE_X = 30;

    private static final double MIDDLE_Y = 50;

    // What follows was tuned beside MNIST's training images: thickness, ink, slant and breadth per digit, and by
    // looking.

    /** How far control points stray: σ of a usual hand. */
    private static final double UNSTEADY = 3.6;

    /** How far a second stroke strays as a whole: σ. */
    private static final double ASTRAY = 1.5;

    /** How far a stroke's ends fall short or go too far: σ. */
    private static final double REACH = 3.5;

    /** How often a stroke's end has a hook. */
    private static final double HOOKED = 0.08;

    /** How far the steadiest and the shakiest hand differ: a tremor's σ at most. */
    private static final double TREMOR = 0.7;

    /** How far the page is bent at a digit's upper and lower end: σ. */
    private static final double BENT = 4.5;

    /** How broad digits are in relation to their skeletons, and the σ of that. */
    private static final double BREADTH = 1.17;

    private static final double BREADTH_SPREAD = 0.22;

    /** The page's turn, radians: σ. */
    private static final double TURN_SPREAD = 0.07;

    /** The pen's radius in the middle of its distribution, and the σ of its logarithm. */
    private static final double PEN = 6.8;

    private static final double PEN_SPREAD = 0.3;

    /** How rough the edges are, as a share of the radius: σ. */
    private static final double ROUGH = 0.1;

    /** How many samples a stroke takes to begin or end, where it tapers. */
    private static final double TAPER = 4;

    private final PenPath path = new PenPath();
    private double[] blend = new double[8];
    private double[] xy = new double[64];

    /** One digit in this style. */
    Raster write(InkStyle style, InkRandom random) {
        path.clear();
        mix(style, random);
        double unsteady = UNSTEADY * (0.4 + 1.2 * random.uniform());
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
        if (xy.length < 2 * n) xy = new double[2 * n];
        double shiftX = s == 0 ? 0 : ASTRAY * random.normal();
        double shiftY = s == 0 ? 0 : ASTRAY * random.normal();
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
        hook(0, 1, random);
        path.curve(xy, n, corner, SPACING);
        hook(n - 1, n - 2, random);
        path.endStroke();
        tremor(random);
    }

    /** Lets a stroke's end fall short or go too far, along its last chord. */
    private void reach(int end, int before, InkRandom random) {
        double dx = xy[2 * end] - xy[2 * before];
        double dy = xy[2 * end + 1] - xy[2 * before + 1];
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length < 1e-6) return;
        double by = Math.max(-0.5 * length, REACH * random.normal()) / length;
        xy[2 * end] += by * dx;
        xy[2 * end + 1] += by * dy;
    }

    /** Now and then the pen touches down or leaves with a flick: a short line that turns back from the stroke's end. */
    private void hook(int end, int before, InkRandom random) {
        if (!random.chance(HOOKED)) return;
        double dx = xy[2 * before] - xy[2 * end];
        double dy = xy[2 * before + 1] - xy[2 * end + 1];
        double length = Math.sqrt(dx * dx + dy * dy) + 1e-6;
        double back = random.uniform(-0.3, 0.75);
        double aside = Math.sqrt(1 - back * back) * (random.chance(0.5) ? 1 : -1);
        double size = random.uniform(3, 10) / length;
        path.add(xy[2 * end] + size * (back * dx - aside * dy), xy[2 * end + 1] + size * (back * dy + aside * dx));
    }

    /** A fine unsteadiness of the last stroke, about as long as a few samples. */
    private void tremor(InkRandom random) {
        double strength = TREMOR * random.uniform();
        double x = 0;
        double y = 0;
        for (int i = path.starts[path.strokes - 1]; i < path.points; i++) {
            x = 0.6 * x + strength * random.normal();
            y = 0.6 * y + strength * random.normal();
            path.x[i] += x;
            path.y[i] += y;
        }
    }

    /** Bends the whole page smoothly: polynomials of the second and third degree, with coefficients as large as {@link #BENT}. */
    private void warp(InkRandom random) {
        double xForUU = BENT * random.normal();
        double xForUV = 1.6 * BENT * random.normal();
        double xForVV = BENT * random.normal();
        double xForVVV = BENT * random.normal();
        double yForUU = BENT * random.normal();
        double yForUV = BENT * random.normal();
        double yForVV = 2 * BENT * random.normal();
        double yForUUU = 0.6 * BENT * random.normal();
        for (int i = 0; i < path.points; i++) {
            double u = (path.x[i] - MIDDLE_X) / MIDDLE_Y;
            double v = (path.y[i] - MIDDLE_Y) / MIDDLE_Y;
            path.x[i] += xForUU * u * u + xForUV * u * v + xForVV * v * v + xForVVV * v * v * v;
            path.y[i] += yForUU * u * u + yForUV * u * v + yForVV * v * v + yForUUU * u * u * u;
        }
    }

    /** Breadth, slant and a slight turn of the page, around the skeleton's middle. */
    private void affine(InkStyle style, InkRandom random) {
        double breadth = style.breadth * (BREADTH + BREADTH_SPREAD * random.normal());
        double slant = style.slant + style.slantSpread * random.normal();
        double turn = TURN_SPREAD * random.normal();
        double cos = 1 - turn * turn / 2;
        for (int i = 0; i < path.points; i++) {
            double y = path.y[i] - MIDDLE_Y;
            double x = (path.x[i] - MIDDLE_X) * breadth - slant * y;
            path.x[i] = cos * x - turn * y;
            path.y[i] = turn * x + cos * y;
        }
    }

    /** Gives each sample the pen's radius: a width for the whole digit, a nib, and a pressure that drifts and may tail off at the ends. */
    private void press(InkStyle style, InkRandom random) {
        double width = style.pen * PEN * StrictMath.exp(PEN_SPREAD * random.normal());
        double nib = 0.12 * random.normal();
        double tilt = random.uniform(-1, 1);
        double lively = 0.12 * random.uniform();
        for (int s = 0; s < path.strokes; s++) {
            int from = path.starts[s];
            int to = path.starts[s + 1];
            double taperIn = random.chance(0.3) ? 0.5 * random.uniform() : 0;
            double taperOut = random.chance(0.4) ? 0.6 * random.uniform() : 0;
            double drift = random.normal();
            for (int i = from; i < to; i++) {
                drift = 0.85 * drift + 0.527 * random.normal();
                double start = Math.max(0, 1 - (i - from) / TAPER);
                double end = Math.max(0, 1 - (to - 1 - i) / TAPER);
                double pressure = 1 + nib * slope(i, from, to, tilt) + lively * drift + ROUGH * random.normal();
                path.radius[i] = width * Math.max(0.35, pressure * (1 - taperIn * start) * (1 - taperOut * end));
            }
        }
    }

    /** How well the stroke's direction at a sample agrees with the nib's: −1 to 1, the same forwards and backwards. */
    private double slope(int i, int from, int to, double tilt) {
        int a = Math.max(from, i - 1);
        int b = Math.min(to - 1, i + 1);
        double dx = path.x[b] - path.x[a];
        double dy = path.y[b] - path.y[a];
        return ((dx * dx - dy * dy) * tilt + 2 * dx * dy * (1 - Math.abs(tilt))) / (dx * dx + dy * dy + 1e-9);
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
