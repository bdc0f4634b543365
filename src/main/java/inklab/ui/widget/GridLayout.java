package inklab.ui.widget;

/** Where the cells of a wall stand: rows of equal cells with equal gaps, filled from the top left. All in px. */
record GridLayout(int count, int columns, double cellWidth, double cellHeight, double gapX, double gapY) {
    GridLayout {
        if (columns < 1) throw new IllegalArgumentException(columns + " columns");
    }

    int rows() {
        return (count + columns - 1) / columns;
    }

    double x(int cell) {
        return cell % columns * (cellWidth + gapX);
    }

    double y(int cell) {
        int row = cell / columns;
        return row * (cellHeight + gapY);
    }

    double width() {
        return columns * (cellWidth + gapX) - gapX;
    }

    double height() {
        return count == 0 ? 0 : rows() * (cellHeight + gapY) - gapY;
    }

    /** The row, from 0, at a height. */
    int row(double y) {
        return (int) (y / (cellHeight + gapY));
    }

    /** The cell under a point, or −1. The gaps belong to no cell. */
    int at(double x, double y) {
        if (x < 0 || y < 0) return -1;
        int column = (int) (x / (cellWidth + gapX));
        int row = row(y);
        if (column >= columns || x - column * (cellWidth + gapX) >= cellWidth) return -1;
        if (y - row * (cellHeight + gapY) >= cellHeight) return -1;
        int cell = row * columns + column;
        return cell < count ? cell : -1;
    }

    /** The cell that lies so many columns and rows away, held within the wall; from nowhere (−1) one comes to the first cell. */
    int moved(int from, int dx, int dy) {
        if (count == 0) return -1;
        if (from < 0) return 0;
        int along = Math.max(0, Math.min(count - 1, from + dx));
        int there = along + dy * columns;
        if (there < 0 || (dy > 0 && there / columns >= rows())) return along;
        return Math.min(count - 1, there);
    }
}
