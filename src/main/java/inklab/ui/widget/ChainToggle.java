package inklab.ui.widget;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/** A small chain beside a slider: closed (selected) while the slider stands for two numbers, open while each has a slider of its own. */
public final class ChainToggle extends ToggleButton {
    private final Glyph icon = new Glyph(Glyph.Shape.APART);
    private final Tooltip tip = new Tooltip();
    private final String closed;
    private final String open;

    /**
     * @param name what a screen reader calls it
     * @param closed what a press does while the chain is closed, one sentence
     * @param open what a press does while it is open, one sentence
     */
    public ChainToggle(String name, String closed, String open) {
        this.closed = closed;
        this.open = open;
        getStyleClass().add("chain");
        setGraphic(icon);
        setAccessibleText(name);
        setTooltip(tip);
        selectedProperty().addListener(o -> show());
        show();
    }

    private void show() {
        icon.set(isSelected() ? Glyph.Shape.LINKED : Glyph.Shape.APART);
        String does = isSelected() ? closed : open;
        tip.setText(does);
        setAccessibleHelp(does);
    }
}
