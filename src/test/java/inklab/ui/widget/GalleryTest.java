package inklab.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.ui.Theme;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every widget in every theme, drawn to {@code target/gallery} to be looked at. */
@ExtendWith(ApplicationExtension.class)
class GalleryTest {
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @Test
    void every_page_is_drawn_in_every_theme(FxRobot robot) {
        for (var page : Gallery.pages().entrySet())
            for (Theme theme : Theme.values()) {
                robot.interact(() -> {
                    stage.setScene(Look.scene(theme, page.getValue().get(), 1440, 900));
                    stage.show();
                });
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(() -> {
                    WritableImage image = stage.getScene().snapshot(null);
                    Look.write(image, page.getKey() + "-" + Look.id(theme));
                    assertThat(colours(image))
                            .as("%s in %s", page.getKey(), theme)
                            .hasSizeGreaterThan(20);
                });
            }
    }

    @Test
    void every_role_has_a_colour_of_its_theme(FxRobot robot) {
        for (Theme theme : Theme.values())
            robot.interact(() -> {
                DigitView view = new DigitView(20);
                Scene scene = Look.scene(theme, new StackPane(view), 100, 100);
                scene.getRoot().applyCss();
                for (Role role : Role.values())
                    assertThat(view.ink().get(role)).as("%s in %s", role, theme).isNotEqualTo(Color.BLACK);
            });
    }

    @Test
    void text_in_every_role_is_readable_where_it_stands(FxRobot robot) {
        for (Theme theme : Theme.values())
            robot.interact(() -> {
                DigitView view = new DigitView(20);
                Scene scene = Look.scene(theme, new StackPane(view), 100, 100);
                scene.getRoot().applyCss();
                InkStyle ink = view.ink();
                for (Role text : new Role[] {Role.INK, Role.INK_2, Role.INK_3, Role.ACCENT, Role.DANGER, Role.GOOD})
                    assertThat(Contrast.ratio(ink.get(text), ink.get(Role.SHEET)))
                            .as("%s on a sheet in %s", text, theme)
                            .isGreaterThanOrEqualTo(4.5);
                for (int k = 0; k < 6; k++)
                    assertThat(Contrast.ratio(ink.get(Role.series(k).asText()), ink.get(Role.SHEET)))
                            .as("series %s as text in %s", k + 1, theme)
                            .isGreaterThanOrEqualTo(4.5);
            });
    }

    @Test
    void projector_mode_makes_type_and_lines_larger(FxRobot robot) {
        robot.interact(() -> {
            DigitView view = new DigitView(20);
            Scene scene = Look.scene(Theme.PROJECTOR, new StackPane(view), 100, 100);
            scene.getRoot().applyCss();
            assertThat(view.ink().get(Measure.CAPTION)).isGreaterThanOrEqualTo(17);
            assertThat(view.ink().get(Measure.CURVE)).isEqualTo(1.75);
            Theme.LIGHT.apply(scene);
            scene.getRoot().applyCss();
            assertThat(view.ink().get(Measure.CAPTION)).isEqualTo(12);
        });
    }

    private static Set<Integer> colours(WritableImage image) {
        PixelReader pixels = image.getPixelReader();
        Set<Integer> found = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3)
            for (int x = 0; x < image.getWidth(); x += 3) found.add(pixels.getArgb(x, y));
        return found;
    }
}
