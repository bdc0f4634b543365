package inklab.data.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InkStyleReaderTest {
    private static List<InkStyle> read(String text) throws IOException {
        byte[] bytes = text.replace('/', '\n').getBytes(StandardCharsets.UTF_8);
        return InkStyleReader.read("assets/ink/1.txt", new ByteArrayInputStream(bytes));
    }

    @Test
    void aFileOfStylesIsRead() throws IOException {
        List<InkStyle> styles = read("# one/slant 0.2 0.3/pen 1.1/style plain 80/stroke 1,2 3,4! 5,6/variant/"
                + "stroke 1,1 2,2! 3,3.5//breadth 0.9/style base 2/stroke 0,0 1,1/stroke 2,2 3,3/");
        assertThat(styles).hasSize(2);
        InkStyle plain = styles.get(0);
        assertThat(plain.weight).isEqualTo(80);
        assertThat(plain.slant).isEqualTo(0.2);
        assertThat(plain.slantSpread).isEqualTo(0.3);
        assertThat(plain.pen).isEqualTo(1.1);
        assertThat(plain.breadth).isEqualTo(1);
        assertThat(plain.corners).isDeepEqualTo(new boolean[][] {{false, true, false}});
        assertThat(plain.variants).isDeepEqualTo(new double[][][] {{{1, 2, 3, 4, 5, 6}}, {{1, 1, 2, 2, 3, 3.5}}});
        assertThat(styles.get(1).breadth).isEqualTo(0.9);
        assertThat(styles.get(1).corners).hasDimensions(2, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | there is no style",
                "style a 1/strok 1,2 3,4 | \"strok\" is not",
                "stroke 1,2 3,4 | must follow a style",
                "variant | must follow a style",
                "style a 0/stroke 1,2 3,4 | above 0",
                "style a NaN/stroke 1,2 3,4 | not a number",
                "style a 1/stroke 1,2 | two points",
                "style a 1/stroke 1,2 3;4 | not X,Y",
                "style a 1/stroke 1,2 3,x | not a number",
                "style a 1/style b 1/stroke 1,2 3,4 | one at least",
                "style a 1/stroke 1,2 3,4/variant/stroke 1,2 3,4 5,6 | of the first",
                "style a 1/stroke 1,2 3,4 5,6/variant/stroke 1,2 3,4! 5,6 | of the first",
                "style a 1/stroke 1,2 3,4/stroke 1,2 3,4/variant/stroke 1,2 3,4 | of the first",
                "slant 1/style a 1 | takes 2 values",
            })
    void aDamagedFileIsRefusedWithItsLine(String text, String what) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("assets/ink/1.txt, line ")
                .hasMessageContaining(what)
                .hasMessageContaining("restore the file");
    }
}
