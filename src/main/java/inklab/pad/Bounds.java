package inklab.pad;

/** The smallest upright rectangle that holds all points of a drawing, and the mean pressure. */
record Bounds(double left, double top, double right, double bottom, double pressure) {
    /** The shortest side there is, in any unit: below it, one could not be divided by it. */
    static final double SMALLEST = 1e-30;

    /** @param drawing not blank */
    static Bounds of(Strokes drawing) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        double pressure = 0;
        int points = 0;
        for (Stroke stroke : drawing.strokes())
            for (PenPoint point : stroke.points()) {
                left = Math.min(left, point.x());
                right = Math.max(right, point.x());
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
                pressure += point.pressure();
                points++;
            }
        return new Bounds(left, top, right, bottom, pressure / points);
    }

    /** The longer side. */
    double side() {
        return Math.max(right - left, bottom - top);
    }

    double middleX() {
        return left + (right - left) / 2;
    }

    double middleY() {
        return top + (bottom - top) / 2;
    }

    /** Whether the drawing has no size but that of the rounding of its coordinates. */
    boolean isDot() {
        double largest = Math.max(Math.max(Math.abs(left), Math.abs(right)), Math.max(Math.abs(top), Math.abs(bottom)));
        return side() <= Math.max(SMALLEST, largest * 1e-12);
    }
}
