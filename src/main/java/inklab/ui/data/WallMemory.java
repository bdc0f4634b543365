package inklab.ui.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Which class each data set's wall is filtered by and how it is shuffled, kept from one start to the next. */
final class WallMemory {
    /**
     * How one wall hangs.
     *
     * @param label the class that is shown alone; −1 for all
     */
    record Hanging(int label, long seed) {
        static final Hanging FIRST = new Hanging(-1, 7);
    }

    private final Path file;
    private final Map<String, Hanging> hangings = new ConcurrentHashMap<>();

    /** @param file need not exist */
    WallMemory(Path file) {
        this.file = file;
    }

    /** What was remembered; one that cannot be read is no memory. */
    void read() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            return;
        }
        for (String id : properties.stringPropertyNames()) {
            String[] parts = properties.getProperty(id).split(" ", -1);
            if (parts.length != 2) continue;
            try {
                Hanging read = new Hanging(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
                hangings.putIfAbsent(id, read);
            } catch (NumberFormatException e) {
                // A line that is none of ours is no memory either.
            }
        }
    }

    Hanging of(String id) {
        return hangings.getOrDefault(id, Hanging.FIRST);
    }

    void set(String id, Hanging hanging) {
        hangings.put(id, hanging);
    }

    /** Writes beside, then moves into place; what cannot be written is not remembered, which costs a click. */
    void write() {
        Properties properties = new Properties();
        hangings.forEach((id, hanging) -> properties.setProperty(id, hanging.label() + " " + hanging.seed()));
        StringWriter text = new StringWriter();
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            properties.store(text, null);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(beside, text.toString());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException forgotten) {
            // As it was before.
        }
    }
}
