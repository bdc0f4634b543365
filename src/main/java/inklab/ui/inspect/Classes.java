package inklab.ui.inspect;

import java.util.List;
import java.util.stream.IntStream;

/** The classes' names, as the images have them; numbered while those are not there. */
final class Classes {
    private final InspectViewModel model;

    Classes(InspectViewModel model) {
        this.model = model;
    }

    /** @param count how many the net tells apart */
    List<String> names(int count) {
        TestImages images = model.imagesProperty().get();
        if (images != null && images.set().classes().size() == count)
            return images.set().classes();
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
