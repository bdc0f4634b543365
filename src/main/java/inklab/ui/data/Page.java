package inklab.ui.data;

import inklab.ui.widget.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of the wall that is in sight.
 *
 * @param ask what it was asked for
 * @param cells the pictures, in the order in which they hang
 */
record Page(Ask ask, List<Cell> cells) {
    /** What is asked for: so many pictures of a wall, from one place in its order on. */
    static final class Ask {
        private final Images images;
        private final int[] order;
        private final int first;
        private final int room;

        /**
         * @param order the training images in the order of the wall; not changed afterwards
         * @param first where in it the page begins
         * @param room how many fit
         */
        Ask(Images images, int[] order, int first, int room) {
            this.images = images;
            this.order = order;
            this.first = first;
            this.room = room;
        }

        int first() {
            return first;
        }
    }

    /**
     * @param index of the training image
     * @param fault why it cannot be shown, one sentence; empty when it can
     */
    record Cell(int index, Picture picture, String fault) {}

    static final Page NONE = new Page(null, List.of());

    /** Takes the pictures off the wall's list; on a worker. One that cannot be read stays blank, and says why. */
    static Page of(Ask ask) {
        List<Cell> cells = new ArrayList<>();
        int last = Math.min(ask.order.length, ask.first + ask.room);
        for (int i = ask.first; i < last; i++) {
            int index = ask.order[i];
            try {
                cells.add(new Cell(index, ask.images.picture(index), ""));
            } catch (IOException fault) {
                cells.add(new Cell(index, Picture.blank(1, 1), String.valueOf(fault.getMessage())));
            }
        }
        return new Page(ask, cells);
    }

    int total() {
        return ask == null ? 0 : ask.order.length;
    }
}
