package inklab.recipe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import inklab.net.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Recipes as JSON. Fields and their defaults, which are left out when a recipe is written:
 *
 * <pre>
 * format              1                                   required
 * name                short, fit for a file name          required
 * says                what it shows                       ""
 * data
 *   dataset           ink, mnist, fashion-mnist, cifar-10 or pictures/NAME    required
 *   train             training images at most, 0: all     0
 *   validation        off the end; 0: none, the last epoch is used    10000
 *   normalise_width   pixels, 0: not                      0
 *   pixels            0..1 or -1..1                       0..1
 * distortion                                              none
 *   elastic           sigma, alpha (pixels) 0; noise gaussian or uniform: gaussian; field per image or batch: image
 *   rotation          degrees                             0
 *   scale_x, scale_y  shares                              0
 *   shear             degrees                             0
 *   shift             pixels                              0
 *   pixel_shift       whole pixels                        0
 *   noise             σ, 1 is full ink                    0
 *   flip              true or false                       false
 * net                 in notation                         required
 * training
 *   batch, epochs                                         required
 *   minutes           0: no limit                         0
 *   patience          epochs, 0: never stops early        0
 *   optimizer         kind: sgd, momentum, nesterov, rmsprop, adam (default sgd); momentum 0.9; decay 0.9;
 *                     beta1 0.9, beta2 0.999; epsilon 1e-8
 *   schedule          kind: constant, exponential, step, linear, cosine, plateau (default constant); rate required;
 *                     exponential: factor required, floor 0; step: factor, every required; linear, cosine: last 0;
 *                     plateau: factor, patience required, floor 0
 *   l2, clip                                              0
 *   seed                                                  1
 * </pre>
 *
 * <p>Writing is canonical: equal recipes give equal texts, in which every number is the shortest that reads back as itself.
 */
public final class RecipeFile {
    /** The version that is written and read. */
    public static final int FORMAT = 1;

    private static final long MOST_BYTES = 4L << 20;

    /**
     * What a text says.
     *
     * @param recipe what could be read, if every field could: it may yet have impossible values
     * @param problems all that is wrong, impossible values and the net's own problems and warnings included
     */
    public record Parsed(Optional<Recipe> recipe, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }

        /** Whether there is a recipe that can be trained; there may be warnings. */
        public boolean isSound() {
            return recipe.isPresent() && !Problem.anyError(problems);
        }
    }

    private RecipeFile() {}

    /** Reads a recipe; never throws. */
    public static Parsed parse(String json) {
        StrictJson.Parsed parsed = StrictJson.parse(json);
        if (parsed.object().isEmpty()) return new Parsed(Optional.empty(), parsed.problems());
        return RecipeReader.read(parsed.object().get());
    }

    /**
     * Reads a recipe's file.
     *
     * @throws IOException when it cannot be read at all; its message names the file
     */
    public static Parsed read(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) throw new IOException(file + " is a folder, not a recipe file.");
            if (Files.size(file) > MOST_BYTES)
                return refused("This file has " + Files.size(file) + " bytes, more than a recipe ever has.");
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            return refused("This file is not text in UTF-8.");
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new IOException("There is no recipe file " + file + ": check its name and folder.", e);
        } catch (IOException e) {
            if (e.getClass() == IOException.class) throw e;
            throw new IOException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + "): check its permissions.", e);
        }
    }

    private static Parsed refused(String what) {
        Problem problem = new Problem("recipe", what, "Check that it is a recipe file.");
        return new Parsed(Optional.empty(), List.of(problem));
    }

    /** The canonical text, in lines. */
    public static String text(Recipe recipe) {
        return RecipeWriter.pretty(RecipeWriter.json(recipe)) + "\n";
    }

    /**
     * Writes a recipe's file: beside, then moved into place whole.
     *
     * @throws IOException when that fails; its message names the file
     */
    public static void write(Path file, Recipe recipe) throws IOException {
        WholeFile.write(file, text(recipe), "The recipe");
    }

    /**
     * SHA-256, in hexadecimal, of all that results depend on: the canonical text in one line without the recipe's name and what it says.
     */
    public static String hash(Recipe recipe) {
        ObjectNode json = RecipeWriter.json(recipe);
        json.remove(List.of("name", "says"));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(RecipeWriter.line(json).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
