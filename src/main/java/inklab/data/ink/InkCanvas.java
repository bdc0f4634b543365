package inklab.data.ink;

/**
 * Draws pen lines with anti-aliasing. A line is a row of capsules: the area within a radius of a segment, where the radius may change from
 * one end to the other. A pixel's ink is the overlap, across the line, of the line with the pixel's unit width: exact for upright lines, and within a
 * twentieth of a pixel along the edge for all others. Where capsules meet, the darker counts. Only additions, products and square roots: the
 * same bits on every machine. For one thread at a time.
 */
public final class InkCanvas {
    private final int width;
    private final int height;
    private final float[] ink;

    /** A blank canvas. The pixel in column x and row y has its middle at (x + ½, y + ½). */
    public InkCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.ink = new float[width * height];
    }

    /** Draws the capsule from (x0, y0) with radius r0 to (x1, y1) with radius r1; all in pixels. What lies outside is cut off. */
    public void line(double x0, double y0, double r0, double x1, double y1, double r1) {
        double reach = Math.max(r0, r1) + 0.5;
        int left = Math.max(0, (int) Math.ceil(Math.min(x0, x1) - reach - 0.5));
        int right = Math.min(width - 1, (int) Math.floor(Math.max(x0, x1) + reach - 0.5));
        int top = Math.max(0, (int) Math.ceil(Math.min(y0, y1) - reach - 0.5));
        int bottom = Math.min(height - 1, (int) Math.floor(Math.max(y0, y1) + reach - 0.5));
        float ax = (float) x0;
        float ay = (float) y0;
        float dx = (float) (x1 - x0);
        float dy = (float) (y1 - y0);
        float square = dx * dx + dy * dy;
        float inverse = square > 1e-12f ? 1 / square : 0;
        float ra = (float) r0;
        float dr = (float) (r1 - r0);
        float reachSquare = (float) (reach * reach);
        for (int y = top; y <= bottom; y++) {
            float py = y + 0.5f - ay;
            int row = y * width;
            for (int x = left; x <= right; x++) {
                float before = ink[row + x];
                if (before >= 1) continue;
                float px = x + 0.5f - ax;
                float t = (px * dx + py * dy) * inverse;
                t = t < 0 ? 0 : t > 1 ? 1 : t;
                float ex = px - t * dx;
                float ey = py - t * dy;
                float distanceSquare = ex * ex + ey * ey;
                if (distanceSquare >= reachSquare) continue;
                float r = ra + t * dr;
                float inside = r - 0.5f;
                if (inside > 0 && distanceSquare <= inside * inside) {
                    ink[row + x] = 1;
                    continue;
                }
                float distance = (float) Math.sqrt(distanceSquare);
                float covered = r + 0.5f - distance;
                if (covered > 2 * r) covered = 2 * r;
                if (covered > before) ink[row + x] = covered;
            }
        }
    }

    /** What has been drawn so far. */
    public Raster toRaster() {
        return new Raster(width, height, ink.clone());
    }

    /** The pixels as a picture; the canvas must not be drawn on afterwards. */
    Raster finish() {
        return new Raster(width, height, ink);
    }
}
