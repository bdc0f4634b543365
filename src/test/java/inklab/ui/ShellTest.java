package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.distort.Distortion;
import inklab.engine.Device;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class ShellTest {
    /** A showing window to work on; built, used and closed on the FX thread. */
    private static void inWindow(double width, double height, Consumer<SomeShell> work) {
        inWindow(width, height, Locale.ENGLISH, work);
    }

    private static void inWindow(double width, double height, Locale language, Consumer<SomeShell> work) {
        Snapshots.onFx(() -> {
            SomeShell some = new SomeShell(Place.DATA, language);
            some.look.reduceMotionProperty().set(true);
            Stage stage = new Stage();
            Scene scene = new Scene(some.shell, width, height);
            some.look.themeProperty().addListener((o, was, now) -> now.apply(scene));
            Theme.LIGHT.apply(scene);
            stage.setScene(scene);
            stage.show();
            layOut(some);
            try {
                work.accept(some);
            } finally {
                stage.close();
            }
            return null;
        });
    }

    private static void layOut(SomeShell some) {
        some.shell.applyCss();
        some.shell.layout();
    }

    private static void press(Node target, KeyCode code, boolean shortcut, boolean shift) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        Event.fireEvent(
                target,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut && !mac, false, shortcut && mac));
    }

    private static Bounds place(SomeShell some, String selector) {
        Node node = some.shell.lookup(selector);
        assertThat(node).as(selector).isNotNull();
        return node.localToScene(node.getBoundsInLocal());
    }

    @Test
    void the_frame_has_the_grids_measures_at_each_size() {
        inWindow(1440, 900, some -> {
            assertThat(place(some, ".rail").getWidth()).isEqualTo(80);
            assertThat(place(some, ".top-bar").getHeight()).isEqualTo(56);
            assertThat(place(some, ".panel-scroll").getWidth()).isEqualTo(320);
            assertThat(place(some, "#rail-distort").getMinY()).isEqualTo(132);
            assertThat(place(some, "#content-data").getMinX()).isEqualTo(104);
            assertThat(place(some, "#content-data").getMinY()).isEqualTo(128);
            assertThat(place(some, "#content-data").getMaxX()).isEqualTo(1440 - 320 - 24);
            assertThat(place(some, "#content-data").getMaxY()).isEqualTo(900 - 24);
            assertThat(place(some, "#train").getMaxX()).isEqualTo(1424);
            assertThat(place(some, "#train").getWidth()).isEqualTo(120);
            assertThat(place(some, ".notation-bar").getHeight()).isEqualTo(40);
        });
        inWindow(1280, 800, some -> {
            assertThat(place(some, ".panel-scroll").getWidth()).isEqualTo(280);
            assertThat(place(some, "#content-data").getMaxX()).isEqualTo(1280 - 280 - 24);
        });
        inWindow(1920, 1080, some -> {
            assertThat(place(some, ".panel-scroll").getWidth()).isEqualTo(320);
            assertThat(place(some, "#content-data").getMaxY()).isEqualTo(1080 - 24);
        });
    }

    @Test
    void in_a_window_that_is_too_small_the_content_keeps_its_size_and_scrolls() {
        inWindow(800, 500, some -> {
            Bounds content = place(some, "#content-data");
            assertThat(content.getWidth()).isEqualTo(1120 - 80 - 280 - 48);
            assertThat(content.getHeight()).isEqualTo(720 - 56 - 12 - 44 - 16 - 24);
            assertThat(place(some, "#train").getMaxX()).isLessThanOrEqualTo(800);
        });
    }

    @Test
    void numbers_with_the_shortcut_key_go_to_the_workspaces_and_the_rail_shows_it() {
        inWindow(1440, 900, some -> {
            press(some.shell, KeyCode.DIGIT6, true, false);
            assertThat(some.navigation.place()).isEqualTo(Place.DRAW);
            assertThat(((ToggleButton) some.shell.lookup("#rail-draw")).isSelected())
                    .isTrue();
            assertThat(some.made.get(Place.DRAW).seen).hasToString("shown;");
            assertThat(some.made.get(Place.DATA).seen).hasToString("shown;hidden;");
            ((ToggleButton) some.shell.lookup("#rail-draw")).fire();
            assertThat(((ToggleButton) some.shell.lookup("#rail-draw")).isSelected())
                    .isTrue();
        });
    }

    @Test
    void a_workspace_is_made_when_it_is_first_shown_and_kept() {
        inWindow(1440, 900, some -> {
            assertThat(some.made).containsOnlyKeys(Place.DATA);
            Workspace data = some.shell.shown();
            some.navigation.go(Place.RUNS);
            some.navigation.go(Place.DATA);
            assertThat(some.shell.shown()).isSameAs(data);
            some.shell.close();
            assertThat(some.made.get(Place.DATA).seen).hasToString("shown;hidden;shown;closed;");
            assertThat(some.made).doesNotContainKey(Place.TRAIN);
        });
    }

    @Test
    void the_panels_content_keeps_its_width_when_a_scroll_bar_comes() {
        inWindow(1440, 900, some -> {
            assertThat(place(some, "#panel-data").getWidth()).isEqualTo(272);
            ((Pane) some.shell.lookup("#panel-data")).setMinHeight(2000);
            layOut(some);
            layOut(some);
            assertThat(place(some, "#panel-data").getHeight()).isEqualTo(2000);
            assertThat(place(some, "#panel-data").getWidth()).isEqualTo(272);
        });
    }

    @Test
    void without_a_panel_the_content_takes_its_width() {
        inWindow(1440, 900, some -> {
            some.navigation.go(Place.RUNS);
            layOut(some);
            assertThat(some.shell.lookup("#panel-runs")).isNull();
            assertThat(place(some, "#content-runs").getMaxX()).isEqualTo(1440 - 24);
        });
    }

    @Test
    void projector_mode_enlarges_the_frame_puts_the_panel_away_and_the_actions_at_the_foot() {
        inWindow(1440, 900, some -> {
            ((Button) some.shell.lookup("#rail-projector")).fire();
            layOut(some);
            assertThat(place(some, ".rail").getWidth()).isEqualTo(112);
            assertThat(place(some, ".top-bar").getHeight()).isEqualTo(72);
            assertThat(some.shell.lookup("#panel-data")).isNull();
            assertThat(place(some, "#content-data").getMaxX()).isEqualTo(1440 - 24);
            assertThat(place(some, "#action-data").getMinY()).isGreaterThan(700);
            press(some.shell, KeyCode.DIGIT0, true, false);
            layOut(some);
            assertThat(place(some, "#panel-data").getMinX()).isGreaterThan(900);
            ((Button) some.shell.lookup("#rail-projector")).fire();
            layOut(some);
            assertThat(place(some, "#action-data").getMinY()).isLessThan(120);
            assertThat(place(some, "#panel-data").getMinX()).isEqualTo(1440 - 320 + 24);
        });
    }

    @Test
    void the_overview_lists_every_key_opens_on_f1_and_closes_on_escape() {
        inWindow(1440, 900, some -> {
            press(some.shell, KeyCode.F1, false, false);
            layOut(some);
            assertThat(some.shell.overlay().isOpen()).isTrue();
            assertThat(some.shell.lookupAll(".key")).hasSizeGreaterThan(15);
            press(some.shell.lookup(".help-card"), KeyCode.ESCAPE, false, false);
            assertThat(some.shell.overlay().isOpen()).isFalse();
        });
    }

    @Test
    void keys_without_the_shortcut_key_are_left_to_text_fields() {
        inWindow(1440, 900, some -> {
            TextField field = new TextField();
            ((Pane) some.shell.lookup("#content-data")).getChildren().add(field);
            Event.fireEvent(
                    field, new KeyEvent(KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, true, false, false, false));
            assertThat(some.shell.overlay().isOpen()).isFalse();
            Event.fireEvent(
                    some.shell,
                    new KeyEvent(KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, true, false, false, false));
            assertThat(some.shell.overlay().isOpen()).isTrue();
        });
    }

    @Test
    void undo_works_from_every_workspace() {
        inWindow(1440, 900, some -> {
            some.selection.edit(some.selection.recipe().withDistortion(Distortion.NONE));
            some.navigation.go(Place.INSPECT);
            press(some.shell, KeyCode.Z, true, false);
            assertThat(some.selection.recipe()).isEqualTo(SomeRecipes.CIRESAN);
            press(some.shell, KeyCode.Z, true, true);
            assertThat(some.selection.recipe().distortion()).isEqualTo(Distortion.NONE);
        });
    }

    @Test
    void the_train_button_starts_then_shows_progress_then_pauses_and_resumes() {
        inWindow(1440, 900, some -> {
            ((Button) some.shell.lookup("#train")).fire();
            some.training.live.set(new Live("ciresan-elastic", 15, 40, 0.37, 599, false));
            layOut(some);
            assertThat(((Label) some.shell.lookup(".train-epoch")).getText()).isEqualTo("Epoch 15 of 40");
            assertThat(((Label) some.shell.lookup(".train-left")).getText()).isEqualTo("10 min left");
            assertThat(place(some, "#train-live").getWidth()).isEqualTo(232);
            assertThat(place(some, ".train-bar").getWidth()).isBetween(85.0, 87.0);
            Button live = (Button) some.shell.lookup("#train-live");
            live.fire();
            some.training.live.set(new Live("ciresan-elastic", 15, 40, 0.37, 599, true));
            live.fire();
            some.training.live.set(null);
            assertThat(some.shell.lookup("#train").isVisible()).isTrue();
            assertThat(some.training.asked).hasToString("start ciresan-elastic;pause;resume;");
        });
    }

    @Test
    void the_chip_opens_the_devices_and_threads_and_says_why_one_cannot_be_used() {
        inWindow(1440, 900, some -> {
            DeviceChip chip = (DeviceChip) some.shell.lookup("#device");
            assertThat(chip.items()).extracting(MenuItem::getText).contains("The engines are starting.");
            Device cpu = new Device("cpu", "amd64, 2 cores", 1L << 30, true, "");
            Device old = new Device("cuda:0", "Tesla C2075", 6L << 30, false, "It is too old for this CUDA.");
            some.selection.found(List.of(old, cpu));
            assertThat(some.selection.deviceProperty().get()).isEqualTo(cpu);
            MenuItem card = item(chip, "device-cuda-0");
            assertThat(card.isDisable()).isTrue();
            assertThat(card.getText()).contains("Tesla C2075", "too old");
            assertThat(((RadioMenuItem) item(chip, "device-cpu")).isSelected()).isTrue();
            item(chip, "device-threads-1").fire();
            assertThat(some.selection.threads()).isEqualTo(1);
            assertThat(chip.getText()).isEqualTo("CPU · 1 thread");
            Device torch = new Device("torch/cpu", "amd64, 2 cores", 1L << 30, true, "");
            Device hopper = new Device("torch/cuda:0", "NVIDIA H200", 141L << 30, "9.0", true, "");
            some.selection.found(List.of(cpu, torch, hopper));
            assertThat(chip.items())
                    .extracting(MenuItem::getText)
                    .contains("Engine torch", "NVIDIA H200 · 151 GB · 9.0");
            item(chip, "device-torch-cpu").fire();
            assertThat(chip.getText()).isEqualTo("torch · CPU · 1 thread");
            item(chip, "device-torch-cuda-0").fire();
            assertThat(chip.getText()).isEqualTo("torch · NVIDIA H200");
            assertThat(some.selection.deviceId()).isEqualTo("torch/cuda:0");
        });
    }

    @Test
    void a_device_that_needs_another_start_is_remembered_for_it_and_the_one_at_work_stays() {
        inWindow(1440, 900, some -> {
            DeviceChip chip = (DeviceChip) some.shell.lookup("#device");
            Device cpu = new Device("cpu", "amd64, 2 cores", 1L << 30, true, "");
            Device card = new Device("cuda:0", "Tesla T4", 16L << 30, "7.5", true, "").later();
            some.selection.found(List.of(card, cpu));
            assertThat(some.selection.deviceId()).isEqualTo("cpu");
            assertThat(item(chip, "device-cuda-0").getText()).endsWith("From the next start of Inklab on.");
            item(chip, "device-cuda-0").fire();
            assertThat(some.selection.deviceId()).isEqualTo("cpu");
            assertThat(some.selection.nextDeviceId()).isEqualTo("cuda:0");
            assertThat(((RadioMenuItem) item(chip, "device-cuda-0")).isSelected())
                    .isTrue();
            assertThat(some.notices.shown())
                    .extracting(Notice::what)
                    .contains("Tesla T4 trains from the next start of Inklab on; until then it is amd64, 2 cores.");
            item(chip, "device-cpu").fire();
            assertThat(some.selection.nextDeviceId()).isEqualTo("cpu");
        });
    }

    private static MenuItem item(DeviceChip chip, String id) {
        return chip.items().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_dot_stands_before_the_recipes_name_while_it_differs_from_the_saved_one() {
        inWindow(1440, 900, some -> {
            assertThat(some.shell.lookup(".changed-dot")).isNull();
            some.selection.edit(some.selection.recipe().withDistortion(Distortion.NONE));
            layOut(some);
            assertThat(some.shell.lookup(".changed-dot")).isNotNull();
            some.selection.saved(Path.of("x.json"));
            layOut(some);
            assertThat(some.shell.lookup(".changed-dot")).isNull();
        });
    }

    @Test
    void a_dropped_picture_goes_to_the_workspace_that_takes_it_and_a_recipe_is_opened() {
        inWindow(1440, 900, some -> {
            List<Path> left = some.shell.open(List.of(Path.of("three.png"), Path.of("a.json"), Path.of("b.doc")));
            assertThat(some.navigation.place()).isEqualTo(Place.DRAW);
            assertThat(some.made.get(Place.DRAW).seen.toString()).contains("open three.png;");
            some.parts.recipes().drop(left);
            assertThat(some.selection.recipe().net().layers()).hasSize(1);
            assertThat(some.parts.recipes().recent()).containsExactly(Path.of("a.json"));
            assertThat(some.notices.shown())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.what()).contains("b.doc"));
        });
    }

    @Test
    void notices_are_shown_once_each_at_most_three_and_can_be_closed() {
        inWindow(1440, 900, some -> {
            for (int i = 1; i <= 5; i++) some.notices.add(Notice.warning("warning " + i, "do this"));
            some.notices.add(Notice.warning("warning 5", "do this"));
            layOut(some);
            assertThat(some.shell.lookupAll(".notice")).hasSize(3);
            ((Button) some.shell.lookup(".notice .bare")).fire();
            layOut(some);
            assertThat(some.shell.lookupAll(".notice")).hasSize(2);
        });
    }

    @Test
    void everything_that_can_be_pressed_in_the_frame_has_a_name_for_those_who_cannot_see_it() {
        inWindow(1440, 900, some -> {
            for (Node node : some.shell.lookupAll(".button")) {
                Button button = (Button) node;
                assertThat(button.getText() + button.getAccessibleText())
                        .as(String.valueOf(button.getId()))
                        .isNotEqualTo("null")
                        .isNotBlank();
            }
            for (Node node : some.shell.lookupAll(".rail-tool"))
                assertThat(node.getAccessibleText()).isNotBlank();
        });
    }
}
