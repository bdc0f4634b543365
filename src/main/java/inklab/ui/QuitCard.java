package inklab.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asked when the window is closed while a net is being trained. */
final class QuitCard extends VBox {
    QuitCard(Texts texts, Runnable quit, Runnable stay) {
        getStyleClass().addAll("card", "quit-card");
        Label what = new Label(texts.get("quit.what"));
        what.getStyleClass().add("type-heading");
        Label how = new Label(texts.get("quit.how"));
        how.getStyleClass().addAll("type-body", "tone-2");
        how.setWrapText(true);
        Button close = new Button(texts.get("quit.stop"));
        close.setId("quit-stop");
        close.setOnAction(e -> quit.run());
        Button on = new Button(texts.get("quit.stay"));
        on.setId("quit-stay");
        on.getStyleClass().add("primary");
        on.setDefaultButton(true);
        on.setOnAction(e -> stay.run());
        HBox buttons = new HBox(8, close, on);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(new VBox(4, what, how), buttons);
    }
}
