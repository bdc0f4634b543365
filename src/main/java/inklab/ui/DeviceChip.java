package inklab.ui;

import inklab.engine.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What trains, and on how many threads; a press opens the choice of both. It counts from the next training on. */
final class DeviceChip extends Button {
    private final Selection selection;
    private final Look look;
    private final Notices notices;
    private final Texts texts;
    private final Tooltip tip = new Tooltip();
    private final ContextMenu menu = new ContextMenu();

    DeviceChip(Selection selection, Look look, Notices notices, Texts texts) {
        this.selection = selection;
        this.look = look;
        this.notices = notices;
        this.texts = texts;
        setId("device");
        setGraphic(new FontIcon(Feather.CPU));
        getStyleClass().addAll("quiet", "device-chip");
        setMinWidth(USE_PREF_SIZE);
        setMnemonicParsing(false);
        setTooltip(tip);
        menu.setId("device-menu");
        setOnAction(e -> open());
        InvalidationListener shows = o -> show();
        selection.deviceProperty().addListener(shows);
        selection.threadsProperty().addListener(shows);
        look.projectorProperty().addListener(shows);
        show();
    }

    private void show() {
        Device device = selection.deviceProperty().get();
        boolean small = look.projectorProperty().get();
        boolean other = device != null && !device.isProcessor();
        String what = other ? device.name() : small ? "CPU" : words("device.cpu", selection.threads());
        boolean usual = device == null || engine(device).isEmpty();
        setText(usual ? what : engine(device) + " · " + what);
        setAccessibleText(texts.get("device.choose") + ": " + getText());
        tip.setText(device == null ? texts.get("device.waiting") : device.name() + ". " + texts.get("device.next"));
    }

    private void open() {
        if (menu.isShowing()) {
            menu.hide();
            return;
        }
        menu.getItems().setAll(items());
        menu.show(this, Side.BOTTOM, 0, 4);
    }

    /** The devices, each that cannot be used with the reason, and the numbers of threads. */
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        String engine = "";
        for (Device device : selection.devices()) {
            if (!engine(device).equals(engine)) {
                engine = engine(device);
                items.add(new SeparatorMenuItem());
                items.add(note(texts.get("device.engine", engine)));
            }
            items.add(item(device));
        }
        if (items.isEmpty()) items.add(note(texts.get("device.waiting")));
        items.add(new SeparatorMenuItem());
        for (int threads : choices(selection.cores())) {
            RadioMenuItem item = new RadioMenuItem(words("device.threads", threads));
            item.setId("device-threads-" + threads);
            item.setSelected(threads == selection.threads());
            item.setOnAction(e -> selection.threadsProperty().set(threads));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(note(texts.get("device.next")));
        return items;
    }

    private MenuItem item(Device device) {
        String name = device.isProcessor() ? texts.get("device.cpu.name", device.name()) : device.name();
        if (device.memoryBytes() > 0) name += " · " + String.format(Locale.ROOT, "%.0f GB", device.memoryBytes() / 1e9);
        if (!device.capability().isEmpty()) name += " · " + device.capability();
        RadioMenuItem item = new RadioMenuItem(name + below(device));
        item.setId("device-" + device.id().replace(':', '-').replace('/', '-'));
        item.setMnemonicParsing(false);
        item.setDisable(!device.usable());
        item.setSelected(device.id().equals(selection.nextDeviceId()));
        item.setOnAction(e -> choose(device));
        return item;
    }

    private String below(Device device) {
        if (!device.usable()) return "\n" + texts.sentence(device.reason());
        return device.needsRestart() ? "\n" + texts.get("device.restart") : "";
    }

    private void choose(Device device) {
        selection.choose(device);
        Device now = selection.deviceProperty().get();
        if (device.needsRestart() && now != null)
            notices.add(Notice.good(texts.get("device.restart.what", device.name(), now.name())));
    }

    private static MenuItem note(String words) {
        MenuItem note = new MenuItem(words);
        note.setDisable(true);
        return note;
    }

    private String words(String key, int threads) {
        return texts.get(threads == 1 ? key + ".one" : key, threads);
    }

    /** One, two, four and so on, and all of them. */
    static List<Integer> choices(int cores) {
        List<Integer> choices = new ArrayList<>();
        for (int n = 1; n < cores; n *= 2) choices.add(n);
        choices.add(cores);
        return choices;
    }

    /** The engine that a device's id names; empty for the usual one. */
    private static String engine(Device device) {
        int slash = device.id().indexOf('/');
        return slash < 0 ? "" : device.id().substring(0, slash);
    }
}
