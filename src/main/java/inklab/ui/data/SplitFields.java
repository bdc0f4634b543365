package inklab.ui.data;

import inklab.recipe.DataSettings;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.InlineChoice;
import inklab.ui.widget.InlineField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many images are trained on and held out, and what numbers their pixels become; each replaces the recipe. */
final class SplitFields extends VBox {
    /** Between the two counts, px. */
    private static final double BETWEEN = 16;

    private final DataViewModel model;
    private final Texts texts;
    private final List<Runnable> shows = new ArrayList<>();

    SplitFields(DataViewModel model, Texts texts) {
        super(4);
        this.model = model;
        this.texts = texts;
        HBox train = number(
                "train",
                DataSettings::withTrain,
                d -> d.train() == 0 ? texts.get("split.all") : Figures.count(d.train()),
                d -> Integer.toString(d.train()));
        HBox held = number(
                "held",
                DataSettings::withValidation,
                d -> Figures.count(d.validation()),
                d -> Integer.toString(d.validation()));
        HBox ink = number(
                "ink",
                DataSettings::withInk,
                d -> d.ink() == 0 ? texts.get("split.none") : Figures.count(d.ink()),
                d -> Integer.toString(d.ink()));
        shows.add(() -> {
            // A number that does not belong there can be taken out.
            ink.setVisible(now().takesInk() || now().ink() != 0);
            ink.setManaged(ink.isVisible());
        });
        getChildren().addAll(pair(train, held), pair(pixels(), ink));
        model.recipeProperty().addListener(o -> show());
        show();
    }

    private FlowPane pair(HBox first, HBox second) {
        FlowPane pair = new FlowPane(BETWEEN, 4, first, second);
        pair.widthProperty().addListener(o -> place(pair.getWidth(), first, second));
        shows.add(() -> place(pair.getWidth(), first, second));
        return pair;
    }

    /** Side by side where there is room, in halves if that does for both; one under the other where not. */
    private static void place(double width, HBox first, HBox second) {
        if (!second.isManaged()) {
            first.setPrefWidth(width);
            return;
        }
        double half = Math.floor((width - BETWEEN) / 2);
        double one = Math.ceil(first.minWidth(-1));
        double other = Math.ceil(second.minWidth(-1));
        boolean beside = one + BETWEEN + other <= width;
        double share = Math.max(one, Math.min(half, width - BETWEEN - other));
        first.setPrefWidth(beside ? share : width);
        second.setPrefWidth(beside ? width - BETWEEN - share : width);
    }

    private interface Reading {
        String of(DataSettings d);
    }

    private HBox number(String id, BiFunction<DataSettings, Integer, DataSettings> with, Reading words, Reading value) {
        InlineField field = new InlineField(texts.get("split." + id + ".name"));
        field.setId("data-set-" + id);
        field.setHint(texts.get("split." + id + ".hint"));
        field.setCheck(typed -> {
            Optional<Integer> number = parse(typed);
            if (number.isEmpty()) return Optional.of(texts.get("split.number"));
            return model.wrong(with.apply(now(), number.get())).map(texts::sentence);
        });
        field.setOnCommit(typed -> parse(typed).ifPresent(n -> model.edit(with.apply(now(), n))));
        shows.add(() -> field.setValue(words.of(now()), value.of(now())));
        return row(id, field);
    }

    private HBox pixels() {
        InlineChoice choice = new InlineChoice(texts.get("split.pixels.name"));
        choice.setId("data-set-pixels");
        choice.setMinWidth(USE_PREF_SIZE);
        List<DataSettings.Pixels> all = List.of(DataSettings.Pixels.values());
        List<String> names = all.stream()
                .map(range -> texts.get(range == DataSettings.Pixels.UNIT ? "split.unit" : "split.signed"))
                .toList();
        choice.setOnChosen(i -> {
            DataSettings d = now();
            if (d.pixels() != all.get(i)) model.edit(d.withPixels(all.get(i)));
        });
        shows.add(() -> choice.setChoices(names, all.indexOf(now().pixels())));
        return row("pixels", choice);
    }

    private HBox row(String id, Node field) {
        Label name = new Label(texts.get("split." + id + ".name"));
        name.getStyleClass().add("type-note");
        name.setMinWidth(USE_PREF_SIZE);
        Tooltip tip = new Tooltip(texts.get("split." + id + ".hint"));
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        Tooltip.install(name, tip);
        // A field of numbers has it already.
        if (field instanceof InlineChoice) Tooltip.install(field, tip);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, name, gap, field);
        row.getStyleClass().add("setting");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private DataSettings now() {
        return model.recipeProperty().get().data();
    }

    private void show() {
        shows.forEach(Runnable::run);
    }

    /** A count, with or without commas between its thousands. */
    static Optional<Integer> parse(String typed) {
        String digits = typed.strip().replace(",", "").replace(" ", "");
        return digits.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }
}
