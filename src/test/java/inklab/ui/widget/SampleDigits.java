package inklab.ui.widget;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/** Hand-like digits for looking at widgets: a skeleton for each class, slanted and stretched a little differently each time. */
final class SampleDigits {
    private static final double[][][] SKELETONS = {
        {{14, 5, 8, 6, 7, 14, 8, 22, 14, 23, 20, 22, 21, 14, 20, 6, 14, 5}},
        {{11, 9, 14, 5, 14, 23}},
        {{8, 9, 10, 4, 19, 5, 18, 11, 14, 16, 8, 23, 13, 21, 21, 22}},
        {{8, 7, 13, 3, 20, 7, 13, 13, 22, 15, 19, 23, 8, 22}},
        {{12, 5, 8, 14, 10, 16, 21, 14}, {19, 5, 18, 14, 16, 24}},
        {{20, 5, 11, 5, 10, 12, 20, 12, 19, 22, 8, 22}},
        {{17, 4, 9, 11, 8, 22, 15, 24, 20, 17, 14, 13, 9, 17}},
        {{8, 6, 15, 6, 20, 5, 16, 14, 13, 24}},
        {{18, 6, 9, 5, 11, 12, 19, 16, 18, 24, 9, 23, 11, 15, 18, 11, 18, 6}},
        {{19, 7, 12, 4, 8, 11, 15, 14, 19, 7, 18, 15, 15, 24}},
    };

    private SampleDigits() {}

    /** A digit of a class, 28 × 28, the k-th of its kind. */
    static Picture digit(int label, int k) {
        Random random = new Random(31L * label + k * 7919L);
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        AffineTransform slant = AffineTransform.getTranslateInstance(14, 14);
        slant.rotate(0.1 * random.nextGaussian());
        slant.shear(-0.12 + 0.12 * random.nextGaussian(), 0);
        slant.scale(0.9 + 0.06 * random.nextGaussian(), 0.98);
        slant.translate(-14, -14);
        g.transform(slant);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(
                (float) (2.1 + 0.8 * random.nextDouble()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (double[] stroke : SKELETONS[label]) {
            Path2D path = new Path2D.Double();
            int n = stroke.length / 2;
            double[] at = stroke.clone();
            for (int i = 0; i < at.length; i++) at[i] += 0.5 * random.nextGaussian();
            path.moveTo(at[0], at[1]);
            for (int i = 1; i < n - 1; i++) {
                double mx = i == n - 2 ? at[2 * n - 2] : (at[2 * i] + at[2 * i + 2]) / 2;
                double my = i == n - 2 ? at[2 * n - 1] : (at[2 * i + 1] + at[2 * i + 3]) / 2;
                path.quadTo(at[2 * i], at[2 * i + 1], mx, my);
            }
            g.draw(path);
        }
        g.dispose();
        byte[] pixels =
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData().clone();
        return new Picture(1, 28, 28, pixels);
    }

    /** A smooth field of colour, 32 × 32 RGB. */
    static Picture colour(int k) {
        byte[] pixels = new byte[3 * 32 * 32];
        for (int c = 0; c < 3; c++)
            for (int y = 0; y < 32; y++)
                for (int x = 0; x < 32; x++)
                    pixels[(c * 32 + y) * 32 + x] =
                            (byte) (128 + 100 * Math.sin(x * 0.1 * (c + 1) + k) * Math.cos(y * 0.13 * (3 - c) + k));
        return new Picture(3, 32, 32, pixels);
    }
}
