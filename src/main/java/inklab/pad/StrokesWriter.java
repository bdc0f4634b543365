package inklab.pad;

import inklab.data.DataException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes drawings to {@code *.strokes.jsonl} files, as {@link StrokesReader} reads them. */
public final class StrokesWriter {
    private StrokesWriter() {}

    /** The drawing as one line, without the line's end. */
    public static String line(Strokes drawing) {
        StringBuilder to = new StringBuilder("{\"strokes\":[");
        String betweenStrokes = "";
        for (Stroke stroke : drawing.strokes()) {
            to.append(betweenStrokes).append('[');
            betweenStrokes = ",";
            String betweenPoints = "";
            for (PenPoint point : stroke.points()) {
                to.append(betweenPoints).append('[');
                betweenPoints = ",";
                number(to, point.x());
                number(to.append(','), point.y());
                if (point.pressure() != PenPoint.EVEN) number(to.append(','), point.pressure());
                to.append(']');
            }
            to.append(']');
        }
        to.append(']');
        drawing.label().ifPresent(label -> string(to.append(",\"label\":"), label));
        return to.append('}').toString();
    }

    /**
     * Writes all drawings, in place of what was in the file. Until all are written the file stays as it was.
     *
     * @throws DataException if that fails
     */
    public static void write(Path file, List<Strokes> drawings) throws DataException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        StringBuilder text = new StringBuilder();
        for (Strokes drawing : drawings) text.append(line(drawing)).append('\n');
        try (RandomAccessFile out = new RandomAccessFile(beside.toFile(), "rw")) {
            out.setLength(0);
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        try {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Adds a drawing at the end of the file, which is begun if it is not there.
     *
     * @throws DataException if that fails
     */
    public static void append(Path file, Strokes drawing) throws DataException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            long length = out.length();
            String before = "";
            if (length > 0) {
                out.seek(length - 1);
                if (out.read() != '\n') before = "\n";
            }
            out.write((before + line(drawing) + "\n").getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void number(StringBuilder to, double number) {
        if (number == Math.rint(number)) to.append((long) number);
        else to.append(number);
    }

    private static void string(StringBuilder to, String string) {
        to.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') to.append('\\').append(c);
            else if (c < ' ') to.append(String.format("\\u%04x", (int) c));
            else to.append(c);
        }
        to.append('"');
    }

    private static DataException unwritable(Path file, IOException e) {
        return new DataException(
                file + " cannot be written (" + e.getMessage() + "): check the folder and the room on its disk.", e);
    }
}
