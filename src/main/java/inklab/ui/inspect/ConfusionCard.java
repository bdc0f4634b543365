package inklab.ui.inspect;

import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.ConfusionMatrix;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.ThinBar;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;

/** Truth against answer of the epoch that is looked at; a cell is chosen by click and by arrow keys. */
final class ConfusionCard {
    private static final double FADED = 0.35;

    private final InspectViewModel model;
    private final Classes classes;
    private final Texts texts;
    private final ConfusionMatrix matrix =
            new ConfusionMatrix(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    private final Label words = new Label();
    private final ThinBar reading = ThinBar.progressInCard();
    private final Card card;
    private boolean filling;

    ConfusionCard(InspectViewModel model, Classes classes, Texts texts) {
        this.model = model;
        this.classes = classes;
        this.texts = texts;
        matrix.setId("inspect-matrix");
        matrix.setAccessibleText(texts.get("matrix.name"));
        matrix.selectedProperty().addListener((o, was, now) -> {
            if (!filling && now.intValue() >= 0) model.chooseCell(now.intValue());
        });
        MenuItem csv = new MenuItem(texts.get("matrix.csv"));
        csv.setOnAction(e -> copyTable());
        CopyPicture.install(matrix, texts.get("copy.picture"), () -> matrix, csv);
        words.getStyleClass().add("type-note");
        words.setWrapText(true);
        words.setMaxWidth(300);
        words.setAlignment(Pos.CENTER);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        reading.show(0);
        reading.setVisible(false);
        // Below the words, which stand in the middle.
        StackPane.setAlignment(reading, Pos.CENTER);
        reading.setMaxWidth(240);
        reading.setTranslateY(36);
        card = new Card(texts.get("matrix.title"), new StackPane(matrix, words, reading));
        card.setNote(texts.get("matrix.note"));
        matrix.setMinSize(0, 0);
        model.scores().scoreProperty().addListener(o -> show());
        model.scores().scoringProperty().addListener(o -> show());
        model.scores().cellProperty().addListener(o -> mark());
        model.imagesTroubleProperty().addListener(o -> show());
        // The classes' names come with the images.
        model.imagesProperty().addListener(o -> show());
        show();
    }

    Card card() {
        return card;
    }

    ConfusionMatrix matrix() {
        return matrix;
    }

    private void show() {
        Score score = model.scores().scoreProperty().get();
        boolean busy = model.scores().scoringProperty().get();
        matrix.setVisible(score != null);
        // Another epoch's counts are no longer true: they fade until the new ones are there.
        matrix.setOpacity(busy ? FADED : 1);
        boolean waits = busy && score == null;
        words.setText(waits ? texts.get("matrix.waits") : score == null ? nothing() : "");
        reading.setVisible(busy);
        reading.show(busy ? -1 : 0);
        if (score == null) return;
        List<String> names = classes.names(score.classes());
        matrix.setDescriber((truth, answer, count) -> texts.get(
                truth == answer ? "matrix.cell.right" : "matrix.cell", names.get(truth), names.get(answer), count));
        filling = true;
        matrix.setCounts(names, score.counts());
        filling = false;
        mark();
    }

    private String nothing() {
        String trouble = texts.sentence(model.imagesTroubleProperty().get());
        return trouble.isEmpty() ? texts.get("matrix.none") : trouble;
    }

    private void mark() {
        filling = true;
        matrix.selectedProperty().set(model.scores().cellProperty().get());
        filling = false;
    }

    /** The counts as comma-separated values, a row for each true class. */
    static String csv(Score score, List<String> names) {
        StringBuilder table = new StringBuilder("truth");
        for (String name : names) table.append(',').append(quoted(name));
        table.append('\n');
        int[][] counts = score.counts();
        for (int truth = 0; truth < counts.length; truth++) {
            table.append(quoted(names.get(truth)));
            for (int count : counts[truth]) table.append(',').append(count);
            table.append('\n');
        }
        return table.toString();
    }

    private static String quoted(String name) {
        boolean plain = name.indexOf(',') < 0 && name.indexOf('"') < 0 && name.indexOf('\n') < 0;
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    void copyTable() {
        Score score = model.scores().scoreProperty().get();
        if (score == null) return;
        ClipboardContent content = new ClipboardContent();
        content.putString(csv(score, classes.names(score.classes())));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
