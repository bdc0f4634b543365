package inklab.pad;

import inklab.data.DataException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the drawings of a {@code *.strokes.jsonl} file one after another: a line {@code {"strokes":[[[x,y],…],…]}} each, UTF-8, empty
 * lines skipped. A point may have a third number, the pressure, and a drawing a {@code "label"}. Never holds more than one line.
 */
public final class StrokesReader implements Closeable {
    /** The longest line, in characters: about 50,000 points. */
    public static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final BufferedReader text;
    private final StringBuilder buffer = new StringBuilder();
    private int line;

    /**
     * Opens a file.
     *
     * @throws DataException if it cannot be read
     */
    public StrokesReader(Path file) throws DataException {
        this.file = file;
        try {
            text = Files.newBufferedReader(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The next drawing, or nothing at the file's end.
     *
     * @throws DataException if the file cannot be read on, or the line is not a drawing; says which line and what to do
     */
    public Optional<Strokes> next() throws DataException {
        while (nextLine()) {
            String drawing = buffer.toString();
            if (drawing.isBlank()) continue;
            try {
                return Optional.of(StrokesParser.parse(drawing));
            } catch (StrokesParser.Malformed e) {
                throw wrong(e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** The number of the line that the last drawing was on, from 1. */
    public int line() {
        return line;
    }

    private boolean nextLine() throws DataException {
        buffer.setLength(0);
        line++;
        try {
            for (int c = text.read(); c >= 0; c = text.read()) {
                if (c == '\n') return true;
                if (c == '\uFEFF' && line == 1 && buffer.length() == 0) continue;
                if (buffer.length() == LONGEST_LINE) throw wrong("the line is longer than a million characters");
                buffer.append((char) c);
            }
        } catch (CharacterCodingException e) {
            throw new DataException(file + " is not UTF-8 text: save it as UTF-8.", e);
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
        return buffer.length() > 0;
    }

    private DataException wrong(String what) {
        return new DataException(file + ", line " + line + ": " + what
                + "; mend or remove the line, a drawing is written {\"strokes\":[[[x,y],[x,y]],[[x,y]]]}.");
    }

    private DataException unreadable(IOException e) {
        if (e instanceof NoSuchFileException)
            return new DataException(file + " does not exist: check the name of the file with the strokes.", e);
        if (e instanceof AccessDeniedException)
            return new DataException(file + " may not be read: give yourself the right to read it.", e);
        return new DataException(file + " cannot be read (" + e.getMessage() + "): check the file and its disk.", e);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
