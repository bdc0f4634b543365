package inklab.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Real presses, drags and keys on single widgets. */
@ExtendWith(ApplicationExtension.class)
class HandlingTest {
    private WidgetStage stage;

    @Start
    void start(Stage primary) {
        stage = new WidgetStage(primary);
    }

    private static Point2D at(Node node, double x, double y) {
        return node.localToScreen(x, y);
    }

    private static void drag(FxRobot robot, Node node, double... path) {
        robot.moveTo(at(node, path[0], path[1])).press(MouseButton.PRIMARY);
        for (int i = 2; i < path.length; i += 2) robot.moveTo(at(node, path[i], path[i + 1]));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static DrawingPad pad() {
        DrawingPad pad = new DrawingPad();
        pad.setPrefSize(280, 280);
        return pad;
    }

    @Test
    void a_stroke_on_the_pad_is_told_point_by_point_in_pad_units(FxRobot robot) {
        DrawingPad pad = stage.show(robot, HandlingTest::pad);
        List<Integer> told = new ArrayList<>();
        robot.interact(() -> pad.setOnInk(strokes ->
                told.add(strokes.stream().mapToInt(s -> s.points().size()).sum())));
        drag(robot, pad, 70, 70, 140, 140, 210, 70);
        List<PadStroke> strokes = pad.strokes();
        assertThat(strokes).hasSize(1);
        List<PadStroke.Point> points = strokes.get(0).points();
        assertThat(points.get(0).x()).isCloseTo(70, within(2.0));
        assertThat(points.get(points.size() - 1).x()).isCloseTo(210, within(2.0));
        assertThat(points).anyMatch(p -> p.y() > 135);
        assertThat(told).isSorted().hasSizeGreaterThanOrEqualTo(points.size());
        assertThat(points.get(points.size() - 1).millis())
                .isGreaterThan(points.get(0).millis());
    }

    @Test
    void a_map_says_of_a_cell_that_failed_and_of_one_that_waits_what_they_are(FxRobot robot) {
        HeatMap map = stage.show(robot, HeatMap::new);
        robot.interact(() -> map.show(
                "σ",
                List.of("4"),
                "α",
                List.of("8", "16", "24"),
                List.of(
                        new HeatMap.Cell(0, 0, 0.03, "α 8", ""),
                        new HeatMap.Cell(0, 1, Double.NaN, "α 16", "failed"),
                        new HeatMap.Cell(0, 2, Double.NaN, "α 24", ""))));
        robot.clickOn(map).push(KeyCode.LEFT).push(KeyCode.LEFT);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            said.add((String) map.queryAccessibleAttribute(AccessibleAttribute.TEXT));
            robot.push(KeyCode.RIGHT);
        }
        assertThat(said).containsExactly("α 8 0.03", "α 16 failed", "α 24 –");
    }

    @Test
    void strokes_are_undone_and_done_again_and_clearing_is_undone_as_a_whole(FxRobot robot) {
        DrawingPad pad = stage.show(robot, HandlingTest::pad);
        drag(robot, pad, 60, 60, 60, 200);
        drag(robot, pad, 120, 60, 120, 200);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(pad.strokes()).hasSize(1);
        robot.push(KeyCode.SHORTCUT, KeyCode.Y);
        assertThat(pad.strokes()).hasSize(2);
        robot.push(KeyCode.DELETE);
        assertThat(pad.isBlank()).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(pad.strokes()).hasSize(2);
    }

    @Test
    void the_keyboard_draws_as_well(FxRobot robot) {
        DrawingPad pad = stage.show(robot, HandlingTest::pad);
        robot.interact(pad::requestFocus);
        robot.push(KeyCode.SPACE)
                .push(KeyCode.DOWN)
                .push(KeyCode.DOWN)
                .push(KeyCode.RIGHT)
                .push(KeyCode.SPACE);
        robot.push(KeyCode.LEFT);
        List<PadStroke.Point> points = pad.strokes().get(0).points();
        assertThat(points).hasSize(4);
        assertThat(points.get(2).y() - points.get(0).y()).isCloseTo(40, within(0.01));
        assertThat(points.get(3).x() - points.get(2).x()).isCloseTo(20, within(0.01));
    }

    @Test
    void ink_stands_where_the_pen_was(FxRobot robot) {
        DrawingPad pad = stage.show(robot, HandlingTest::pad);
        drag(robot, pad, 140, 60, 140, 140, 140, 220);
        robot.interact(() -> {
            var picture = pad.snapshot(null, null);
            assertThat(picture.getPixelReader().getColor(140, 140).getBrightness())
                    .isLessThan(0.3);
            assertThat(picture.getPixelReader().getColor(200, 140).getBrightness())
                    .isGreaterThan(0.9);
        });
    }

    @Test
    void a_slider_follows_the_knob_and_stays_on_its_steps(FxRobot robot) {
        LabeledSlider slider = stage.show(robot, () -> {
            LabeledSlider made = new LabeledSlider("Strength", 0, 100, 1);
            made.setFormat(value -> Math.round(value) + " px");
            made.setPrefSize(272, 38);
            return made;
        });
        drag(robot, slider, 0, 29, 136, 29);
        assertThat(slider.getValue()).isBetween(48.0, 52.0).isEqualTo(Math.rint(slider.getValue()));
        assertThat(slider.changingProperty().get()).isFalse();
        robot.push(KeyCode.END).push(KeyCode.LEFT);
        assertThat(slider.getValue()).isEqualTo(99);
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(slider.getValue()).isEqualTo(89);
    }

    @Test
    void a_click_on_the_value_takes_an_exact_number_and_refuses_one_out_of_range(FxRobot robot) {
        LabeledSlider slider = stage.show(robot, () -> {
            LabeledSlider made = new LabeledSlider("Smoothness", 0.5, 16, 0.1);
            made.setPrefSize(272, 38);
            return made;
        });
        Node value = slider.lookup(".slider-value");
        robot.clickOn(value);
        robot.write("6.3").push(KeyCode.ENTER);
        assertThat(slider.getValue()).isEqualTo(6.3);
        robot.clickOn(value);
        robot.write("99").push(KeyCode.ENTER);
        assertThat(slider.getValue()).isEqualTo(6.3);
        TextField field = (TextField) slider.lookup(".slider-field");
        assertThat(field.isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(field.isVisible()).isFalse();
    }

    @Test
    void a_click_on_a_confusion_cell_chooses_it_and_arrows_move_on(FxRobot robot) {
        List<Integer> chosen = new ArrayList<>();
        ConfusionMatrix matrix = stage.show(robot, () -> {
            ConfusionMatrix made = new ConfusionMatrix(GalleryParts.digits());
            made.setCounts(GalleryParts.digits(), GalleryMaps.confusion(10));
            made.setOnChosen(chosen::add);
            made.setPrefSize(360, 350);
            return made;
        });
        // 10 cells in what the heads leave of 350 px: 32 px each, the last one in the corner.
        robot.clickOn(at(matrix, 348, 338));
        assertThat(chosen).containsExactly(99);
        robot.push(KeyCode.UP).push(KeyCode.LEFT).push(KeyCode.ENTER);
        assertThat(chosen).containsExactly(99, 88);
        assertThat(matrix.selectedProperty().get()).isEqualTo(88);
    }

    @Test
    void a_wall_chooses_by_click_and_keys_and_keeps_indices_when_filtered(FxRobot robot) {
        List<Integer> chosen = new ArrayList<>();
        DigitWall wall = stage.show(robot, () -> {
            DigitWall made = new DigitWall(40);
            made.setColumns(8);
            made.setCells(Gallery.wall(64, false));
            made.setOnChosen(chosen::add);
            made.setPrefSize(480, 480);
            return made;
        });
        robot.clickOn(at(wall, 90, 90));
        assertThat(chosen).containsExactly(9);
        robot.push(KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(chosen).containsExactly(9, 18);
        robot.interact(() -> wall.setFilter(i -> i % 2 == 1));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(at(wall, 20, 20));
        assertThat(chosen).containsExactly(9, 18, 1);
        assertThat(wall.shownCount()).isEqualTo(32);
    }

    @Test
    void dragging_over_a_chart_zooms_and_a_double_click_shows_all_again(FxRobot robot) {
        CurveChart chart = stage.show(robot, () -> {
            CurveChart made = GalleryCharts.error();
            made.setPrefSize(600, 260);
            return made;
        });
        drag(robot, chart, 150, 100, 220, 100, 300, 100);
        assertThat(chart.isZoomed()).isTrue();
        robot.doubleClickOn(at(chart, 200, 100));
        assertThat(chart.isZoomed()).isFalse();
    }

    @Test
    void pointing_at_a_chart_snaps_to_the_epochs_and_arrows_walk_along_them(FxRobot robot) {
        CurveChart chart = stage.show(robot, () -> {
            CurveChart made = GalleryCharts.error();
            made.setPrefSize(600, 260);
            return made;
        });
        robot.moveTo(at(chart, 250, 100));
        WaitForAsyncUtils.waitForFxEvents();
        double epoch = chart.pointedProperty().get();
        assertThat(epoch).isBetween(1.0, 14.0).isEqualTo(Math.rint(epoch));
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertThat(chart.pointedProperty().get()).isEqualTo(epoch + 1);
        assertThat(chart.accessibleDetail()).contains("Epoch").contains("validation");
    }

    @Test
    void exactly_one_segment_is_chosen_whatever_is_pressed(FxRobot robot) {
        Segments segments = stage.show(robot, () -> new Segments(List.of("Linear", "Log", "Both")));
        robot.clickOn("Log");
        robot.clickOn("Log");
        assertThat(segments.selectedProperty().get()).isEqualTo(1);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertThat(segments.selectedProperty().get()).isEqualTo(2);
    }

    @Test
    void an_inline_field_takes_what_passes_and_says_what_does_not(FxRobot robot) {
        List<String> taken = new ArrayList<>();
        InlineField field = stage.show(robot, () -> {
            InlineField made = new InlineField("maps");
            made.setValue("20 maps", "20");
            made.setCheck(text -> text.matches("\\d+") ? Optional.empty() : Optional.of("A whole number, please."));
            made.setOnCommit(taken::add);
            return made;
        });
        robot.clickOn(field);
        robot.write("many").push(KeyCode.ENTER);
        assertThat(taken).isEmpty();
        TextField editor = (TextField) field.lookup(".inline-editor");
        assertThat(editor.getAccessibleHelp()).isEqualTo("A whole number, please.");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("40").push(KeyCode.ENTER);
        assertThat(taken).containsExactly("40");
        assertThat(editor.isVisible()).isFalse();
    }

    @Test
    void a_dragged_card_asks_for_its_new_place_and_fixed_ones_stay(FxRobot robot) {
        List<String> moves = new ArrayList<>();
        ReorderColumn column = stage.show(robot, () -> {
            ReorderColumn made = new ReorderColumn();
            List<Region> cards = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Region card = new Region();
                card.setPrefSize(300, 50);
                card.setFocusTraversable(true);
                card.getStyleClass().add("card");
                cards.add(card);
            }
            made.setItems(cards);
            made.setFixed(1, 1);
            made.setOnMove((from, to) -> moves.add(from + " to " + to));
            return made;
        });
        drag(robot, column, 100, 83, 100, 110, 100, 160, 100, 200);
        assertThat(moves).containsExactly("1 to 3");
        drag(robot, column, 100, 25, 100, 100, 100, 160);
        assertThat(moves).hasSize(1);
        drag(robot, column, 100, 199, 100, 150, 100, 20, 100, 0);
        assertThat(moves).containsExactly("1 to 3", "3 to 1");
        robot.interact(() -> column.items().get(2).requestFocus());
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(moves).endsWith("2 to 1");
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(moves).endsWith("2 to 3").hasSize(4);
    }

    @Test
    void the_scrubber_walks_the_epochs_there_are(FxRobot robot) {
        EpochScrubber scrubber = stage.show(robot, () -> {
            EpochScrubber made = new EpochScrubber();
            made.setEpochs(List.of(0, 2, 4, 8, 14), new double[0]);
            made.setPrefSize(700, 84);
            return made;
        });
        Node track = scrubber.lookup(".epoch-track");
        Bounds bounds = track.getBoundsInLocal();
        robot.clickOn(at(track, bounds.getWidth() * 0.55, bounds.getHeight() - 26));
        assertThat(scrubber.epochProperty().get()).isEqualTo(8);
        robot.push(KeyCode.LEFT);
        assertThat(scrubber.epochProperty().get()).isEqualTo(4);
        robot.push(KeyCode.END);
        assertThat(scrubber.epochProperty().get()).isEqualTo(14);
    }

    @Test
    void a_copied_picture_lies_on_the_ground_that_it_is_seen_on(FxRobot robot) {
        DigitView digit = new DigitView(20);
        StackPane card = stage.show(robot, () -> {
            StackPane made = new StackPane(new Group(digit));
            made.setStyle("-fx-background-color: #123456; -fx-padding: 8px");
            return made;
        });
        assertThat(card.getBackground()).isNotNull();
        robot.interact(() -> CopyPicture.toClipboard(digit));
        robot.interact(() -> {
            Image copied = Clipboard.getSystemClipboard().getImage();
            assertThat(copied.getWidth()).isGreaterThanOrEqualTo(40);
            assertThat(copied.getPixelReader().getColor(20, 20)).isEqualTo(Color.web("#123456"));
        });
    }
}
