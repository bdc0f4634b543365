package inklab.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TorchMemoryTest {
    @Test
    void a_full_card_is_told_from_other_faults() {
        assertThat(TorchMemory.isFull(new RuntimeException("CUDA out of memory. Tried to allocate 2.00 GiB")))
                .isTrue();
        assertThat(TorchMemory.isFull(new RuntimeException("shape mismatch"))).isFalse();
    }
}
