package inklab.ui.inspect;

import inklab.ui.Texts;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says which image is looked at, and leads to others. */
final class ImageMenu extends MenuButton {
    private final InspectViewModel model;
    private final Texts texts;
    private final Consumer<String> failed;
    private final Random random = new Random();
    private final TextField number = new TextField();

    /** @param failed hears why a picture file cannot be read */
    ImageMenu(InspectViewModel model, Consumer<String> failed, Texts texts) {
        super("", new FontIcon(Feather.IMAGE));
        this.model = model;
        this.texts = texts;
        this.failed = failed;
        setId("inspect-image");
        accessibleTextProperty().bind(textProperty());
        setMinWidth(USE_PREF_SIZE);
        number.setPrefColumnCount(6);
        number.setId("inspect-number");
        number.setAccessibleText(texts.get("image.number"));
        number.setOnAction(e -> go());
        HBox line = new HBox(10, new Label(texts.get("image.number")), number);
        line.setAlignment(Pos.CENTER_LEFT);
        getItems()
                .addAll(
                        item("image.next", () -> model.chooseMisread(1)),
                        item("image.previous", () -> model.chooseMisread(-1)),
                        item("image.random", this::random),
                        new CustomMenuItem(line, false),
                        new SeparatorMenuItem(),
                        item("image.open", this::open));
        model.exhibitProperty().addListener(o -> say());
        model.imagesProperty().addListener(o -> say());
        say();
    }

    private MenuItem item(String key, Runnable run) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(e -> run.run());
        return item;
    }

    private void say() {
        Exhibit now = model.exhibitProperty().get();
        TestImages images = model.imagesProperty().get();
        if (now == null) setText(texts.get("image.none"));
        else if (!now.isOwn())
            setText(texts.get(images == null || images.test() ? "image.test" : "image.validation", now.index()));
        else setText(now.name().isEmpty() ? texts.get("image.drawing") : now.name());
        if (now != null && !now.isOwn()) number.setText(Integer.toString(now.index()));
    }

    private void go() {
        try {
            model.chooseImage(Integer.parseInt(number.getText().strip()));
            hide();
        } catch (NumberFormatException e) {
            number.selectAll();
        }
    }

    private void random() {
        TestImages images = model.imagesProperty().get();
        if (images != null && images.set().size() > 0)
            model.chooseImage(random.nextInt(images.set().size()));
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("image.open.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("image.open.kinds"), "*.png", "*.jpg", "*.jpeg"));
        var file = chooser.showOpenDialog(getScene().getWindow());
        if (file == null) return;
        Path path = file.toPath();
        model.open(path, failed);
    }
}
