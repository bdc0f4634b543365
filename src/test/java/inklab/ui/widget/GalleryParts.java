package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The gallery's pages of controls and of the drawing pad. */
final class GalleryParts {
    private static final double[][] FOUR = {
        {92, 37, 80, 48, 60, 72, 45, 95, 42, 110, 50, 122, 75, 126, 100, 116, 118, 100},
        {118, 40, 120, 70, 116, 110, 108, 160}
    };

    private GalleryParts() {}

    static List<PadStroke> four() {
        List<PadStroke> strokes = new ArrayList<>();
        for (double[] path : FOUR) {
            List<PadStroke.Point> points = new ArrayList<>();
            for (int i = 0; i < path.length; i += 2)
                points.add(new PadStroke.Point(path[i], path[i + 1], 10 * i, 0.5 - 0.01 * i));
            strokes.add(new PadStroke(points));
        }
        return strokes;
    }

    static List<String> digits() {
        return List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    static Parent draw() {
        DrawingPad pad = new DrawingPad();
        pad.setPrefSize(488, 488);
        pad.setMinSize(488, 488);
        pad.setStrokes(four());
        ProbabilityBars bars = new ProbabilityBars(digits());
        bars.show(new double[] {0, 0, 0.001, 0, 0.764, 0, 0, 0, 0.0005, 0.235});
        Card answer = new Card(bars);
        answer.setPrefSize(488, 488);
        answer.setMinWidth(488);
        return Gallery.page(new HBox(16, pad, answer));
    }

    static Parent controls() {
        VBox panel = new VBox(16);
        panel.getStyleClass().add("side-panel");
        panel.setStyle("-fx-padding: 24px;");
        panel.setPrefWidth(320);
        panel.setMinWidth(320);
        panel.getChildren()
                .addAll(
                        slider("Smoothness σ", 0.5, 16, 6, 8, "%.1f px"),
                        slider("Strength α", 0, 100, 44, 36, "%.0f px"),
                        slider("Rotation", 0, 30, 10, 0, "± %.0f°"),
                        slider("Shear", 0, 30, 0, Double.NaN, "%.0f°"));
        LabeledSlider disabled = slider("Noise", 0, 1, 0.4, Double.NaN, "%.2f");
        disabled.setDisable(true);
        LabeledSlider bare = slider("Pen", 4, 30, 17, Double.NaN, "%.0f");
        bare.setBare(true);
        panel.getChildren().addAll(disabled, bare);
        Card card = new Card("Error", new HBox());
        card.setNote("share of images misread, by epoch");
        Segments segments = new Segments(List.of("Linear", "Log"));
        segments.selectedProperty().set(1);
        card.actions().add(segments);
        card.setProblem(new ProblemStrip(
                        ProblemStrip.Level.DANGER, "The loss is not a number.", "Training stopped at step 812.")
                .withFix("Use rate 0.05", () -> {}));
        Card chosen = new Card("Chosen", new Segments(List.of("Original", "Distorted")));
        chosen.chosenProperty().set(true);
        ProblemStrip slot = new ProblemStrip(
                        ProblemStrip.Level.WARNING,
                        "Max pool 2 × 2 here?",
                        "3 does not divide by 2: the last row and column of every map would be left out.")
                .withFix("Use 3 × 3", () -> {})
                .asDropSlot();
        HBox onPaper = new HBox(8, new Segments(List.of("Original", "Distorted")), new Button("Reshuffle"));
        EmptyState empty = new EmptyState(
                new Glyph(Glyph.Shape.INFO),
                "Your pictures",
                "Drop a folder here: one sub-folder per class",
                new Button("Choose a folder"));
        empty.setPrefHeight(180);
        VBox right = new VBox(
                16,
                card,
                chosen,
                slot,
                new ProblemStrip(ProblemStrip.Level.INFO, "Published as 171,940 weights", "Counted it has 76,040."),
                new ProblemStrip(ProblemStrip.Level.GOOD, "No dead units", "The loss falls steadily."),
                onPaper,
                empty);
        right.setPrefWidth(900);
        return Gallery.page(new HBox(24, panel, right));
    }

    private static LabeledSlider slider(String name, double min, double max, double at, double mark, String format) {
        LabeledSlider slider = new LabeledSlider(name, min, max, (max - min) / 100);
        slider.setFormat(value -> String.format(Locale.ROOT, format, value));
        slider.setValue(at);
        slider.markProperty().set(mark);
        return slider;
    }
}
