package inklab.net;

/** The characters of a notation, from left to right. Positions count from 0, columns of problems from 1. */
final class NotationScanner {
    /** Ends the reading of one layer; never leaves the parser. */
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Mistake(Problem problem) {
            super(problem.what(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** A run of letters. */
    record Word(String text) {
        /** Short enough for a sentence. */
        String shown() {
            return text.length() <= 20 ? text : text.substring(0, 20) + "…";
        }
    }

    private final String text;
    private int at;
    private int end;

    NotationScanner(String text) {
        this.text = text;
    }

    int length() {
        return text.length();
    }

    int at() {
        return at;
    }

    /** Behind the last character that was taken and is not a space. */
    int end() {
        return end;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean at(char c) {
        return !atEnd() && text.charAt(at) == c;
    }

    boolean atDigit() {
        return !atEnd() && isDigit(text.charAt(at));
    }

    boolean atLetter() {
        return !atEnd() && Character.isLetter(text.charAt(at));
    }

    boolean atDash() {
        return !atEnd() && "-–—−".indexOf(text.charAt(at)) >= 0;
    }

    boolean atCross() {
        return !atEnd() && "xX×".indexOf(text.charAt(at)) >= 0;
    }

    /** The character here, whole even where it takes two {@code char}s. */
    String character() {
        return new String(Character.toChars(text.codePointAt(at)));
    }

    /** Takes everything. */
    void finish() {
        at = text.length();
        end = at;
    }

    void skipSpace() {
        while (!atEnd() && isSpace(text.charAt(at))) at++;
    }

    boolean take(char c) {
        skipSpace();
        return at(c) && step();
    }

    boolean takeDash() {
        skipSpace();
        return atDash() && step();
    }

    boolean takeCross() {
        skipSpace();
        boolean cross = atCross() && step();
        if (cross) skipSpace();
        return cross;
    }

    boolean takeSlash() {
        return take('/');
    }

    boolean takeColon() {
        boolean colon = take(':');
        if (colon) skipSpace();
        return colon;
    }

    /** The letters from here, perhaps none. */
    Word word() {
        int from = at;
        while (atLetter()) at++;
        if (at > from) end = at;
        return new Word(text.substring(from, at));
    }

    /** A whole number from 0 to 2,147,483,647. */
    int integer() throws Mistake {
        skipSpace();
        int from = at;
        while (atDigit()) at++;
        if (at == from) throw mistake(from, "A number is missing here.", "Numbers are whole, and at least 1.");
        end = at;
        String digits = text.substring(from, at).replaceFirst("^0+(?=.)", "");
        if (digits.length() > 10 || Long.parseLong(digits) > Integer.MAX_VALUE)
            throw mistake(from, "This number is too large.", "At most " + Numbers.grouped(Integer.MAX_VALUE) + ".");
        return Integer.parseInt(digits);
    }

    /** A number such as {@code 0.5}, {@code 1e-5}. */
    double decimal() throws Mistake {
        int from = at;
        while (atDigit()) at++;
        int digits = at - from;
        if (at('.')) at++;
        int point = at;
        while (atDigit()) at++;
        digits += at - point;
        if (digits > 0 && (at('e') || at('E'))) exponent();
        end = at;
        String number = text.substring(from, at);
        if (digits == 0 || number.length() > 400 || Double.isInfinite(Double.parseDouble(number)))
            throw mistake(from, "This is not a number that can be used.", "Write it like 0.5.");
        return Double.parseDouble(number);
    }

    /** Takes {@code e-5} when digits follow; else leaves the letter for what comes. */
    private void exponent() {
        int from = at++;
        if (at('-') || at('+')) at++;
        int digits = at;
        while (atDigit()) at++;
        if (at == digits) at = from;
    }

    Mistake mistake(int position, String what, String how) {
        return new Mistake(Problem.atColumn(position + 1, what, how));
    }

    /** Goes to the dash, the closing parenthesis or the end that ends the layer here, over whole blocks. */
    void recover() {
        int open = 0;
        while (!atEnd()) {
            if (at('(')) open++;
            else if (open == 0 && (at(')') || atDash())) return;
            else if (at(')')) open--;
            boolean space = isSpace(text.charAt(at));
            at++;
            if (!space) end = at;
        }
    }

    private boolean step() {
        at++;
        end = at;
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
