package inklab.cli;

import inklab.data.Catalogue;
import inklab.data.ImageSet;
import inklab.data.LoadOptions;
import inklab.distort.ContactSheet;
import inklab.distort.Distortion;
import inklab.distort.Frame;
import inklab.net.Problem;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeCheck;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A sheet of images, as they are and distorted. */
@Command(description = "Draws a sheet: a data set's training images, and below them rows of the same distorted.")
final class DistortCommand implements Callable<Integer> {
    private static final int COLUMNS = 12;
    private static final int ROWS = 5;
    private static final int ZOOM = 3;
    private static final long SEED = 1;

    private final Surroundings surroundings;

    @Option(names = "--dataset", paramLabel = "NAME", required = true, description = "See: data list.")
    private String dataset;

    @Option(
            names = "--sigma",
            paramLabel = "S",
            required = true,
            description = "How smooth the elastic field is: σ of its Gaussian, pixels.")
    private double sigma;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            required = true,
            description = "How strong it is, pixels; 0 distorts nothing.")
    private double alpha;

    @Option(names = "--out", paramLabel = "FILE.png", required = true, description = "The picture to write.")
    private Path out;

    @Mixin
    private DataOption data;

    DistortCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png"))
            throw CommandException.wrongInput(
                    "--out is " + out + ": the sheet is a PNG picture, so give a name that ends in .png.");
        Distortion distortion = Distortion.elastic(sigma, alpha);
        check(distortion);
        StatusLine status = new StatusLine(surroundings);
        Catalogue catalogue = data.catalogue(surroundings, status);
        // No validation images are looked at, but a folder of pictures cannot be split without any.
        LoadOptions options = LoadOptions.standard().withTrain(20 * COLUMNS);
        ImageSet images = DataOption.load(catalogue, dataset, options, status).train();
        List<Integer> shown = oneOfEachClass(images);
        byte[] pixels = new byte[shown.size() * images.imageSize()];
        for (int i = 0; i < shown.size(); i++) images.copy(shown.get(i), pixels, i * images.imageSize());
        Frame frame = Frame.of(images.channels(), images.height(), images.width());
        write(ContactSheet.of(distortion, frame, pixels, shown.size(), ROWS, ZOOM, SEED));
        surroundings.out().println(out.toString());
        return Cli.DONE;
    }

    /** The ranges that a recipe's distortion has to keep to. */
    private static void check(Distortion distortion) throws CommandException {
        Presets presets = new Presets();
        Recipe recipe = presets.find(presets.names().get(0)).orElseThrow().withDistortion(distortion);
        for (Problem problem : RecipeCheck.of(recipe))
            if (problem.isError()) throw CommandException.wrongInput(Sentences.of(problem));
    }

    /** The first images, but each class once before any comes again. */
    private static List<Integer> oneOfEachClass(ImageSet images) {
        int classes = images.classes().size();
        List<Integer> shown = new ArrayList<>();
        for (int turn = 0; shown.size() < Math.min(COLUMNS, images.size()); turn++)
            for (int k = 0; k < classes && shown.size() < COLUMNS; k++) {
                int i = nth(images, k, turn);
                if (i >= 0) shown.add(i);
            }
        return shown;
    }

    /** The index of the class's n-th image, from 0; −1 when it has fewer. */
    private static int nth(ImageSet images, int label, int n) {
        int seen = 0;
        for (int i = 0; i < images.size(); i++) if (images.label(i) == label && seen++ == n) return i;
        return -1;
    }

    private void write(ContactSheet sheet) throws IOException {
        int width = sheet.width();
        int plane = sheet.height() * width;
        BufferedImage image = new BufferedImage(width, sheet.height(), BufferedImage.TYPE_INT_RGB);
        for (int p = 0; p < plane; p++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++)
                rgb = (rgb << 8) | (sheet.pixels()[(sheet.channels() == 3 ? c * plane : 0) + p] & 0xFF);
            image.setRGB(p % width, Math.floorDiv(p, width), rgb);
        }
        Path beside = out.resolveSibling(out.getFileName() + ".writing");
        try {
            // Given a file that it cannot open, ImageIO prints a stack trace of its own.
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            Files.write(beside, png.toByteArray());
            Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw new IOException(out + " cannot be written: check that its folder exists and may be written to.", e);
        }
    }
}
