package inklab.ui.inspect;

import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.Role;
import inklab.ui.widget.ThinBar;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The three most probable classes. */
final class AnswerList extends VBox {
    private static final int SHOWN = 3;

    /** A smaller share has no bar. */
    private static final double LEAST = 0.004;

    private static final class Row extends HBox {
        private final Label name = new Label();
        private final ThinBar bar = ThinBar.of(Role.ACCENT, Role.TRACK, 8);
        private final Label share = new Label();

        Row() {
            super(10);
            setAlignment(Pos.CENTER_LEFT);
            setAccessibleRole(AccessibleRole.TEXT);
            name.getStyleClass().add("type-figure");
            name.setMinWidth(USE_PREF_SIZE);
            share.getStyleClass().addAll("type-figure", "inspect-share");
            share.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            getChildren().addAll(name, bar, share);
        }

        void show(String label, double value) {
            name.setText(label);
            bar.show(value < LEAST ? 0 : value);
            share.setText(Figures.percent(value, 1));
            setAccessibleText(label + ", " + share.getText());
        }
    }

    private final Classes classes;
    private final Texts texts;
    private final Label truth = UnitPanel.note();
    private final List<Row> rows =
            IntStream.range(0, SHOWN).mapToObj(i -> new Row()).toList();

    AnswerList(Classes classes, Texts texts) {
        this.classes = classes;
        this.texts = texts;
        setSpacing(6);
        setId("inspect-answer");
        Label title = UnitPanel.heading();
        title.setText(texts.get("answer.title"));
        getChildren().add(UnitPanel.head(title, truth));
        getChildren().addAll(rows);
    }

    List<String> names(Look look) {
        return classes.names(look.probabilities().length);
    }

    void show(Look look, boolean blank) {
        List<String> names = names(look);
        int label = look.exhibit().label();
        truth.setText(label < 0 || blank ? "" : texts.get("answer.truth", names.get(label)));
        float[] p = look.probabilities();
        List<Integer> best = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Float.compare(p[b], p[a]))
                .limit(SHOWN)
                .toList();
        for (int i = 0; i < SHOWN; i++) {
            boolean there = i < best.size();
            rows.get(i).setVisible(there);
            if (there) rows.get(i).show(names.get(best.get(i)), p[best.get(i)]);
        }
        // Bars begin below each other, however long the names are.
        double widest = 0;
        for (Row row : rows) {
            row.name.setMinWidth(USE_PREF_SIZE);
            widest = Math.max(widest, row.name.prefWidth(-1));
        }
        for (Row row : rows) row.name.setMinWidth(widest);
    }
}
