package inklab.cli;

import inklab.evaluate.Subsets;
import inklab.evaluate.Subsets.Size;
import inklab.evaluate.Subsets.Subset;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * The picture of a committee: every choice of members as a dot over its size, a dashed line through the means, all members together large
 * and in accent. Drawn without a display.
 */
final class SubsetsFigure {
    private static final int SCALE = 2;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int LEFT = 76;
    private static final int RIGHT = 32;
    private static final int TOP = 76;
    private static final int FOOT = 52;
    private static final double DOT = 8;

    private static final Color SHEET = new Color(0xFFFEFA);
    private static final Color INK = new Color(0x1F1C17);
    private static final Color INK_2 = new Color(0x554E43);
    private static final Color INK_3 = new Color(0x686154);
    private static final Color HAIRLINE = new Color(0xE3DCCD);
    private static final Color ACCENT = new Color(0x2B4FB0);

    private final Subsets subsets;
    private final String dataset;
    private final double low;
    private final double high;
    private final double step;

    SubsetsFigure(Subsets subsets, String dataset) {
        this.subsets = subsets;
        this.dataset = dataset;
        double min = 1;
        double max = 0;
        for (Subset subset : subsets.all()) {
            min = Math.min(min, rate(subset));
            max = Math.max(max, rate(subset));
        }
        double span = Math.max(max - min, 2.0 / subsets.images());
        step = round(span / 5);
        low = Math.max(0, Math.floor((min - 0.12 * span) / step) * step);
        high = Math.ceil((max + 0.04 * span) / step) * step;
    }

    /** The next 1, 2 or 5 times a power of ten. */
    private static double round(double step) {
        double unit = Math.pow(10, Math.floor(Math.log10(step)));
        for (double times : new double[] {1, 2, 5}) if (times * unit >= step * 0.999) return times * unit;
        return 10 * unit;
    }

    /** Writes the picture as PNG: beside, then moved into place. */
    void write(Path file) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(draw(), "png", png);
        Path beside = file.resolveSibling(file.getFileName() + ".writing");
        try {
            Files.write(beside, png.toByteArray());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw new IOException(file + " cannot be written: check that its folder exists and may be written to.", e);
        }
    }

    BufferedImage draw() throws IOException {
        BufferedImage image = new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(SCALE, SCALE);
            g.setColor(SHEET);
            g.fillRect(0, 0, WIDTH, HEIGHT);
            words(g);
            grid(g);
            means(g);
            dots(g);
        } finally {
            g.dispose();
        }
        return image;
    }

    private void words(Graphics2D g) throws IOException {
        int n = subsets.members();
        g.setFont(font("IBMPlexSans-SemiBold", 16));
        g.setColor(INK);
        g.drawString(n == 1 ? "One network" : "A committee of " + n, 24, 36);
        g.setFont(font("IBMPlexSans-Regular", 12));
        g.setColor(INK_3);
        String which = subsets.isWhole()
                ? "every choice of them"
                : Sentences.count(subsets.all().size()) + " of " + Sentences.count(subsets.exist())
                        + " choices of them";
        g.drawString(
                "Test error on " + dataset + ", " + Sentences.count(subsets.images()) + " images, of " + which, 24, 56);
    }

    private void grid(Graphics2D g) throws IOException {
        g.setFont(font("IBMPlexSans-Regular", 12));
        g.setStroke(new BasicStroke(1));
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(100 * step) - 1e-9));
        for (int i = 0; low + i * step <= high + step / 2; i++) {
            double value = low + i * step;
            g.setColor(HAIRLINE);
            g.draw(new Line2D.Double(LEFT, y(value), WIDTH - RIGHT, y(value)));
            g.setColor(INK_3);
            String text = String.format(Locale.ROOT, "%." + digits + "f %%", 100 * value);
            g.drawString(text, LEFT - 12 - g.getFontMetrics().stringWidth(text), (float) y(value) + 4);
        }
        int every = subsets.members() > 20 ? 5 : 1;
        for (int size = 1; size <= subsets.members(); size++) {
            if (size > 1 && size % every != 0) continue;
            String text = size == 1 ? "1 net" : Integer.toString(size);
            g.drawString(text, (float) (x(size) - g.getFontMetrics().stringWidth(text) / 2.0), HEIGHT - 20);
        }
    }

    private void means(Graphics2D g) {
        Path2D.Double line = new Path2D.Double();
        for (Size size : subsets.sizes()) {
            double mean =
                    size.subsets().stream().mapToDouble(this::rate).average().orElseThrow();
            if (size.size() == 1) line.moveTo(x(1), y(mean));
            else line.lineTo(x(size.size()), y(mean));
        }
        g.setColor(INK_2);
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {3, 4}, 0));
        g.draw(line);
    }

    /** Dots of one size that would cover each other stand side by side, closer where there are many. */
    private void dots(Graphics2D g) throws IOException {
        for (Size size : subsets.sizes()) {
            Map<Integer, Integer> rows = new TreeMap<>();
            for (Subset subset : size.subsets()) rows.merge(subset.errors(), 1, Integer::sum);
            for (Map.Entry<Integer, Integer> row : rows.entrySet()) {
                boolean full = size.size() == subsets.members() && subsets.members() > 1;
                double at = y((double) row.getKey() / subsets.images());
                double room = 0.8 * (x(2) - x(1));
                double pitch = Math.min(DOT + 1, row.getValue() > 1 ? room / (row.getValue() - 1) : DOT);
                for (int i = 0; i < row.getValue(); i++)
                    dot(g, x(size.size()) + (i - (row.getValue() - 1) / 2.0) * pitch, at, full);
            }
        }
    }

    private void dot(Graphics2D g, double x, double y, boolean full) throws IOException {
        double d = full ? 1.75 * DOT : DOT;
        g.setColor(full ? ACCENT : INK_2);
        g.fill(new Ellipse2D.Double(x - d / 2, y - d / 2, d, d));
        if (!full) return;
        g.setFont(font("IBMPlexSans-SemiBold", 14));
        String text = Sentences.percent(rate(subsets.full()));
        double half = g.getFontMetrics().stringWidth(text) / 2.0;
        g.drawString(text, (float) Math.min(x - half, WIDTH - 8 - 2 * half), (float) y + 26);
    }

    private double rate(Subset subset) {
        return (double) subset.errors() / subsets.images();
    }

    private double x(int size) {
        double pitch = (double) (WIDTH - LEFT - RIGHT) / subsets.members();
        return LEFT + pitch * (size - 0.5);
    }

    private double y(double rate) {
        return TOP + (high - rate) / (high - low) * (HEIGHT - TOP - FOOT);
    }

    private static Font font(String name, float size) throws IOException {
        String file = "/assets/fonts/" + name + ".ttf";
        try (InputStream in = SubsetsFigure.class.getResourceAsStream(file)) {
            if (in == null) throw new IOException("Inklab's own file " + file + " is missing: install Inklab again.");
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(size);
        } catch (FontFormatException e) {
            throw new IOException("Inklab's own file " + file + " is damaged: install Inklab again.", e);
        }
    }
}
