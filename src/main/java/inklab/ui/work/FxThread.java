package inklab.ui.work;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The FX thread as an executor: at once when already on it, else in turn after what is waiting there. */
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable command) {
        if (Platform.isFxApplicationThread()) command.run();
        else Platform.runLater(command);
    }
}
