package inklab.net;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the shortest that reads back as the same number; the same on every Java, which {@link Double#toString} is not. */
public final class Decimal {
    private static final int LONGEST = 20;
    private static final int ENOUGH_DIGITS = 17;

    private Decimal() {}

    /** {@code 0.5}, {@code 36}; with an exponent, {@code 3e-200}, where more than 20 characters would be needed without. */
    public static String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) return Double.toString(number);
        if (number == 0) return "0";
        BigDecimal shortest = shortest(number);
        String plain = shortest.toPlainString();
        return plain.length() <= LONGEST ? plain : shortest.toString().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) return rounded.stripTrailingZeros();
        }
        return exact.round(new MathContext(ENOUGH_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }
}
