package inklab.ui.runs;

import inklab.export.ExportFormat;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a run for other tools. */
@FunctionalInterface
public interface RunExport {
    /** @throws IOException in one sentence, when that fails */
    void write(RunFolder run, ExportFormat format, Path file) throws IOException;
}
