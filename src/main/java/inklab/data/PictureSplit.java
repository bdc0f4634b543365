package inklab.data;

import inklab.data.PictureFolder.PictureClass;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Deals pictures out to training, validation and test: a sixth each for the last two. Where a picture goes depends on the names of
 * its class and file alone, so that it stays there when others are added or the folder is moved.
 */
final class PictureSplit {
    /** What a picture is for. */
    enum Part {
        TRAIN,
        VALIDATION,
        TEST
    }

    private static final double TEST_SHARE = 1 / 6.0;
    private static final double VALIDATION_SHARE = 1 / 6.0;

    private PictureSplit() {}

    /** A picture of the class with this label. */
    record Item(Path file, int label, double place) {}

    /**
     * Deals.
     *
     * @param validation how many validation pictures at most; the others train
     * @return the parts, each in an order that mixes the classes; all of a class's pictures train where none would
     */
    static Map<Part, List<Item>> split(List<PictureClass> classes, int validation) {
        Map<Part, List<Item>> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) parts.put(part, new ArrayList<>());
        for (int label = 0; label < classes.size(); label++) {
            Map<Part, List<Item>> own = new EnumMap<>(Part.class);
            for (Path file : classes.get(label).pictures()) {
                double place =
                        place(classes.get(label).name(), file.getFileName().toString());
                own.computeIfAbsent(part(place), p -> new ArrayList<>()).add(new Item(file, label, place));
            }
            boolean tooFew = !own.containsKey(Part.TRAIN);
            own.forEach((part, items) -> parts.get(tooFew ? Part.TRAIN : part).addAll(items));
        }
        parts.values()
                .forEach(items -> items.sort(Comparator.comparingDouble(Item::place)
                        .thenComparingInt(Item::label)
                        .thenComparing(Item::file)));
        List<Item> held = parts.get(Part.VALIDATION);
        if (held.size() > validation) {
            List<Item> surplus = held.subList(validation, held.size());
            parts.get(Part.TRAIN).addAll(surplus);
            surplus.clear();
        }
        return parts;
    }

    private static Part part(double place) {
        if (place < TEST_SHARE) return Part.TEST;
        return place < TEST_SHARE + VALIDATION_SHARE ? Part.VALIDATION : Part.TRAIN;
    }

    /** A number from 0 to 1 that is the picture's own. */
    private static double place(String className, String file) {
        // macOS writes an é as two characters, others as one.
        String name = Normalizer.normalize(className + "/" + file, Normalizer.Form.NFC);
        byte[] hash = Checksums.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1p-53;
    }
}
