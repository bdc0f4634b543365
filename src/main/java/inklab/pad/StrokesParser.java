package inklab.pad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one line {@code {"strokes":[[[x,y],…],…]}}, strictly: JSON as RFC 8259 has it, with the fields {@code strokes} and {@code label} alone, in
 * any order. A point may have a third number, the pressure.
 */
final class StrokesParser {
    /** What is wrong with a line, as the end of a sentence. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        /** @param message may quote the text, which must not break its line */
        Malformed(String message) {
            super(message.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "␤"), null, false, false);
        }
    }

    private final String text;
    private int at;

    private StrokesParser(String text) {
        this.text = text;
    }

    static Strokes parse(String line) throws Malformed {
        return new StrokesParser(line).drawing();
    }

    private Strokes drawing() throws Malformed {
        List<Stroke> strokes = null;
        Optional<String> label = Optional.empty();
        expect('{', "the line must begin with {\"strokes\":");
        if (!skip('}')) {
            do {
                int start = at;
                String field = string("a field's name in quotes");
                expect(':', "a colon must follow \"" + field + "\"");
                switch (field) {
                    case "strokes" -> {
                        if (strokes != null) throw new Malformed("there are two fields \"strokes\"");
                        strokes = strokes();
                    }
                    case "label" -> {
                        if (label.isPresent()) throw new Malformed("there are two fields \"label\"");
                        label = Optional.of(label());
                    }
                    default ->
                        throw new Malformed(
                                "the field at character " + (start + 1) + " is neither \"strokes\" nor \"label\"");
                }
            } while (skip(','));
            expect('}', "a comma or } must come here");
        }
        space();
        if (at < text.length()) throw new Malformed("there is more after the drawing's end" + here());
        if (strokes == null) throw new Malformed("the field \"strokes\" is missing");
        return new Strokes(strokes, label);
    }

    private List<Stroke> strokes() throws Malformed {
        List<Stroke> strokes = new ArrayList<>();
        expect('[', "\"strokes\" must be a list of strokes");
        if (skip(']')) return strokes;
        do strokes.add(stroke());
        while (skip(','));
        expect(']', "a comma or ] must come here");
        return strokes;
    }

    private Stroke stroke() throws Malformed {
        List<PenPoint> points = new ArrayList<>();
        expect('[', "a stroke must be a list of points");
        if (skip(']')) return new Stroke(points);
        do points.add(point());
        while (skip(','));
        expect(']', "a comma or ] must come here");
        return new Stroke(points);
    }

    private PenPoint point() throws Malformed {
        expect('[', "a point must be [x,y]");
        double x = number();
        expect(',', "a point needs two numbers");
        double y = number();
        double pressure = PenPoint.EVEN;
        if (skip(',')) {
            pressure = number();
            if (pressure < 0) throw new Malformed("a pressure is below 0" + here());
        }
        expect(']', "a point has two numbers, or three with the pressure, and then ]");
        return new PenPoint(x, y, pressure);
    }

    private double number() throws Malformed {
        space();
        int start = at;
        peekAnd('-');
        int whole = at;
        int digits = digits();
        boolean good = digits == 1 || (digits > 1 && text.charAt(whole) != '0');
        if (good && peekAnd('.')) good = digits() > 0;
        if (good && (peekAnd('e') || peekAnd('E'))) {
            if (!peekAnd('+')) peekAnd('-');
            good = digits() > 0;
        }
        if (!good) {
            at = start;
            throw new Malformed("a number must come here" + here());
        }
        double number = Double.parseDouble(text.substring(start, at));
        if (!(Math.abs(number) <= PenPoint.LIMIT)) {
            at = start;
            throw new Malformed("a number is beyond a thousand million" + here());
        }
        return number;
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        return at - start;
    }

    /** A class's name, or its number. */
    private String label() throws Malformed {
        space();
        if (at < text.length() && text.charAt(at) == '"') return string("the label");
        int start = at;
        int digits = digits();
        if (digits < 1 || digits > 9 || (digits > 1 && text.charAt(start) == '0')) {
            at = start;
            throw new Malformed("\"label\" must be a class's name in quotes or its number" + here());
        }
        return text.substring(start, at);
    }

    private String string(String what) throws Malformed {
        expect('"', what + " must come here");
        StringBuilder string = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') return string.toString();
            if (c < ' ') throw new Malformed("a control character stands in quotes" + here());
            string.append(c == '\\' ? escape() : c);
        }
        throw new Malformed("a quotation mark is missing");
    }

    private char escape() throws Malformed {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Malformed("a backslash is followed by what JSON does not know" + here());
        };
    }

    private char unicode() throws Malformed {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) throw new Malformed("\\u needs four hexadecimal digits" + here());
            code = 16 * code + digit;
            at++;
        }
        return (char) code;
    }

    private void expect(char c, String otherwise) throws Malformed {
        if (!skip(c)) throw new Malformed(otherwise + here());
    }

    private boolean skip(char c) {
        space();
        return peekAnd(c);
    }

    private boolean peekAnd(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private String here() {
        return at < text.length() ? " (character " + (at + 1) + ")" : " (the line ends too early)";
    }
}
