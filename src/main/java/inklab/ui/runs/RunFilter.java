package inklab.ui.runs;

import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the table shows: words to find, a data set, starred ones alone. */
final class RunFilter extends HBox {
    private final RunsViewModel model;
    private final Texts texts;
    private final TextField find = new TextField();
    private final MenuButton data = new MenuButton();

    RunFilter(RunsViewModel model, Texts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        setAlignment(Pos.CENTER_RIGHT);
        find.setId("runs-find");
        find.setPromptText(texts.get("find"));
        find.setAccessibleText(texts.get("find"));
        find.getStyleClass().add("run-find");
        find.textProperty().bindBidirectional(model.filterProperty());
        find.setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ESCAPE || find.getText().isEmpty()) return;
            find.clear();
            e.consume();
        });
        FontIcon glass = new FontIcon(Feather.SEARCH);
        glass.getStyleClass().add("run-glass");
        glass.setMouseTransparent(true);
        StackPane field = new StackPane(find, glass);
        StackPane.setAlignment(glass, Pos.CENTER_LEFT);
        StackPane.setMargin(glass, new javafx.geometry.Insets(0, 0, 0, 12));
        data.setId("runs-filter");
        data.getStyleClass().add("run-filter");
        data.setGraphic(new FontIcon(Feather.FILTER));
        data.setOnShowing(e -> data.getItems().setAll(items()));
        data.getItems().add(new MenuItem());
        getChildren().addAll(field, data);
        model.datasetProperty().addListener(o -> show());
        model.starredOnlyProperty().addListener(o -> show());
        show();
    }

    void takeFocus() {
        find.requestFocus();
        find.selectAll();
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(dataset("", texts.get("filter.all")));
        for (String id : model.datasets()) items.add(dataset(id, RunWords.data(id)));
        CheckMenuItem starred = new CheckMenuItem(texts.get("filter.starred"));
        starred.setSelected(model.starredOnlyProperty().get());
        starred.setOnAction(e -> model.starredOnlyProperty().set(starred.isSelected()));
        items.add(new SeparatorMenuItem());
        items.add(starred);
        return items;
    }

    private MenuItem dataset(String id, String words) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setSelected(model.datasetProperty().get().equals(id));
        item.setOnAction(e -> model.datasetProperty().set(id));
        return item;
    }

    private void show() {
        String id = model.datasetProperty().get();
        String words = id.isEmpty() ? texts.get("filter.all") : RunWords.data(id);
        data.setText(model.starredOnlyProperty().get() ? "★ " + words : words);
        data.setAccessibleText(texts.get("filter", words));
    }
}
