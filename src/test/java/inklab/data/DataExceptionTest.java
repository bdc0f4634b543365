package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class DataExceptionTest {
    private static final Path FILE = Path.of("data", "file.gz");

    @Test
    void aFullDiskIsSaidInWordsOnEverySystem() {
        for (IOException fault : new IOException[] {
            new IOException("No space left on device"),
            new FileSystemException("file.gz", null, "No space left on device"),
            new IOException("There is not enough space on the disk"),
            new IOException("Disk quota exceeded")
        })
            assertThat(DataException.writing(FILE, fault))
                    .hasMessage(FILE + " does not fit, the disk is full: make room or choose another data folder.");
    }

    @Test
    void aRefusalOfTheSystemIsSaidInWords() {
        assertThat(DataException.writing(FILE, new AccessDeniedException("x")))
                .hasMessageContaining("may not be written");
        assertThat(DataException.reading(FILE, new AccessDeniedException("x"))).hasMessageContaining("may not be read");
    }

    @Test
    void whatIsSaidAlreadyIsNotSaidAgain() {
        DataException first = new DataException("said.");
        assertThat(DataException.reading(FILE, first)).isSameAs(first);
        assertThat(DataException.writing(FILE, first)).isSameAs(first);
    }

    @Test
    void anInterruptedThreadIsNoFaultOfTheFile() {
        assertThatThrownBy(() -> DataException.reading(FILE, new ClosedByInterruptException()))
                .isInstanceOf(CancellationException.class);
    }
}
