package inklab.net;

import java.util.Locale;

/** Arithmetic for sizes that stops at {@link Long#MAX_VALUE} instead of wrapping round. */
final class Numbers {
    private Numbers() {}

    /** The product of numbers that are not negative. */
    static long times(long... factors) {
        long product = 1;
        boolean full = false;
        for (long factor : factors) {
            if (factor == 0) return 0;
            if (full || product > Long.MAX_VALUE / factor) full = true;
            else product *= factor;
        }
        return full ? Long.MAX_VALUE : product;
    }

    /** The sum of numbers that are not negative. */
    static long plus(long... terms) {
        long sum = 0;
        for (long term : terms) sum = term > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + term;
        return sum;
    }

    /** How many numbers a shape holds, without overflow. */
    static long size(Shape shape) {
        return times(shape.channels(), shape.height(), shape.width());
    }

    /** {@code 76,040}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
