package inklab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.ui.widget.Face;
import inklab.ui.widget.Measure;
import inklab.ui.widget.ProbabilityBars;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private static final Pattern ROLE = Pattern.compile("^ {4}(-[a-z0-9-]+): (#[0-9A-F]{6});$", Pattern.MULTILINE);

    @Test
    void words_on_canvases_are_set_in_the_family_of_the_words_around_them() {
        String family = Snapshots.onFx(() -> {
            ProbabilityBars bars = new ProbabilityBars(List.of("0", "1"));
            Scene scene = new Scene(new StackPane(bars), 300, 300);
            Theme.LIGHT.apply(scene, new Typeface("System"));
            scene.getRoot().applyCss();
            return bars.ink().font(Face.SANS, Measure.NOTE).getFamily();
        });
        assertThat(family).isEqualTo(Font.font("System", 13).getFamily()).isNotEqualTo("IBM Plex Sans");
    }

    @Test
    void every_theme_gives_a_colour_to_the_same_roles() throws IOException {
        assertThat(roles(Theme.DARK).keySet()).isEqualTo(roles(Theme.LIGHT).keySet());
        assertThat(roles(Theme.PROJECTOR).keySet()).isEqualTo(roles(Theme.LIGHT).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void text_stands_out_from_the_ground_it_is_written_on(Theme theme) throws IOException {
        Map<String, Color> roles = roles(theme);
        List<String> faint = new ArrayList<>();
        for (String text : List.of("-ink", "-ink-2", "-ink-3", "-accent", "-danger", "-warning", "-good"))
            for (String ground : List.of("-paper", "-frame", "-sheet")) check(roles, text, ground, 4.5, faint);
        for (String tone : List.of("-accent", "-danger", "-warning", "-good"))
            check(roles, tone, tone + "-soft", 4.5, faint);
        for (int i = 1; i <= 6; i++) {
            check(roles, "-series-" + i + "-text", "-sheet", 4.5, faint);
            check(roles, "-series-" + i, "-sheet", 2.9, faint);
        }
        check(roles, "-on-accent", "-accent", 4.5, faint);
        check(roles, "-on-accent", "-accent-hover", 4.5, faint);
        check(roles, "-on-inverse", "-inverse", 4.5, faint);
        check(roles, "-on-inverse-2", "-inverse", 4.5, faint);
        assertThat(faint).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void standard_controls_show_themselves_on_paper_on_a_card_and_in_the_panel(Theme theme) {
        Snapshots.draw("controls-" + theme.name().toLowerCase(java.util.Locale.ROOT), 1100, 560, theme, () -> {
            VBox card = new VBox(12, controls());
            card.getStyleClass().add("card");
            VBox panel = new VBox(12, controls());
            panel.getStyleClass().add("side-panel");
            panel.setPadding(new Insets(16));
            VBox all = new VBox(16, controls(), card, panel);
            all.setPadding(new Insets(24));
            return all;
        });
    }

    private static Parent controls() {
        Button primary = new Button("Put into the recipe");
        primary.getStyleClass().add("primary");
        Button off = new Button("Redo");
        off.setDisable(true);
        ToggleButton linear = new ToggleButton("Linear");
        ToggleButton log = new ToggleButton("Log");
        log.setSelected(true);
        HBox segments = new HBox(linear, log);
        segments.getStyleClass().add("segments");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("tanh", "ReLU");
        combo.setValue("tanh");
        TextField field = new TextField();
        field.setPromptText("Find a run");
        ToggleSwitch on = new ToggleSwitch("Centring");
        on.setSelected(true);
        CheckBox ticked = new CheckBox("ticked");
        ticked.setSelected(true);
        Label caption = new Label("caption");
        caption.getStyleClass().add("type-caption");
        FlowPane pane = new FlowPane(
                12,
                12,
                new Button("Verify"),
                off,
                primary,
                segments,
                new MenuButton("Presets"),
                combo,
                field,
                new Slider(0, 10, 4),
                new RangeSlider(0, 10, 2, 7),
                on,
                new ToggleSwitch("Off"),
                ticked,
                new CheckBox("not"),
                new ProgressBar(0.4),
                new Label("body"),
                caption);
        return pane;
    }

    private static void check(
            Map<String, Color> roles, String text, String ground, double atLeast, List<String> faint) {
        double ratio = contrast(roles.get(text), roles.get(ground));
        if (ratio < atLeast) faint.add("%s on %s: %.2f".formatted(text, ground, ratio));
    }

    /** WCAG 2's contrast ratio. */
    private static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Color> roles(Theme theme) throws IOException {
        String name = "theme/" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".css";
        Map<String, Color> roles = new LinkedHashMap<>();
        try (InputStream in = Theme.class.getResourceAsStream(name)) {
            Matcher m = ROLE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (m.find()) roles.put(m.group(1), Color.web(m.group(2)));
        }
        return roles;
    }
}
