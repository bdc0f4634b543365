package inklab.ui;

import inklab.engine.Device;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar on top, the same in every workspace: the recipe's name and menu, its net in notation, the device, and training. */
final class TopBar extends HBox {
    TopBar(RecipeMenu menu, Region notation, Selection selection, Look look, Node train, Texts texts) {
        getStyleClass().add("top-bar");
        HBox.setHgrow(notation, Priority.ALWAYS);

        Label device = new Label();
        device.setId("device");
        device.setGraphic(new FontIcon(Feather.CPU));
        device.getStyleClass().add("device-chip");
        device.setMinWidth(USE_PREF_SIZE);
        device.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> chip(
                                selection.deviceProperty().get(),
                                look.projectorProperty().get(),
                                texts),
                        selection.deviceProperty(),
                        look.projectorProperty()));
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> selection.deviceProperty().get() == null
                                ? texts.get("device.waiting")
                                : selection.deviceProperty().get().name(),
                        selection.deviceProperty()));
        device.setTooltip(tip);
        getChildren().addAll(menu, notation, device, train);
    }

    private static String chip(Device device, boolean small, Texts texts) {
        if (device != null && !device.id().equals("cpu")) return device.name();
        return small ? "CPU" : texts.get("device.cpu", Runtime.getRuntime().availableProcessors());
    }
}
