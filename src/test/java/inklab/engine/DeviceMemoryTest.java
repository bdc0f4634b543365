package inklab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceMemoryTest {
    private static final Batch BATCH = new Batch(1000, new float[0], new int[0]);

    @Test
    void the_largest_part_that_fits_is_found_within_an_eighth_by_few_trials() {
        List<Integer> tried = new ArrayList<>();
        int largest = DeviceMemory.largest(BATCH, part -> {
            tried.add(part.size());
            return part.size() <= 333;
        });
        assertThat(largest).isBetween(297, 333);
        assertThat(tried).hasSizeLessThan(8);
        assertThat(DeviceMemory.largest(BATCH, part -> false)).isZero();
    }

    @Test
    void the_user_reads_the_batch_that_fits() {
        DeviceMemoryException full = new DeviceMemoryException("cuda:0", 1000, 312, null);
        assertThat(full.problem().where()).isEqualTo("training.batch");
        assertThat(full.problem().toString()).contains("1000").contains("312").contains("cuda:0");
    }
}
