package inklab.net;

import java.util.List;

/**
 * A user's mistake, as a value: shown on the field or layer that it belongs to.
 *
 * @param where the path of the field, such as {@code training.batch}; layer i of the net is {@code net[i]}, and layer j of a residual
 *     block there {@code net[i].body[j]}; a place in the notation is {@code net:17}, columns counted from 1
 * @param what what is wrong, one sentence
 * @param how how to mend it, one sentence; may be empty
 * @param severity whether it can be trained all the same
 */
public record Problem(String where, String what, String how, Severity severity) {
    /** How bad it is. */
    public enum Severity {
        /** Nothing can be trained before this is mended. */
        ERROR,
        /** It works, but probably not as meant. */
        WARNING
    }

    /** An error. */
    public Problem(String where, String what, String how) {
        this(where, what, how, Severity.ERROR);
    }

    /** Something that works, but probably not as meant. */
    public static Problem warning(String where, String what, String how) {
        return new Problem(where, what, how, Severity.WARNING);
    }

    /** An error of the layer with this index (from 0, the input not counted). */
    public static Problem atLayer(int index, String what, String how) {
        return new Problem("net[" + index + "]", what, how);
    }

    /** An error in the text of the notation, at this column, counted from 1. */
    public static Problem atColumn(int column, String what, String how) {
        return new Problem("net:" + column, what, how);
    }

    /** Whether any of these is an error. */
    public static boolean anyError(List<Problem> problems) {
        return problems.stream().anyMatch(Problem::isError);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The index of the top-level layer this belongs to, or −1 when it is not about a layer. */
    public int layer() {
        return where.startsWith("net[") ? number(4) : -1;
    }

    /** The column of the notation this belongs to, from 1, or −1 when it is not about the notation's text. */
    public int column() {
        return where.startsWith("net:") ? number(4) : -1;
    }

    private int number(int from) {
        int to = from;
        while (to < where.length() && to < from + 9 && Character.isDigit(where.charAt(to))) to++;
        return to == from ? -1 : Integer.parseInt(where.substring(from, to));
    }

    @Override
    public String toString() {
        return where + ": " + what + (how.isEmpty() ? "" : " " + how);
    }
}
