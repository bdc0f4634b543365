package inklab.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.engine.NvidiaCards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaRulesTest {
    private static String whyNot(String capability, String driver, String system, boolean libraries) {
        return CudaRules.whyNot(new NvidiaCards.Card(0, "A card", 1L << 33, capability, driver), system, libraries);
    }

    /** Capability, driver, system, libraries; and a word of what is said, or nothing where it can be used. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "3.7,  470.256.02, linux-x86_64,   true,  -",
                "5.0,  535.104,    linux-x86_64,   true,  -",
                "6.1,  450.80.02,  windows-x86_64, true,  -",
                "7.5,  580.95.05,  linux-x86_64,   true,  -",
                "8.6,  580.95.05,  linux-x86_64,   true,  -",
                "8.9,  580.95.05,  linux-x86_64,   true,  -",
                "'',   '',         linux-x86_64,   true,  -",
                "2.0,  390.157,    linux-x86_64,   true,  begins with 3.7",
                "3.5,  470.256.02, linux-x86_64,   true,  begins with 3.7",
                "9.0,  580.95.05,  linux-x86_64,   true,  engine torch",
                "10.0, 580.95.05,  linux-x86_64,   true,  engine torch",
                "12.0, 580.95.05,  windows-x86_64, false, engine torch",
                "8.6,  440.33.01,  linux-x86_64,   true,  update NVIDIA's driver",
                "8.6,  580.95.05,  linux-x86_64,   false, engine install cuda",
                "'',   '',         linux-x86_64,   false, engine install cuda",
                "8.7,  540.4.0,    linux-arm64,    false, engine torch",
            })
    void a_card_is_used_or_one_sentence_says_why_not_and_what_to_do(
            String capability, String driver, String system, boolean libraries, String says) {
        String whyNot = whyNot(capability, driver, system, libraries);
        if (says == null) assertThat(whyNot).isEmpty();
        else assertThat(whyNot).contains(says).endsWith(".");
    }

    @Test
    void where_nothing_answers_the_driver_is_named() {
        assertThat(CudaRules.noCard()).contains("driver").contains("450").endsWith(".");
        assertThat(CudaRules.knows("macosx-arm64")).isFalse();
    }
}
