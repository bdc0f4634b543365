package inklab.ui;

import inklab.net.Problem;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The architecture bar: the net in notation, every layer with weights underlined in its colour: the legend for every chart, card and map.
 * A click, or Enter, turns it into text to edit; Enter makes the text the net, Escape leaves the net as it was.
 */
final class NotationBar extends StackPane {
    private static final double SUMMARY_FROM = 480;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final NotationModel model;
    private final NotationLine line;
    private final Texts texts;
    private final TextField editor = new TextField();
    private final HBox reading;
    private final Label trouble = new Label();
    private final Popup troublePopup = new Popup();

    NotationBar(NotationModel model, Notices notices, Look look, Texts texts) {
        this.model = model;
        this.texts = texts;
        line = new NotationLine();
        setId("notation");
        getStyleClass().addAll("notation-bar", "focus-ring");
        setFocusTraversable(true);
        setCursor(Cursor.TEXT);
        setAccessibleText(texts.get("notation.name"));

        Label summary = new Label();
        summary.getStyleClass().addAll("type-caption", "notation-summary");
        summary.setMinWidth(USE_PREF_SIZE);
        // In a narrow bar the net itself comes first, and in a lecture hall too.
        summary.visibleProperty()
                .bind(widthProperty()
                        .greaterThan(SUMMARY_FROM)
                        .and(look.projectorProperty().not()));
        summary.managedProperty().bind(summary.visibleProperty());
        Button copy = new Button();
        copy.setId("notation-copy");
        copy.setGraphic(new FontIcon(Feather.COPY));
        copy.getStyleClass().add("bare");
        copy.setTooltip(new Tooltip(texts.get("notation.copy")));
        copy.setAccessibleText(texts.get("notation.copy"));
        copy.setCursor(Cursor.DEFAULT);
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.line().text());
            Clipboard.getSystemClipboard().setContent(content);
            notices.add(Notice.good(texts.get("notation.copied")));
        });
        HBox.setHgrow(line, Priority.ALWAYS);
        reading = new HBox(line, summary, copy);
        reading.getStyleClass().add("notation-reading");
        reading.setAlignment(Pos.CENTER_LEFT);

        editor.getStyleClass().add("notation-editor");
        editor.setVisible(false);
        editor.setAccessibleText(texts.get("notation.name"));
        editor.setOnAction(e -> commit());
        editor.setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ESCAPE) return;
            read();
            requestFocus();
            e.consume();
        });
        editor.focusedProperty().addListener((o, was, now) -> {
            if (was && editor.isVisible()) leave();
        });
        editor.textProperty().addListener((o, was, now) -> mark(model.problem(now)));

        trouble.getStyleClass().add("notation-trouble");
        troublePopup.getContent().add(trouble);
        troublePopup.setAutoFix(true);

        getChildren().addAll(reading, editor);
        setOnMouseClicked(e -> edit());
        setOnKeyPressed(e -> {
            if (editor.isVisible() || (e.getCode() != KeyCode.ENTER && e.getCode() != KeyCode.SPACE)) return;
            edit();
            e.consume();
        });
        model.lineProperty().addListener((o, was, now) -> show(now, summary, texts));
        show(model.line(), summary, texts);
    }

    private void show(NotationModel.Line now, Label summary, Texts texts) {
        line.show(now.pieces());
        summary.setText(texts.get("notation.summary", now.activation(), Figures.count(now.weights())));
        setAccessibleHelp(now.text());
    }

    private void edit() {
        if (editor.isVisible()) return;
        editor.setText(model.line().text());
        reading.setVisible(false);
        editor.setVisible(true);
        editor.requestFocus();
        editor.end();
    }

    private void read() {
        editor.setVisible(false);
        reading.setVisible(true);
        mark(Optional.empty());
    }

    private void commit() {
        Optional<Problem> problem = model.commit(editor.getText());
        mark(problem);
        if (problem.isPresent()) {
            int column = problem.get().column();
            if (column > 0) editor.positionCaret(Math.min(column - 1, editor.getLength()));
            return;
        }
        read();
        requestFocus();
    }

    /** Clicking elsewhere keeps what can be kept, and drops a text that is no net. */
    private void leave() {
        model.commit(editor.getText());
        read();
    }

    private void mark(Optional<Problem> problem) {
        pseudoClassStateChanged(WRONG, problem.isPresent());
        if (problem.isEmpty() || !editor.isVisible() || getScene() == null) {
            troublePopup.hide();
            return;
        }
        trouble.setText((texts.sentence(problem.get().what()) + " "
                        + texts.sentence(problem.get().how()))
                .strip());
        trouble.getStyleClass().setAll("label", "notation-trouble");
        Bounds place = localToScreen(getBoundsInLocal());
        if (place != null) troublePopup.show(this, place.getMinX(), place.getMaxY() + 6);
    }
}
