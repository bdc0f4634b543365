package inklab.ui.tour;

import inklab.ui.LabWindow;
import inklab.ui.Place;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Walks through all workspaces, in light and in dark. */
public final class Tour {
    private final LabWindow window;
    private final Guide guide;
    private final Consumer<String> says;

    /**
     * @param window showing
     * @param out the folder for the pictures
     * @param says told of each picture, a line each
     */
    public Tour(LabWindow window, Path out, Consumer<String> says) {
        this.window = window;
        this.says = says;
        guide = new Guide(window, out);
    }

    /** Walks through the window and closes it. Not for the FX thread. */
    public void walk() throws IOException {
        try {
            guide.settle();
            for (String theme : new String[] {"", "-dark"}) {
                int number = 1;
                for (Place place : Place.values()) {
                    guide.click("rail-" + place.id());
                    guide.until(place.id(), () -> window.shell().shown().place() == place);
                    says.accept(
                            guide.picture(number++ + "-" + place.id() + theme).toString());
                }
                guide.click("rail-theme");
            }
        } finally {
            Toolkit.run(() -> {
                window.close();
                return null;
            });
        }
    }
}
