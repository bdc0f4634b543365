package inklab.recipe;

import inklab.net.Problem;
import inklab.recipe.Row.Family;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The published results that Inklab reproduces, by family, in the order of {@code presets/published.json}:
 *
 * <pre>
 * format              1                                   required
 * families            a list
 *   id, title, source                                     required
 * rows                a list
 *   id, family, title                                     required
 *   published         a list: label "", error required, up_to as error; shares of the test images misread    none
 *   kind              single, committee, vote             single
 *   presets           a list of recipes' names            required
 *   members           of a committee or vote              as many as presets
 *   epochs            trained by the source, 0: unknown   0
 *   notes             a sentence                          ""
 *   deviations        a list of sentences                 none
 * </pre>
 */
public record Rows(List<Family> families, List<Row> rows) {
    /** The version that is read. */
    public static final int FORMAT = 1;

    private static final String FILE = "/presets/published.json";

    /**
     * What a text says.
     *
     * @param rows if nothing is wrong
     * @param problems all that is wrong
     */
    public record Parsed(Optional<Rows> rows, List<Problem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    public Rows {
        families = List.copyOf(families);
        rows = List.copyOf(rows);
    }

    /** The rows that come with Inklab. */
    public static Rows own() {
        try (InputStream in = Rows.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException(FILE + " is missing from Inklab's own files");
            Parsed parsed = parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), new Presets().names());
            return parsed.rows()
                    .orElseThrow(() -> new IllegalStateException("Inklab's own file " + FILE + ": "
                            + parsed.problems().get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException("Inklab's own file " + FILE + " cannot be read", e);
        }
    }

    /**
     * Reads rows; never throws.
     *
     * @param presets the names that rows may use
     */
    public static Parsed parse(String json, List<String> presets) {
        StrictJson.Parsed parsed = StrictJson.parse(json, "list of published results");
        if (parsed.object().isEmpty()) return new Parsed(Optional.empty(), parsed.problems());
        return new RowsReader(presets).read(parsed.object().get());
    }

    public Optional<Row> find(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** A family's rows, in order. */
    public List<Row> of(Family family) {
        return rows.stream().filter(row -> row.family().equals(family.id())).toList();
    }

    /** The row's family. */
    public Family family(Row row) {
        return families.stream()
                .filter(family -> family.id().equals(row.family()))
                .findFirst()
                .orElseThrow();
    }

    /** The single net's row that this is the recipe of, whatever its name, seed and number of epochs. */
    public Optional<Row> of(Recipe recipe, Presets presets) {
        return rows.stream()
                .filter(row -> !row.isCommittee()
                        && presets.find(row.presets().get(0))
                                .filter(preset ->
                                        RecipeDifference.of(preset, recipe).isEmpty())
                                .isPresent())
                .findFirst();
    }

    /**
     * The single net's row that this is the recipe of, else the first one with the same net, preparation and distortion, however it is
     * trained.
     */
    public Optional<Row> nearest(Recipe recipe, Presets presets) {
        Optional<Row> same = of(recipe, presets);
        if (same.isPresent()) return same;
        return rows.stream()
                .filter(row -> !row.isCommittee()
                        && presets.find(row.presets().get(0))
                                .filter(preset -> preset.net().equals(recipe.net())
                                        && preset.data()
                                                .dataset()
                                                .equals(recipe.data().dataset())
                                        && preset.data().ink() == recipe.data().ink()
                                        && preset.data().normaliseWidth()
                                                == recipe.data().normaliseWidth()
                                        && preset.distortion().equals(recipe.distortion()))
                                .isPresent())
                .findFirst();
    }
}
