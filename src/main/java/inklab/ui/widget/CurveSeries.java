package inklab.ui.widget;

/**
 * One curve of a {@link CurveChart}: its points and how it is drawn.
 *
 * @param name stands at the line's end, and in the hover tag
 * @param note under the name, quieter; empty for none
 * @param role the line's colour
 * @param width of the line in px, before the projector's factor
 * @param rings a ring on every point
 * @param dashed a baseline or what is yet to come
 * @param band the raw values' least and greatest behind the line
 * @param mono the name is a layer's code
 * @param span how many points smoothing runs over; 1 for none
 * @param best the x of the point with the solid dot; NaN for none
 */
public record CurveSeries(
        String name,
        String note,
        Role role,
        CurveData data,
        double width,
        boolean rings,
        boolean dashed,
        boolean band,
        boolean mono,
        int span,
        double best) {

    /** A plain line of 2 px. */
    public static CurveSeries line(String name, Role role, CurveData data) {
        return new CurveSeries(name, "", role, data, 2, false, false, false, false, 1, Double.NaN);
    }

    public CurveSeries withNote(String words) {
        return new CurveSeries(name, words, role, data, width, rings, dashed, band, mono, span, best);
    }

    /** A line of another width: the chosen one's is 2.5 to 3. */
    public CurveSeries withWidth(double px) {
        return new CurveSeries(name, note, role, data, px, rings, dashed, band, mono, span, best);
    }

    public CurveSeries withRings() {
        return new CurveSeries(name, note, role, data, width, true, dashed, band, mono, span, best);
    }

    public CurveSeries withDashes() {
        return new CurveSeries(name, note, role, data, width, rings, true, band, mono, span, best);
    }

    public CurveSeries withBand() {
        return new CurveSeries(name, note, role, data, width, rings, dashed, true, mono, span, best);
    }

    public CurveSeries withCode() {
        return new CurveSeries(name, note, role, data, width, rings, dashed, band, true, span, best);
    }

    /** Smoothed over so many points. */
    public CurveSeries smoothed(int points) {
        return new CurveSeries(name, note, role, data, width, rings, dashed, band, mono, Math.max(1, points), best);
    }

    /** With the solid dot on the point at x. */
    public CurveSeries withBest(double x) {
        return new CurveSeries(name, note, role, data, width, rings, dashed, band, mono, span, x);
    }
}
