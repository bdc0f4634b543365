package inklab.ui;

import java.util.Locale;

/** Numbers for people: thousands with a comma, a space before a unit, − for minus, × for times. */
public final class Figures {
    private static final String MINUS = "\u2212";

    private Figures() {}

    /** 76,040. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n).replace("-", MINUS);
    }

    /** 340, 76,040, 1.62 M, 3.4 G: short enough for a column. */
    public static String shortCount(long n) {
        if (Math.abs(n) < 1_000_000) return count(n);
        if (Math.abs(n) < 1_000_000_000L) return fixed(n / 1e6, 2) + " M";
        return fixed(n / 1e9, 2) + " G";
    }

    /** With so many digits after the point; no minus before a zero. */
    public static String fixed(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        if (text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9')) text = text.substring(1);
        return text.replace("-", MINUS);
    }

    /** A share from 0 to 1 as 0.74 %. */
    public static String percent(double share, int digits) {
        return fixed(100 * share, digits) + " %";
    }

    /** 40 B, 3.4 KB, 22.6 MB, 1.5 GB, in powers of 1,024. */
    public static String bytes(long bytes) {
        if (bytes < 1024) return bytes + " B";
        if (bytes < 1024 * 1024) return oneOrNone(bytes / 1024.0) + " KB";
        if (bytes < 1024L * 1024 * 1024) return oneOrNone(bytes / (1024.0 * 1024)) + " MB";
        return oneOrNone(bytes / (1024.0 * 1024 * 1024)) + " GB";
    }

    /** A length of time as 24 s, 9 min 59 s, 2 h 5 min. */
    public static String time(double seconds) {
        long s = Math.round(Math.max(0, seconds));
        if (s < 60) return s + " s";
        if (s < 3600) return s / 60 + " min" + (s % 60 == 0 ? "" : " " + s % 60 + " s");
        return s / 3600 + " h" + (s % 3600 / 60 == 0 ? "" : " " + s % 3600 / 60 + " min");
    }

    /** The same to one unit, for where there is little room: 40 s, 10 min, 3 h. */
    public static String roughTime(double seconds) {
        if (seconds < 59.5) return Math.round(Math.max(0, seconds)) + " s";
        if (seconds < 3570) return Math.round(seconds / 60) + " min";
        return Math.round(seconds / 3600) + " h";
    }

    /** 7:27 for a column of times; 1:05:09 from an hour on. */
    public static String clock(double seconds) {
        long s = Math.round(Math.max(0, seconds));
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s % 3600 / 60, s % 60);
    }

    private static String oneOrNone(double value) {
        String text = fixed(value, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
