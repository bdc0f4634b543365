package inklab.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private final AtomicReference<String> engine = new AtomicReference<>();
    private final List<String> seen = new ArrayList<>();
    private final Sampler<String> sampler = new Sampler<>(engine::get, seen::add);

    @Test
    void only_what_has_changed_since_the_last_look_is_passed_on() {
        sampler.sample();
        engine.set("epoch 1");
        sampler.sample();
        engine.set("epoch ".concat("1"));
        sampler.sample();
        engine.set("epoch 2");
        engine.set("epoch 3");
        sampler.sample();
        assertThat(seen).containsExactly("epoch 1", "epoch 3");
    }
}
