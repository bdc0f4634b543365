package inklab.ui.inspect;

import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says which net is looked at, and lists the others. */
final class RunMenu extends MenuButton {
    private static final int LONGEST = 22;

    private final InspectViewModel model;
    private final Texts texts;

    RunMenu(InspectViewModel model, Texts texts) {
        super("", new FontIcon(Feather.LAYERS));
        this.model = model;
        this.texts = texts;
        setId("inspect-run");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(texts.get("run.help")));
        setAccessibleText(texts.get("run.help"));
        model.choicesProperty().addListener(o -> say());
        model.subjectProperty().addListener(o -> say());
        setOnShowing(e -> model.look());
        say();
    }

    private void say() {
        Subject now = model.subjectProperty().get();
        List<MenuItem> items = new ArrayList<>();
        for (Choice choice : model.choicesProperty().get()) {
            RadioMenuItem item = new RadioMenuItem(
                    choice.run().isEmpty() ? texts.get("run.built-in", choice.name()) : choice.name());
            item.setMnemonicParsing(false);
            item.setSelected(now != null && now.choice().equals(choice));
            item.setOnAction(e -> model.choose(choice));
            items.add(item);
        }
        if (!getItems().stream()
                .map(MenuItem::getText)
                .toList()
                .equals(items.stream().map(MenuItem::getText).toList()))
            getItems().setAll(items);
        else
            for (int i = 0; i < items.size(); i++)
                ((RadioMenuItem) getItems().get(i)).setSelected(((RadioMenuItem) items.get(i)).isSelected());
        String name = now == null ? texts.get("run.choose") : now.choice().name();
        setText(name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…");
        setVisible(!items.isEmpty());
        setManaged(!items.isEmpty());
    }
}
