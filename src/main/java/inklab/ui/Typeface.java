package inklab.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.text.Font;

/**
 * The family that the words are set in: Inklab's own, or for Chinese the system's sans. JavaFX does not reliably find glyphs for a script
 * that a font lacks, and its style sheets name one family only, so for Chinese the sheets are read with the system's family in place of ours.
 */
public record Typeface(String family) {
    /** IBM Plex Sans, as the sheets have it. */
    public static final Typeface OWN = new Typeface("");

    /** The sans of common systems that have Chinese, the most fitting first. */
    private static final List<String> CHINESE = List.of(
            "PingFang SC",
            "Microsoft YaHei UI",
            "Microsoft YaHei",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Source Han Sans CN",
            "WenQuanYi Zen Hei",
            "WenQuanYi Micro Hei",
            "Heiti SC",
            "SimHei");

    /** For words of this language; our own when the system has nothing better. */
    public static Typeface of(Locale language) {
        if (!language.getLanguage().equals("zh")) return OWN;
        Set<String> there = new HashSet<>(Font.getFamilies());
        return CHINESE.stream()
                .filter(there::contains)
                .findFirst()
                .map(Typeface::new)
                .orElse(OWN);
    }

    /** The style sheet at this address, set in this typeface. */
    public String set(String sheet) {
        if (family.isEmpty()) return sheet;
        try (InputStream in = URI.create(sheet).toURL().openStream()) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"IBM Plex Sans SmBld\"", "\"" + family + "\"; -fx-font-weight: bold")
                    .replace("\"IBM Plex Sans Medm\"", "\"" + family + "\"")
                    .replace("\"IBM Plex Sans\"", "\"" + family + "\"");
            byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
            return "data:text/css;charset=UTF-8;base64," + Base64.getEncoder().encodeToString(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
