package inklab.ui.inspect;

/**
 * Which unit is looked at. What the lens found for it stays while one walks through the epochs; another image has its own place, unless
 * somebody chose one.
 */
final class UnitChoice {
    private Unit unit;
    private boolean chosen;
    private boolean placed;

    /** Null for the one that stands out most. */
    Unit get() {
        return unit;
    }

    /** Nothing is chosen: another net. */
    void clear() {
        unit = null;
        chosen = false;
        placed = false;
    }

    void choose(Unit wanted) {
        unit = wanted;
        chosen = true;
        placed = wanted.isPlaced();
    }

    /** The lens has settled what was left open. */
    void settle(Unit found) {
        if (unit == null || !unit.isPlaced()) unit = found;
    }

    /**
     * Another image is looked at.
     *
     * @param first whether there was none before: what stood out on blank paper is nobody's choice
     */
    void turnToImage(boolean first) {
        if (placed || unit == null) return;
        unit = first && !chosen ? null : Unit.of(unit.layer(), unit.map());
    }

    /** The unit so many rows and columns away in the same map, held within it. */
    static Unit moved(UnitLook from, int down, int across) {
        Unit at = from.unit();
        int rows = from.layer().shape().height();
        int columns = from.layer().shape().width();
        return at.at(
                Math.max(0, Math.min(rows - 1, at.row() + down)),
                Math.max(0, Math.min(columns - 1, at.column() + across)));
    }
}
