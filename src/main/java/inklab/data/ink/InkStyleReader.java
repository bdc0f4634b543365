package inklab.data.ink;

import inklab.data.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a digit's writing styles from plain text. A line is a comment ({@code #}), or one of
 *
 * <pre>
 * slant MEAN SPREAD      of the styles that follow, as a share of the height
 * pen FACTOR             their mean pen width, in relation to all digits
 * breadth FACTOR         their mean breadth, likewise
 * style NAME WEIGHT      begins a style and its first variant
 * variant                begins a further variant of the same style
 * stroke X,Y X,Y! …      a pen stroke, a smooth curve through the points; ! marks a corner
 * </pre>
 */
final class InkStyleReader {
    private final String file;
    private final List<InkStyle> styles = new ArrayList<>();
    private double slant;
    private double slantSpread;
    /** Whether a style has begun. */
    private boolean open;

    private double pen = 1;
    private double breadth = 1;
    private double weight;
    private List<List<double[]>> variants = new ArrayList<>();
    private List<boolean[]> corners = new ArrayList<>();
    private int line;

    private InkStyleReader(String file) {
        this.file = file;
    }

    /**
     * Reads the styles of a digit.
     *
     * @param file the name to say in errors
     * @throws IOException if the text cannot be read, or one of its lines is wrong
     */
    static List<InkStyle> read(String file, InputStream text) throws IOException {
        InkStyleReader reader = new InkStyleReader(file);
        BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) reader.line(line.strip());
        reader.endStyle();
        if (reader.styles.isEmpty()) throw reader.wrong("there is no style");
        return List.copyOf(reader.styles);
    }

    private void line(String text) throws IOException {
        line++;
        if (text.isEmpty() || text.startsWith("#")) return;
        String[] words = text.split("\\s+");
        switch (words[0]) {
            case "slant" -> {
                expect(words, 3);
                endStyle();
                slant = number(words[1]);
                slantSpread = number(words[2]);
            }
            case "pen" -> {
                expect(words, 2);
                endStyle();
                pen = number(words[1]);
            }
            case "breadth" -> {
                expect(words, 2);
                endStyle();
                breadth = number(words[1]);
            }
            case "style" -> {
                expect(words, 3);
                endStyle();
                open = true;
                weight = number(words[2]);
                if (!(weight > 0)) throw wrong("a style's weight must be above 0");
                variants.add(new ArrayList<>());
            }
            case "variant" -> {
                expect(words, 1);
                if (!open) throw wrong("a variant must follow a style");
                checkVariant();
                variants.add(new ArrayList<>());
            }
            case "stroke" -> stroke(words);
            default -> throw wrong("\"" + words[0] + "\" is not slant, pen, breadth, style, variant or stroke");
        }
    }

    private void stroke(String[] words) throws IOException {
        if (!open) throw wrong("a stroke must follow a style");
        int points = words.length - 1;
        if (points < 2) throw wrong("a stroke needs two points at least");
        double[] xy = new double[2 * points];
        boolean[] corner = new boolean[points];
        for (int i = 0; i < points; i++) {
            String word = words[i + 1];
            corner[i] = word.endsWith("!");
            String[] pair = (corner[i] ? word.substring(0, word.length() - 1) : word).split(",", -1);
            if (pair.length != 2) throw wrong("\"" + word + "\" is not X,Y or X,Y!");
            xy[2 * i] = number(pair[0]);
            xy[2 * i + 1] = number(pair[1]);
        }
        List<double[]> variant = variants.get(variants.size() - 1);
        variant.add(xy);
        if (variants.size() == 1) {
            corners.add(corner);
            return;
        }
        int stroke = variant.size() - 1;
        if (stroke >= corners.size() || !Arrays.equals(corners.get(stroke), corner))
            throw wrong("every variant needs the strokes, points and corners of the first");
    }

    private void checkVariant() throws IOException {
        if (variants.get(variants.size() - 1).size() != corners.size() || corners.isEmpty())
            throw wrong("every variant needs the strokes of the first, and one at least");
    }

    private void endStyle() throws IOException {
        if (!open) return;
        checkVariant();
        double[][][] skeletons = new double[variants.size()][][];
        for (int i = 0; i < skeletons.length; i++)
            skeletons[i] = variants.get(i).toArray(double[][]::new);
        styles.add(
                new InkStyle(weight, slant, slantSpread, pen, breadth, skeletons, corners.toArray(boolean[][]::new)));
        open = false;
        variants = new ArrayList<>();
        corners = new ArrayList<>();
    }

    private void expect(String[] words, int count) throws IOException {
        if (words.length != count) throw wrong("\"" + words[0] + "\" takes " + (count - 1) + " values");
    }

    private double number(String word) throws IOException {
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number)) return number;
        } catch (NumberFormatException e) {
            // Falls through to the one sentence below.
        }
        throw wrong("\"" + word + "\" is not a number");
    }

    private DataException wrong(String what) {
        return new DataException(
                file + ", line " + line + ": " + what + "; restore the file from a fresh copy of Inklab.");
    }
}
