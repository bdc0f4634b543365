package inklab.ui.tour;

import inklab.ui.LabWindow;
import inklab.ui.Place;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Walks through all workspaces, in light and in dark. */
public final class Tour {
    private final Path out;
    private final Consumer<String> says;

    /**
     * @param out the folder for the pictures
     * @param says told of each picture, a line each
     */
    public Tour(Path out, Consumer<String> says) {
        this.out = out;
        this.says = says;
    }

    /**
     * Opens the window, walks through it and closes it.
     *
     * @param open makes the window; called on the FX thread
     */
    public void walk(Supplier<LabWindow> open) throws IOException {
        LabWindow window = Toolkit.run(() -> {
            LabWindow made = open.get();
            made.show();
            return made;
        });
        try {
            Guide guide = new Guide(window, out);
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
