package inklab.distort;

/**
 * Applies one {@link Distortion} to images of one shape. What it makes of an image is a function of the image and its {@link Draw} alone,
 * bit for bit, in any order and on any thread. It keeps working memory, so it serves one thread at a time; {@link #twin()} gives another
 * for another thread.
 */
public final class Distorter {
    /** Adding and taking away this number rounds a float below 2²² to a whole one; the compiler can do many at once that way. */
    private static final float ROUND = 0x1.8p23f;

    /** Bytes as floats; looking them up is faster than converting them one by one. */
    private static final float[] BYTES = new float[256];

    static {
        for (int b = 0; b < 256; b++) BYTES[b] = b;
    }

    private final Distortion distortion;
    private final Frame frame;
    private final ElasticField field;
    /** Each pixel's place from the middle of the image. */
    private final float[] fromMiddleX;

    private final float[] fromMiddleY;

    private final ElasticField.Hand hand;
    private long fieldKey;
    private boolean fieldDrawn;
    private final float[] dx;
    private final float[] dy;
    private final float[] corner;
    private final float[] shareX;
    private final float[] shareY;

    /** One plane of the source within a border, and the same one row up: four neighbours by two indices. */
    private final int line;

    private final float[] plane;
    private final float[] below;

    /** For images of this shape, 0 to 1. */
    public Distorter(Distortion distortion, int channels, int height, int width) {
        this(distortion, Frame.of(channels, height, width));
    }

    /** From and to such pixels. */
    public Distorter(Distortion distortion, Frame frame) {
        this(
                distortion,
                frame,
                distortion.elastic().isNone()
                        ? null
                        : new ElasticField(distortion.elastic(), frame.height(), frame.width()));
    }

    private Distorter(Distortion distortion, Frame frame, ElasticField field) {
        this.distortion = distortion;
        this.frame = frame;
        this.field = field;
        int pixels = frame.height() * frame.width();
        hand = field == null ? null : field.hand();
        dx = new float[pixels];
        dy = new float[pixels];
        corner = new float[pixels];
        shareX = new float[pixels];
        shareY = new float[pixels];
        fromMiddleX = new float[pixels];
        fromMiddleY = new float[pixels];
        for (int p = 0; p < pixels; p++) {
            fromMiddleX[p] = p % frame.width() - (frame.width() - 1) / 2f;
            fromMiddleY[p] = Math.floorDiv(p, frame.width()) - (frame.height() - 1) / 2f;
        }
        line = frame.sourceWidth() + 3;
        plane = new float[line * (frame.sourceHeight() + 3)];
        below = new float[plane.length];
    }

    /** What it does. */
    public Distortion distortion() {
        return distortion;
    }

    /** From which pixels to which. */
    public Frame frame() {
        return frame;
    }

    /** Another one that does the same, for another thread. */
    public Distorter twin() {
        return new Distorter(distortion, frame, field);
    }

    /**
     * Distorts an image.
     *
     * @param source {@code [channels, source height, source width]} from {@code from} on, 0–255
     * @param target {@code [channels, height, width]} from {@code to} on, written in the frame's range
     * @param draw what the random numbers depend on
     */
    public void apply(byte[] source, int from, float[] target, int to, Draw draw) {
        Placement placement = Placement.of(distortion, draw);
        locate(placement, draw);
        int pixels = frame.height() * frame.width();
        int sourcePixels = frame.sourceHeight() * frame.sourceWidth();
        // Divided, not multiplied by the inverse: the very numbers that an undistorted image is given elsewhere.
        float step = 255 / (frame.high() - frame.low());
        for (int c = 0; c < frame.channels(); c++) {
            load(source, from + c * sourcePixels, placement.flip());
            sample(plane, below, corner, shareX, shareY, target, to + c * pixels, pixels);
            if (distortion.noise() == 0) range(target, to + c * pixels, step, frame.low(), pixels);
        }
        if (distortion.noise() != 0) noise(target, to, draw.key(Draw.Purpose.PIXEL_NOISE), step);
    }

    /** How far the pixels of the image with this draw are moved. */
    public Displacement displacement(Draw draw) {
        Placement p = Placement.of(distortion, draw);
        draw(draw);
        float[] x = new float[dx.length];
        float[] y = new float[dy.length];
        double shiftX = p.xx() * p.shiftX() + p.xy() * p.shiftY();
        double shiftY = p.yx() * p.shiftX() + p.yy() * p.shiftY();
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (dx[i] + (p.xx() - 1) * fromMiddleX[i] + p.xy() * fromMiddleY[i] - shiftX);
            y[i] = (float) (dy[i] + p.yx() * fromMiddleX[i] + (p.yy() - 1) * fromMiddleY[i] - shiftY);
        }
        return new Displacement(frame.width(), frame.height(), x, y);
    }

    /** Puts the elastic field into dx and dy, unless it is there already. */
    private void draw(Draw draw) {
        if (hand == null) return;
        long key = draw.key(
                distortion.elastic().field() == Elastic.Field.PER_BATCH
                        ? Draw.Purpose.SHARED_FIELD
                        : Draw.Purpose.FIELD);
        if (fieldDrawn && key == fieldKey) return;
        hand.draw(key, dx, dy);
        fieldKey = key;
        fieldDrawn = true;
    }

    /** For each pixel, the upper left one of the four that it is read between, and the shares of the right and the lower ones. */
    private void locate(Placement p, Draw draw) {
        draw(draw);
        double shiftX = p.xx() * p.shiftX() + p.xy() * p.shiftY();
        double shiftY = p.yx() * p.shiftX() + p.yy() * p.shiftY();
        // The plane's border of one pixel is what the 1 is for.
        float middleX = (float) ((frame.width() - 1) / 2.0 - frame.left() + 1 - shiftX);
        float middleY = (float) ((frame.height() - 1) / 2.0 - frame.top() + 1 - shiftY);
        int n = dx.length;
        float xx = (float) p.xx();
        float xy = (float) p.xy();
        float yx = (float) p.yx();
        float yy = (float) p.yy();
        float edge = frame.channels() == 3 ? 1 : 0;
        place(shareX, dx, fromMiddleX, fromMiddleY, xx, xy, middleX, n);
        split(corner, shareX, edge, frame.sourceWidth() + 1 - edge, n);
        place(shareY, dy, fromMiddleX, fromMiddleY, yx, yy, middleY, n);
        splitOn(corner, shareY, edge, frame.sourceHeight() + 1 - edge, line, n);
    }

    private static void place(float[] to, float[] d, float[] x, float[] y, float ax, float ay, float b, int n) {
        for (int i = 0; i < n; i++) to[i] = d[i] + (ax * x[i] + ay * y[i] + b);
    }

    /** Cuts a coordinate within bounds into a whole number and the rest; a rest of 1 is as good as the next number and 0. */
    private static void split(float[] whole, float[] rest, float low, float high, int n) {
        for (int i = 0; i < n; i++) {
            float s = Math.min(Math.max(rest[i], low), high);
            float floor = (s - 0.5f + ROUND) - ROUND;
            whole[i] = floor;
            rest[i] = s - floor;
        }
    }

    /** The same for the other coordinate, whose whole numbers are lines of the plane. */
    private static void splitOn(float[] index, float[] rest, float low, float high, float line, int n) {
        for (int i = 0; i < n; i++) {
            float s = Math.min(Math.max(rest[i], low), high);
            float floor = (s - 0.5f + ROUND) - ROUND;
            index[i] = index[i] + floor * line;
            rest[i] = s - floor;
        }
    }

    private void load(byte[] source, int from, boolean flip) {
        int w = frame.sourceWidth();
        int h = frame.sourceHeight();
        for (int y = 0; y < h; y++) {
            int at = (y + 1) * line + 1;
            if (flip) for (int x = 0; x < w; x++) plane[at + x] = BYTES[source[from + y * w + w - 1 - x] & 0xFF];
            else row(source, from + y * w, plane, at, w);
        }
        System.arraycopy(plane, line, below, 0, plane.length - line);
    }

    private static void row(byte[] from, int at, float[] to, int toAt, int n) {
        for (int x = 0; x < n; x++) to[toAt + x] = BYTES[from[at + x] & 0xFF];
    }

    /** Reads between four pixels. All arithmetic is on whole numbers where nothing was moved, so that comes out exactly. */
    private static void sample(
            float[] plane, float[] below, float[] corner, float[] shareX, float[] shareY, float[] to, int at, int n) {
        for (int p = 0; p < n; p++) {
            int i = (int) corner[p];
            float x = shareX[p];
            float a = plane[i];
            float c = below[i];
            float upper = a + x * (plane[i + 1] - a);
            float lower = c + x * (below[i + 1] - c);
            to[at + p] = upper + shareY[p] * (lower - upper);
        }
    }

    private static void range(float[] values, int at, float step, float low, int n) {
        for (int i = 0; i < n; i++) values[at + i] = values[at + i] / step + low;
    }

    private void noise(float[] values, int at, long key, float step) {
        float sigma = (float) (255 * distortion.noise());
        for (int i = 0; i < frame.size(); i++) {
            float v = values[at + i] + sigma * CounterRandom.normal(key, i);
            values[at + i] = Math.min(Math.max(v, 0), 255) / step + frame.low();
        }
    }
}
