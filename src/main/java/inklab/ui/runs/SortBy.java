package inklab.ui.runs;

import java.util.Comparator;

/** The table's columns that it can be sorted by; a first click puts what one looks for on top. */
enum SortBy {
    NAME(Comparator.comparing(RunRow::name, SortBy::natural)),
    DATA(Comparator.comparing(RunRow::data)),
    DISTORTION(Comparator.comparing(RunRow::distortion, SortBy::natural)),
    EPOCHS(Comparator.comparingInt(RunRow::epochs)),
    VALIDATION(Comparator.comparingDouble(RunRow::validation)),
    TEST(Comparator.comparingDouble(RunRow::test)),
    TIME(Comparator.comparingDouble(RunRow::seconds)),
    /** Not a column: the latest begun first, as long as nobody sorts. */
    BEGUN(Comparator.comparing(row -> row.entry().begun()));

    private final Comparator<RunRow> order;

    SortBy(Comparator<RunRow> order) {
        this.order = order;
    }

    /** Equal ones stay in the order of their names; rows without a figure come last either way. */
    Comparator<RunRow> order(boolean descending) {
        Comparator<RunRow> directed = descending ? order.reversed() : order;
        return Comparator.comparing(this::isBlank).thenComparing(directed).thenComparing(RunRow::name, SortBy::natural);
    }

    private boolean isBlank(RunRow row) {
        return switch (this) {
            case NAME, BEGUN -> false;
            case DATA, DISTORTION, EPOCHS, TIME -> row.run().isEmpty();
            case VALIDATION -> Double.isNaN(row.validation());
            case TEST -> Double.isNaN(row.test());
        };
    }

    /** Numbers within names count as numbers: run-9 before run-10. */
    static int natural(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = digits(a, i);
                int endB = digits(b, j);
                String left = a.substring(i, endA).replaceFirst("^0+(?=.)", "");
                String right = b.substring(j, endB).replaceFirst("^0+(?=.)", "");
                int order = left.length() != right.length() ? left.length() - right.length() : left.compareTo(right);
                if (order != 0) return order;
                i = endA;
                j = endB;
                continue;
            }
            int order = Character.compare(Character.toLowerCase(a.charAt(i)), Character.toLowerCase(b.charAt(j)));
            if (order != 0) return order;
            i++;
            j++;
        }
        int rest = (a.length() - i) - (b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) end++;
        return end;
    }
}
