package inklab.net;

/**
 * A user's mistake, as a value: shown on the field or layer that it belongs to.
 *
 * @param where the path of the field, such as {@code training.batch}; layer i of the net is {@code net[i]}, and layer j of a residual
 *     block there {@code net[i].body[j]}
 * @param what what is wrong, one sentence
 * @param how how to mend it, one sentence; may be empty
 */
public record Problem(String where, String what, String how) {
    /** A problem of the layer with this index (from 0, the input not counted). */
    public static Problem atLayer(int index, String what, String how) {
        return new Problem("net[" + index + "]", what, how);
    }

    /** The index of the top-level layer this belongs to, or −1 when it is not about a layer. */
    public int layer() {
        if (!where.startsWith("net[")) return -1;
        return Integer.parseInt(where.substring(4, where.indexOf(']')));
    }

    @Override
    public String toString() {
        return where + ": " + what + (how.isEmpty() ? "" : " " + how);
    }
}
