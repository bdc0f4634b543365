package inklab.net;

import java.math.BigDecimal;
import java.util.Locale;

/** Arithmetic for sizes that stops at {@link Long#MAX_VALUE} instead of wrapping round, and numbers as text. */
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

    /** The shortest decimal that reads back as this number: {@code 0.5}, {@code 36}; an exponent only where it would be very long. */
    static String decimal(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) return Double.toString(number);
        if (number == 0) return 1 / number < 0 ? "-0" : "0";
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        String plain = exact.toPlainString();
        return plain.length() <= 20 ? plain : Double.toString(number).toLowerCase(Locale.ROOT);
    }
}
