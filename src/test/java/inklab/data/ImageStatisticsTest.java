package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageStatisticsTest {
    @Test
    void countsAndMeansAreOfEachClassAlone() {
        byte[] pixels = {0, 10, (byte) 200, 20, (byte) 255, (byte) 255};
        ImageSet set = new ImageSet(1, 1, 2, List.of("a", "b", "c"), pixels, new byte[] {0, 0, 2});
        ImageStatistics statistics = ImageStatistics.of(set);
        assertThat(statistics.counts()).containsExactly(2, 0, 1);
        assertThat(statistics.means().get(0)).containsExactly(100, 15);
        assertThat(statistics.means().get(1)).containsExactly(0, 0);
        assertThat(statistics.means().get(2)).containsExactly(255, 255);
    }

    @Test
    void onlyTheSelectedImagesCount() {
        ImageSet set = new ImageSet(1, 1, 1, List.of("a", "b"), new byte[] {1, 2, 3}, new byte[] {0, 1, 1});
        assertThat(ImageStatistics.of(set.select(new int[] {2})).counts()).containsExactly(0, 1);
    }
}
