package inklab;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.ui.Place;
import inklab.ui.draw.SomeDrawings;
import inklab.ui.widget.DrawingPad;
import inklab.ui.widget.PadStroke;
import java.nio.file.Path;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start with nothing on the disk and no network: a digit is drawn and read, and Train trains. */
class FirstStartJourneyTest {
    @TempDir
    private Path folder;

    @Test
    void a_3_is_drawn_and_read_by_the_net_that_came_along_and_train_trains() throws Exception {
        try (RealWindow window = new RealWindow(folder)) {
            assertThat(window.place()).isEqualTo(Place.DRAW);
            assertThat(window.selection().recipe().name()).isEqualTo("quick-ink");
            for (PadStroke stroke : SomeDrawings.digit(3)) draw(window, stroke);
            window.until(
                    120,
                    () -> ((Text) window.window.scene().lookup("#draw-digit"))
                            .getText()
                            .equals("3"));

            window.robot.clickOn("#train");
            var live = window.window.parts().training().liveProperty();
            window.until(
                    120,
                    () -> live.get() != null
                            && live.get().epoch() >= 1
                            && live.get().fraction() > 0);
            assertThat(live.get().run()).isEqualTo("quick-ink");
        }
    }

    private static void draw(RealWindow window, PadStroke stroke) {
        DrawingPad pad = (DrawingPad) window.node("draw-pad");
        boolean down = false;
        // A mouse reports fewer places than a pen.
        for (int i = 0; i < stroke.points().size(); i += 3) {
            PadStroke.Point p = stroke.points().get(i);
            double scale = pad.getWidth() / 280;
            Point2D at = pad.localToScreen(p.x() * scale, p.y() * scale);
            window.robot.moveTo(at);
            if (!down) window.robot.press(MouseButton.PRIMARY);
            down = true;
        }
        window.robot.release(MouseButton.PRIMARY);
    }
}
