package inklab.ui.build;

import inklab.net.Activation;
import inklab.net.ReceptiveField;
import inklab.net.Shape;
import inklab.net.WeightInit;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.Picture;
import inklab.ui.widget.Role;
import inklab.ui.widget.YieldingColumn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel: what can be added, what a unit of the chosen layer sees, and what all layers have in common. */
final class PalettePanel extends VBox {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final double SIGHT_FILL = 0.12;

    private final BuildViewModel model;
    private final Trials trials;
    private final Texts texts;
    private final Map<LayerKind, Button> palette = new EnumMap<>(LayerKind.class);
    private final Label sightTitle = new Label();
    private final Label sightSize = new Label();
    private final Label sightWords = new Label();
    private final DigitView sight = new DigitView(176);
    private final MenuButton activation = new MenuButton();
    private final MenuButton init = new MenuButton();
    private final Label published = new Label();
    private final HBox publishedRow;

    PalettePanel(BuildViewModel model, Trials trials, Hand hand, Texts texts) {
        this.model = model;
        this.trials = trials;
        this.texts = texts;
        getStyleClass().add("build-panel");
        FontIcon info = new FontIcon(Feather.INFO);
        info.getStyleClass().add("info-icon");
        published.getStyleClass().add("type-note");
        published.setWrapText(true);
        publishedRow = new HBox(8, info, published);
        publishedRow.setId("build-published");
        getChildren()
                .addAll(
                        section(12, head(texts.get("palette.title"), note(texts.get("palette.how"))), palette(hand)),
                        sightSection(),
                        everyLayer(),
                        publishedRow);
        model.columnProperty().addListener(o -> show());
        model.chosenProperty().addListener(o -> showSight());
        model.placingProperty().addListener(o -> hold());
        trials.depthsProperty().addListener(o -> showSight());
        show();
    }

    private static VBox section(double gap, Node... parts) {
        VBox section = new VBox(gap, parts);
        section.setFillWidth(true);
        return section;
    }

    private static HBox head(String title, Label note) {
        Label heading = new Label(title);
        return head(heading, note);
    }

    private static HBox head(Label heading, Label note) {
        heading.getStyleClass().add("type-heading");
        HBox.setHgrow(heading, Priority.ALWAYS);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, heading, note);
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private static Label note(String words) {
        Label note = new Label(words);
        note.getStyleClass().add("type-note");
        note.setMinWidth(USE_PREF_SIZE);
        return note;
    }

    private Node palette(Hand hand) {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(8);
        for (int c = 0; c < 2; c++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        int i = 0;
        for (LayerKind kind : LayerKind.values()) {
            Button button = new Button(texts.get("kind." + kind.id()), new FontIcon(kind.icon()));
            button.setId("add-" + kind.id());
            button.getStyleClass().add("palette-item");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            Tooltip tip = new Tooltip(texts.get("palette.help." + kind.id()));
            tip.setWrapText(true);
            tip.setMaxWidth(320);
            button.setTooltip(tip);
            button.setAccessibleHelp(texts.get("palette.help." + kind.id()));
            button.setOnAction(e -> model.add(kind));
            hand.serves(button, kind);
            palette.put(kind, button);
            grid.add(button, i % 2, i / 2);
            i++;
        }
        return grid;
    }

    private Node sightSection() {
        sightSize.getStyleClass().add("type-note");
        sightSize.setMinWidth(USE_PREF_SIZE);
        sightWords.getStyleClass().add("type-caption");
        sightWords.setWrapText(true);
        sightWords.setMinHeight(USE_PREF_SIZE);
        sight.setId("build-sight");
        CopyPicture.install(sight, texts.get("card.copy.picture"));
        StackPane sheet = new StackPane(sight);
        sheet.getStyleClass().addAll("card", "sight-sheet");
        return new YieldingColumn(8, sheet, 112, width -> 208, head(sightTitle, sightSize), sheet, sightWords);
    }

    private Node everyLayer() {
        activation.setId("every-activation");
        init.setId("every-init");
        fill(activation, List.of(Activation.values()), a -> texts.get("activation." + a.code()), model::setActivation);
        Label heading = new Label(texts.get("every.title"));
        heading.getStyleClass().add("type-heading");
        return section(
                8,
                heading,
                row(texts.get("every.activation"), texts.get("help.activation"), activation),
                row(texts.get("every.init"), texts.get("help.init"), init));
    }

    private static Node row(String name, String help, MenuButton choice) {
        Label label = new Label(name);
        label.getStyleClass().add("type-note");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Tooltip tip = new Tooltip(help);
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        label.setTooltip(tip);
        choice.setTooltip(tip);
        choice.getStyleClass().add("every-choice");
        choice.setMinWidth(USE_PREF_SIZE);
        choice.setAccessibleText(name);
        choice.setMnemonicParsing(false);
        HBox row = new HBox(8, label, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static <T> void fill(MenuButton menu, List<T> values, Function<T, String> name, Consumer<T> choose) {
        menu.getItems().clear();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(name.apply(value));
            item.setMnemonicParsing(false);
            item.setUserData(value);
            item.setOnAction(e -> choose.accept(value));
            menu.getItems().add(item);
        }
    }

    private void show() {
        Optional<Activation> one = model.activation();
        activation.setText(one.map(a -> texts.get("activation." + a.code())).orElse(texts.get("every.mixed")));
        activation
                .getItems()
                .forEach(
                        item -> ((RadioMenuItem) item).setSelected(one.isPresent() && one.get() == item.getUserData()));
        Optional<WeightInit> begins = model.init();
        fill(init, FirstWeights.choices(begins.orElse(WeightInit.GLOROT)), FirstWeights::text, model::setInit);
        boolean any = model.column().cards().stream().anyMatch(card -> card.series() > 0);
        init.setText(begins.map(FirstWeights::text).orElse(any ? texts.get("every.mixed") : "–"));
        if (!any) activation.setText("–");
        init.getItems()
                .forEach(item -> ((RadioMenuItem) item)
                        .setSelected(begins.filter(item.getUserData()::equals).isPresent()));
        Optional<PublishedCount> count = model.published();
        publishedRow.setVisible(count.isPresent());
        publishedRow.setManaged(count.isPresent());
        count.ifPresent(c ->
                published.setText(texts.get("published", Figures.count(c.published()), Figures.count(c.counted()))));
        showSight();
    }

    private void hold() {
        Optional<Placing> held = model.placingProperty().get();
        palette.forEach((kind, button) -> button.pseudoClassStateChanged(
                HELD, held.filter(p -> p.from() < 0 && p.kind() == kind).isPresent()));
    }

    private void showSight() {
        Sight now = Sight.of(model.column(), model.chosen(), texts);
        sightTitle.setText(now.title());
        sightSize.setText(now.size());
        sightWords.setText(now.words());
        byte[] image = trials.depthsProperty().get().map(Depths::input).orElse(null);
        Shape in = model.column().net().input();
        boolean drawable = image != null && image.length == in.size() && (in.channels() == 1 || in.channels() == 3);
        sight.setPicture(drawable ? new Picture(in.channels(), in.height(), in.width(), image) : blank(in));
        sight.setBoxes(now.window().map(w -> List.of(box(w, now.series()))).orElse(List.of()));
        sight.setAccessibleText(now.title() + ": " + now.size());
    }

    private static Picture blank(Shape in) {
        boolean drawable = in.height() > 0 && in.width() > 0 && in.height() < 4096 && in.width() < 4096;
        return drawable ? Picture.blank(in.height(), in.width()) : null;
    }

    private static DigitView.Box box(ReceptiveField.Window w, int series) {
        Role role = series > 0 ? Role.series(series - 1) : Role.ACCENT;
        return new DigitView.Box(w.left(), w.top(), w.width(), w.height(), role, false, SIGHT_FILL, "");
    }
}
