package inklab.ui.tour;

import inklab.ui.LabWindow;
import inklab.ui.Place;
import inklab.ui.Training;
import inklab.ui.work.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * A visit to all workspaces, by real clicks on real images: a net is trained, a distortion is tried, a digit is drawn. Then everything once
 * more in the dark, and the pad as a lecture hall sees it.
 */
public final class Tour {
    private final LabWindow window;
    private final Guide guide;
    private final Stops stops;
    private final Consumer<String> says;

    /**
     * @param window showing, on a recipe that is trained in seconds
     * @param out the folder for the pictures
     * @param says told of each picture, a line each
     */
    public Tour(LabWindow window, Training training, Path out, Consumer<String> says) {
        this.window = window;
        this.says = says;
        guide = new Guide(window, out);
        stops = new Stops(window, training, guide);
    }

    /**
     * Walks through the window and closes it. Not for the FX thread.
     *
     * @throws IOException in one sentence, when a picture cannot be written, or something did not come that should
     */
    public void walk() throws IOException {
        try {
            guide.settle();
            says.accept("A small net is trained twice on the way: two minutes, more where other programs work.");
            // A net that has learnt something, for all who ask one.
            stops.go(Place.TRAIN);
            stops.act(Place.TRAIN);
            for (Place place : Place.values()) {
                stops.go(place);
                stops.act(place);
                picture(place, "");
            }
            guide.click("rail-theme");
            for (Place place : Place.values()) {
                stops.go(place);
                picture(place, "-dark");
            }
            guide.click("rail-theme");
            stops.go(Place.DRAW);
            guide.click("rail-projector");
            picture(Place.DRAW, "-projector");
        } catch (Guide.Lost | IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        } catch (CompletionException e) {
            throw new IOException(String.valueOf(e.getCause().getMessage()), e);
        } finally {
            Toolkit.run(() -> {
                window.close();
                return null;
            });
        }
    }

    private void picture(Place place, String suffix) throws IOException {
        says.accept(guide.picture((List.of(Place.values()).indexOf(place) + 1) + "-" + place.id() + suffix)
                .toString());
    }
}
