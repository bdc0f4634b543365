package inklab.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rail on the left: the drop mark, the seven workspaces, and at the foot projector mode, theme and help. */
final class Rail extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Map<Place, ToggleButton> items = new EnumMap<>(Place.class);

    Rail(Navigation navigation, Look look, Runnable help, Texts texts) {
        getStyleClass().add("rail");
        StackPane mark = new StackPane(new Region());
        mark.getChildren().get(0).getStyleClass().add("drop-mark");
        mark.getStyleClass().add("rail-mark");
        getChildren().add(mark);

        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            ToggleButton item = item(place, texts);
            item.setToggleGroup(group);
            item.setOnAction(e -> navigation.go(place));
            items.put(place, item);
            getChildren().add(item);
        }
        // By arrow keys, JavaFX chooses within a group without firing an action.
        group.selectedToggleProperty().addListener((o, was, now) -> {
            for (Place place : Place.values()) if (items.get(place) == now) navigation.go(place);
        });
        navigation.placeProperty().addListener((o, was, now) -> items.get(now).setSelected(true));
        items.get(navigation.place()).setSelected(true);

        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Button projector = tool("rail-projector", new FontIcon(Feather.AIRPLAY), texts.get("rail.projector"));
        projector.setOnAction(e -> look.changeProjector());
        look.projectorProperty().addListener((o, was, now) -> projector.pseudoClassStateChanged(CHOSEN, now));
        projector.pseudoClassStateChanged(CHOSEN, look.projectorProperty().get());

        FontIcon sky = new FontIcon();
        Button theme = tool("rail-theme", sky, texts.get("rail.theme"));
        theme.setOnAction(e -> look.changeTheme());
        look.darkProperty().addListener((o, was, now) -> sky.setIconCode(skyIcon(now)));
        sky.setIconCode(skyIcon(look.darkProperty().get()));

        Button question = tool("rail-help", new FontIcon(Feather.HELP_CIRCLE), texts.get("rail.help"));
        question.setOnAction(e -> help.run());
        getChildren().addAll(space, projector, theme, question);
    }

    private static Feather skyIcon(boolean dark) {
        return dark ? Feather.SUN : Feather.MOON;
    }

    private static ToggleButton item(Place place, Texts texts) {
        StackPane pill = new StackPane(place.icon());
        pill.getStyleClass().add("pill");
        ToggleButton item = new ToggleButton(texts.get(place.nameKey()), pill) {
            @Override
            public void fire() {
                // One workspace is always chosen: a second press does not take it away.
                if (!isSelected()) super.fire();
            }
        };
        item.setId("rail-" + place.id());
        item.getStyleClass().setAll("rail-item");
        item.setContentDisplay(ContentDisplay.TOP);
        tip(item, texts.get(place.nameKey()) + "  " + place.shortcut().getDisplayText());
        return item;
    }

    private static Button tool(String id, Node icon, String says) {
        StackPane pill = new StackPane(icon);
        pill.getStyleClass().add("pill");
        Button tool = new Button();
        tool.setGraphic(pill);
        tool.setId(id);
        tool.getStyleClass().setAll("rail-tool");
        tool.setAccessibleText(says);
        tip(tool, says);
        return tool;
    }

    private static void tip(Control control, String says) {
        control.setTooltip(new Tooltip(says));
    }
}
