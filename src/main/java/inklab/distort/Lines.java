package inklab.distort;

/**
 * The arithmetic along lines of pixels that distortion spends its time in, each a loop so plain that the compiler turns it into vector
 * instructions: few terms, arrays walked forwards one by one. Longer bodies stay scalar and take four times as long.
 */
final class Lines {
    private Lines() {}

    /** {@code to[at + i] = u·a[i] + v·b[i] + w·c[i] + x·d[i]} for i below n. */
    static void sum(
            float[] to, int at, float[] a, float[] b, float[] c, float[] d, float u, float v, float w, float x, int n) {
        for (int i = 0; i < n; i++) to[at + i] = u * a[i] + v * b[i] + w * c[i] + x * d[i];
    }

    /** The same, added to what is there. */
    static void add(
            float[] to, int at, float[] a, float[] b, float[] c, float[] d, float u, float v, float w, float x, int n) {
        for (int i = 0; i < n; i++) to[at + i] = to[at + i] + u * a[i] + v * b[i] + w * c[i] + x * d[i];
    }

    /** {@code to[plus + i] = a[at + i] + b[at + i]}, {@code to[minus + i] = a[at + i] − b[at + i]}. */
    static void butterfly(float[] to, int plus, int minus, float[] a, float[] b, int at, int n) {
        for (int i = 0; i < n; i++) {
            float sum = a[at + i] + b[at + i];
            float difference = a[at + i] - b[at + i];
            to[plus + i] = sum;
            to[minus + i] = difference;
        }
    }

    /** Σ a[i]·b[at + i], in an order of its own. */
    static float dot(float[] a, float[] b, int at, int n) {
        float s = 0;
        float t = 0;
        float u = 0;
        float v = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s += a[i] * b[at + i];
            t += a[i + 1] * b[at + i + 1];
            u += a[i + 2] * b[at + i + 2];
            v += a[i + 3] * b[at + i + 3];
        }
        for (; i < n; i++) s += a[i] * b[at + i];
        return s + t + (u + v);
    }
}
