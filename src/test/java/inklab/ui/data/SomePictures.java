package inklab.ui.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Folders of made-up pictures: dark shapes on light paper, in sizes and colours of their own. */
final class SomePictures {
    private SomePictures() {}

    /** @param each how many pictures a class gets, and a few more for each later class */
    static void write(Path folder, List<String> classes, int each) throws IOException {
        Random random = new Random(5);
        for (int c = 0; c < classes.size(); c++) {
            Path own = folder.resolve(classes.get(c));
            Files.createDirectories(own);
            for (int i = 0; i < each + 3 * c; i++) {
                int w = 80 + random.nextInt(80);
                int h = 80 + random.nextInt(80);
                BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
                Graphics2D g = image.createGraphics();
                g.setColor(new Color(246, 246, 240));
                g.fillRect(0, 0, w, h);
                g.setColor(Color.getHSBColor(0.12f + 0.07f * c, 0.7f, 0.4f + 0.4f * random.nextFloat()));
                g.rotate(random.nextDouble() * 3, w / 2.0, h / 2.0);
                if (c % 2 == 0) g.fillOval(w / 4, h / 3, w / 2, h / 3);
                else g.fillRoundRect(w / 4, h / 4, w / 2, h / 2, 9 * c, 9);
                g.dispose();
                ImageIO.write(image, "png", own.resolve(i + ".png").toFile());
            }
        }
    }
}
