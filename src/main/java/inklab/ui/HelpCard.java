package inklab.ui;

import inklab.ui.widget.Segments;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The shortcuts overview, in groups, and below it how the window behaves: motion and language. */
final class HelpCard extends VBox {
    /** A heading and the keys under it. */
    record Group(String says, List<Shortcut> shortcuts) {}

    HelpCard(List<Group> groups, Look look, Language language, Runnable close, Texts texts) {
        getStyleClass().addAll("card", "help-card");
        Label title = new Label(texts.get("help.title"));
        title.getStyleClass().add("type-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button x = new Button();
        x.setGraphic(new FontIcon(Feather.X));
        x.getStyleClass().add("bare");
        x.setAccessibleText(texts.get("help.close"));
        x.setOnAction(e -> close.run());
        HBox head = new HBox(title, x);
        head.setAlignment(Pos.CENTER_LEFT);

        FlowPane columns = new FlowPane(40, 24);
        columns.setPrefWrapLength(880);
        for (Group group : groups)
            if (!group.shortcuts().isEmpty()) columns.getChildren().add(column(group));
        getChildren().addAll(head, columns, settings(look, language, texts));
    }

    private static VBox column(Group group) {
        Label heading = new Label(group.says());
        heading.getStyleClass().add("type-heading");
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(6);
        int row = 0;
        for (Shortcut shortcut : group.shortcuts()) {
            Label keys = new Label(shortcut.keys().getDisplayText());
            keys.getStyleClass().addAll("type-code", "key");
            Label says = new Label(shortcut.says());
            says.getStyleClass().addAll("type-note", "tone-ink");
            grid.addRow(row++, keys, says);
        }
        return new VBox(8, heading, grid);
    }

    private static HBox settings(Look look, Language language, Texts texts) {
        CheckBox still = new CheckBox(texts.get("help.still"));
        still.setId("reduce-motion");
        still.selectedProperty().bindBidirectional(look.reduceMotionProperty());
        Segments tongues = new Segments(Language.KNOWN.stream()
                .map(locale -> locale.getDisplayLanguage(locale))
                .toList());
        tongues.setId("language");
        tongues.selectedProperty().set(Language.KNOWN.indexOf(language.now()));
        // Each language is written in its own script, whatever the window's typeface has.
        for (int i = 0; i < Language.KNOWN.size(); i++) {
            Typeface own = Typeface.of(Language.KNOWN.get(i));
            if (!own.family().isEmpty())
                tongues.getChildren().get(i).setStyle("-fx-font-family: \"" + own.family() + "\"");
        }
        tongues.selectedProperty().addListener((o, was, now) -> language.choose(Language.KNOWN.get(now.intValue())));
        Label later = new Label();
        later.getStyleClass().add("type-caption");
        later.textProperty().bind(language.laterProperty().map(l -> l ? texts.get("help.language.later") : ""));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(12, still, gap, later, tongues);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
