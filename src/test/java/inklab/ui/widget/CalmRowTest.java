package inklab.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CalmRowTest {
    private static final class Counting extends VBox {
        private int layouts;

        Counting(HBox row) {
            super(row);
        }

        @Override
        protected void layoutChildren() {
            layouts++;
            super.layoutChildren();
        }
    }

    private Label words;
    private CalmRow row;
    private Counting around;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void show(FxRobot robot) {
        around = new WidgetStage(stage).show(robot, () -> {
            words = new Label("12 %");
            row = new CalmRow(4, new Label("Epoch 3"), words);
            Counting box = new Counting(row);
            box.setPrefWidth(400);
            return box;
        });
    }

    private int layoutsAfter(FxRobot robot, Runnable change) {
        robot.interact(this::lay);
        around.layouts = 0;
        robot.interact(() -> {
            change.run();
            lay();
        });
        return around.layouts;
    }

    /** What a pulse does, and the next one: a row that no longer fits says so while it is laid out. */
    private void lay() {
        Parent root = around.getScene().getRoot();
        root.applyCss();
        root.layout();
        root.layout();
    }

    @Test
    void other_words_are_laid_out_in_the_row_alone(FxRobot robot) {
        double before = words.getWidth();
        assertEquals(0, layoutsAfter(robot, () -> words.setText("13.25 %")));
        assertTrue(words.getWidth() > before + 5, "the label has grown with its words: " + words.getWidth());
    }

    @Test
    void larger_letters_and_words_without_room_are_laid_out_by_all(FxRobot robot) {
        double before = row.getHeight();
        assertTrue(layoutsAfter(robot, () -> words.setStyle("-fx-font-size: 40px")) > 0);
        assertTrue(row.getHeight() > before + 10, "the row has grown with its letters: " + row.getHeight());
        assertTrue(layoutsAfter(robot, () -> words.setText("much too long for the room there is ".repeat(3))) > 0);
    }
}
