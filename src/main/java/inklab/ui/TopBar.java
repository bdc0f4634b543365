package inklab.ui;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar on top, the same in every workspace: the recipe's name and menu, its net in notation, the device, and training. */
final class TopBar extends HBox {
    TopBar(RecipeMenu menu, Region notation, DeviceChip device, Node train) {
        getStyleClass().add("top-bar");
        HBox.setHgrow(notation, Priority.ALWAYS);

        HBox.setMargin(menu, new Insets(0, 8, 0, 0));
        getChildren().addAll(menu, notation, device, train);
    }
}
