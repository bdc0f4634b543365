package inklab.ui;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/** The file that {@link Settings} are kept in: {@code window.properties} in the user's configuration folder. */
public final class SettingsFile {
    private final Path file;

    public SettingsFile(Path folder) {
        file = folder.resolve("window.properties");
    }

    /** The settings; those of the first start where there are none, or none that can be read. */
    public Settings read() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            return Settings.FIRST;
        }
        return Settings.of(properties);
    }

    /** Writes beside, flushes, and moves into place: the file is as before or complete. */
    public void write(Settings settings) throws IOException {
        StringWriter text = new StringWriter();
        settings.toProperties().store(text, null);
        Files.createDirectories(file.getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) out.write(bytes);
            out.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
