package inklab.ui.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ToolkitTest {
    @Test
    void a_missing_library_is_named_by_its_package() {
        assertThat(Toolkit.explain(new UnsupportedOperationException("Unable to load glass GTK library."), ""))
                .contains("libgtk-3-0");
        assertThat(Toolkit.explain(
                        new UnsupportedOperationException("Unable to load glass GTK library."),
                        "UnsatisfiedLinkError: libglassgtk3.so: libXtst.so.6: cannot open shared object file"))
                .contains("libxtst6");
        assertThat(Toolkit.explain(
                        new CompletionException(new UnsatisfiedLinkError(
                                "libjavafx_font_pango.so: libpangoft2-1.0.so.0: cannot open shared object file")),
                        ""))
                .contains("libpango-1.0-0 and libpangoft2-1.0-0");
        assertThat(Toolkit.explain(new UnsupportedOperationException("Unable to open DISPLAY"), ""))
                .contains("DISPLAY");
    }

    @Test
    void another_fault_is_told_as_it_is() {
        assertThat(Toolkit.explain(new CompletionException(new IllegalStateException("torn")), ""))
                .isEqualTo("The window cannot be opened: java.lang.IllegalStateException: torn");
    }

    @Test
    void traces_are_held_back_when_the_start_fails_and_passed_on_when_it_does_not() throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> Toolkit.guarded(() -> {
                        System.err.println("at com.sun.glass");
                        throw new UnsatisfiedLinkError("libfreetype.so.6");
                    }))
                    .isInstanceOf(Toolkit.Missing.class)
                    .hasMessageContaining("libfreetype6");
            Toolkit.guarded(() -> System.err.println("a warning"));
        } finally {
            System.setErr(err);
        }
        assertThat(seen.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("a warning");
    }
}
