package inklab.ui.inspect;

import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.DrawingPad;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small pad over the page: what is drawn on it is what the page looks at. */
final class PadCard {
    static final double SIDE = 264;

    private final DrawingPad pad = new DrawingPad();
    private final Card card;

    PadCard(InspectViewModel model, Texts texts) {
        pad.setId("inspect-pad");
        pad.setAccessibleText(texts.get("pad.name"));
        pad.setAccessibleHelp(texts.get("pad.help"));
        pad.setPrefSize(SIDE, SIDE);
        pad.setMinSize(SIDE, SIDE);
        pad.setMaxSize(SIDE, SIDE);
        pad.setOnInk(model::draw);
        card = new Card(texts.get("pad.title"), pad);
        card.getStyleClass().add("inspect-pad");
        card.chosenProperty().set(true);
        Button clear = new Button(texts.get("pad.clear"), new FontIcon(Feather.TRASH_2));
        clear.setId("inspect-pad-clear");
        clear.setOnAction(e -> pad.clear());
        clear.disableProperty().bind(pad.blankProperty());
        Button close = new Button("", new FontIcon(Feather.X));
        close.setId("inspect-pad-close");
        close.setAccessibleText(texts.get("pad.close"));
        close.setTooltip(new Tooltip(texts.get("pad.close")));
        close.setOnAction(e -> show(false));
        card.actions().addAll(clear, close);
        card.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE) return;
            show(false);
            e.consume();
        });
        show(false);
    }

    Card card() {
        return card;
    }

    DrawingPad pad() {
        return pad;
    }

    boolean isOpen() {
        return card.isVisible();
    }

    void show(boolean open) {
        card.setVisible(open);
        if (open) pad.requestFocus();
    }
}
