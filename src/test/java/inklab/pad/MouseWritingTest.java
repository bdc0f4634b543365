package inklab.pad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MouseWritingTest {
    private static final Path FOLDER = Path.of("src/test/resources/strokes");

    private static List<Strokes> read(String name) throws IOException {
        List<Strokes> all = new ArrayList<>();
        try (StrokesReader reader = new StrokesReader(FOLDER.resolve(name))) {
            for (Optional<Strokes> next = reader.next(); next.isPresent(); next = reader.next()) all.add(next.get());
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({MouseWriting.STEERING + ", 0", MouseWriting.FINAL + ", 1"})
    void the_files_are_what_the_skeletons_make(String name, int part) throws IOException {
        assertThat(read(name)).isEqualTo(MouseWriting.part(part));
    }

    @ParameterizedTest
    @CsvSource({MouseWriting.STEERING, MouseWriting.FINAL})
    void writing_is_small_and_large_everywhere_on_the_page_and_in_one_stroke_or_several(String name)
            throws IOException {
        List<Double> sides = new ArrayList<>();
        List<Double> middles = new ArrayList<>();
        HashSet<Integer> strokes = new HashSet<>();
        int[] digits = new int[10];
        for (Strokes drawing : read(name)) {
            Bounds bounds = Bounds.of(drawing);
            assertThat(bounds.left()).isNotNegative();
            assertThat(bounds.bottom()).isLessThanOrEqualTo(280);
            sides.add(bounds.side());
            middles.add(bounds.middleX());
            strokes.add(drawing.strokes().size());
            digits[Integer.parseInt(drawing.label().orElseThrow())]++;
        }
        assertThat(digits).containsOnly(36);
        assertThat(sides).anyMatch(side -> side < 50).anyMatch(side -> side > 250);
        assertThat(middles).anyMatch(x -> x < 60).anyMatch(x -> x > 220);
        assertThat(strokes).containsExactlyInAnyOrder(1, 2);
    }
}
