package inklab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.tiny.TinyEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineRackTest {
    private final List<String> opened = new ArrayList<>();

    /** An engine with a card that is usable or not, and that opens or not. */
    private class Source implements EngineSource {
        private final Device card;
        private final String fault;

        Source(Device card, String fault) {
            this.card = card;
            this.fault = fault;
        }

        @Override
        public String id() {
            return "dl4j";
        }

        @Override
        public List<Device> devices() {
            return List.of(Device.processor(), card);
        }

        @Override
        public Engine open() {
            opened.add("cpu");
            return new TinyEngine();
        }

        @Override
        public Engine open(String device) {
            if (!fault.isEmpty()) throw new EngineUnavailableException(fault, null);
            opened.add(device);
            return new TinyEngine();
        }
    }

    private static Device card(boolean usable, String reason) {
        return new Device("cuda:0", "A card", 1, "8.6", usable, reason);
    }

    private String whyNot(Device card, String fault, String wanted) {
        try (EngineRack rack = new EngineRack(List.of(new Source(card, fault)), wanted)) {
            return rack.whyNot();
        }
    }

    @Test
    void the_card_of_an_earlier_start_is_opened() {
        assertThat(whyNot(card(true, ""), "", "cuda:0")).isEmpty();
        assertThat(opened).containsExactly("cuda:0");
    }

    @Test
    void where_it_cannot_be_the_usual_device_is_and_the_reason_is_kept() {
        assertThat(whyNot(card(false, "It is too old."), "", "cuda:0")).isEqualTo("It is too old.");
        assertThat(whyNot(card(true, ""), "It does not answer.", "cuda:0")).isEqualTo("It does not answer.");
        assertThat(opened).containsExactly("cpu", "cpu");
    }

    @Test
    void a_device_of_another_engine_or_none_leaves_the_first_on_its_usual_one() {
        for (String wanted : List.of("", "cpu", "torch/cuda:0", "cuda:7"))
            assertThat(whyNot(card(true, ""), "", wanted)).isEmpty();
        assertThat(opened).containsExactly("cpu", "cpu", "cpu", "cpu");
    }

    @Test
    void another_engines_devices_keep_what_is_said_of_them() {
        Source torch = new Source(card(true, "").later(), "") {
            @Override
            public String id() {
                return "torch";
            }
        };
        try (EngineRack rack = new EngineRack(List.of(new Source(card(true, ""), ""), torch))) {
            assertThat(rack.devices())
                    .extracting(Device::id)
                    .containsExactly("cpu", "cuda:0", "torch/cpu", "torch/cuda:0");
            assertThat(rack.devices()).extracting(Device::needsRestart).containsExactly(false, false, false, true);
        }
    }
}
