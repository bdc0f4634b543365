package inklab.ui.distort;

import inklab.distort.Distortion;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.ChainToggle;
import inklab.ui.widget.LabeledSlider;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel: a slider for each knob, what the net says, and the way into the recipe and back. */
final class KnobPanel extends VBox {
    private static final double BETWEEN_SLIDERS = 16;
    /** In a small window's panel. */
    private static final double CLOSE = 10;

    private static final double NARROW = 260;

    private final DistortViewModel model;
    private final Texts texts;
    private final Map<Knob, LabeledSlider> sliders = new EnumMap<>(Knob.class);
    private final Button kind;
    private final Button more;
    private final Label flips = new Label();
    private final Label flipWords = new Label();
    private final ChainToggle chain;
    private boolean showing;

    KnobPanel(DistortViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("distort-panel");
        chain = new ChainToggle(texts.get("chain"), texts.get("chain.closed"), texts.get("chain.open"));
        chain.setId("distort-chain");
        chain.setOnAction(e -> model.setApart(!chain.isSelected()));
        for (Knob knob : Knob.values()) sliders.put(knob, slider(knob));
        sliders.get(Knob.SCALE_X).setBeside(chain);
        kind = chooser("distort-kind", "kind.help", () -> Kinds.elasticItems(model, texts));
        more = chooser("distort-more", "more.help", () -> Kinds.moreItems(model, texts));
        VBox first = group(head("elastic", kind), Knob.SIGMA, Knob.ALPHA);
        VBox second = group(
                head("affine", more), Knob.ROTATION, Knob.SCALE_X, Knob.SCALE_Y, Knob.SHEAR, Knob.SHIFT, Knob.NOISE);
        Region tick = new Region();
        tick.getStyleClass().add("distort-tick");
        Label stands = new Label(texts.get("mark"));
        stands.getStyleClass().add("type-caption");
        HBox mark = new HBox(8, tick, stands);
        mark.setAlignment(Pos.CENTER_LEFT);
        mark.setMinHeight(28);
        HBox under = new HBox(mark, grow(), presets());
        under.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(first, space(28), second, space(16), under, gap, net(), space(16), adopt(), space(8), revert());
        model.distortionProperty().addListener(o -> show());
        model.recipeDistortionProperty().addListener(o -> show());
        model.apartProperty().addListener(o -> showScales());
        model.wordsProperty().addListener(o -> showWords());
        showScales();
        showWords();
    }

    private LabeledSlider slider(Knob knob) {
        String key = "knob." + knob.name().toLowerCase(Locale.ROOT);
        LabeledSlider slider = new LabeledSlider(texts.get(key), knob.min(), knob.max(), knob.step());
        slider.setId("distort-" + knob.name().toLowerCase(Locale.ROOT));
        slider.setFormat(format(knob));
        slider.setHint(texts.get(key + ".hint"));
        slider.valueProperty().addListener((o, was, now) -> {
            if (!showing) model.turn(knob, now.doubleValue());
        });
        return slider;
    }

    private static DoubleFunction<String> format(Knob knob) {
        return switch (knob) {
            case SIGMA -> value -> Figures.fixed(value, 1) + " px";
            case ALPHA -> value -> Figures.fixed(value, 0) + " px";
            case ROTATION, SHEAR -> value -> (value == 0 ? "" : "± ") + Figures.fixed(value, 0) + "°";
            case SCALE_X, SCALE_Y -> value -> value == 0 ? "0 %" : "± " + Figures.percent(value, 0);
            case SHIFT -> value -> value == 0 ? "0 px" : "± " + Figures.fixed(value, value % 1 == 0 ? 0 : 1) + " px";
            case NOISE -> value -> Figures.fixed(value, 2);
        };
    }

    private HBox head(String key, Button right) {
        HBox head = new HBox(8, heading(texts.get(key)), grow(), right);
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    /** Words that open a menu. */
    private Button chooser(String id, String help, Supplier<List<MenuItem>> items) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("distort-chooser");
        button.setMinWidth(0);
        button.setTooltip(new Tooltip(texts.get(help)));
        button.setAccessibleHelp(texts.get(help));
        ContextMenu menu = new ContextMenu();
        button.setOnAction(e -> {
            menu.getItems().setAll(items.get());
            menu.show(button, Side.BOTTOM, 0, 0);
        });
        return button;
    }

    private VBox group(Node head, Knob... knobs) {
        VBox rows = new VBox(BETWEEN_SLIDERS);
        widthProperty().addListener(o -> rows.setSpacing(getWidth() < NARROW ? CLOSE : BETWEEN_SLIDERS));
        for (Knob knob : knobs) rows.getChildren().add(sliders.get(knob));
        return new VBox(12, head, rows);
    }

    private MenuButton presets() {
        MenuButton menu = new MenuButton(texts.get("presets"));
        menu.setId("distort-presets");
        menu.setAccessibleText(texts.get("presets"));
        menu.getStyleClass().add("quiet");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setTooltip(new Tooltip(texts.get("presets.help")));
        for (DistortPreset preset : DistortPreset.all()) {
            MenuItem item = new MenuItem(texts.get(preset.key()));
            item.setOnAction(e -> model.change(preset.distortion()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private VBox net() {
        flips.getStyleClass().addAll("type-hero", "distort-flips");
        flips.setId("distort-flips");
        flips.setMinWidth(USE_PREF_SIZE);
        flipWords.getStyleClass().add("type-note");
        flipWords.setWrapText(true);
        HBox.setHgrow(flipWords, Priority.ALWAYS);
        HBox row = new HBox(12, flips, flipWords);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(48);
        return new VBox(4, heading(texts.get("net")), row);
    }

    private Button adopt() {
        FontIcon icon = new FontIcon(Feather.CHECK);
        Button adopt = new Button(texts.get("adopt"), icon);
        adopt.setId("distort-adopt");
        adopt.getStyleClass().add("primary");
        adopt.setMaxWidth(Double.MAX_VALUE);
        adopt.setTooltip(new Tooltip(texts.get("adopt.help")));
        adopt.disableProperty().bind(model.differsProperty().not());
        adopt.setOnAction(e -> model.adopt());
        return adopt;
    }

    private Button revert() {
        Button revert = new Button(texts.get("revert"));
        revert.setId("distort-revert");
        revert.getStyleClass().add("quiet");
        revert.setMaxWidth(Double.MAX_VALUE);
        revert.disableProperty().bind(model.differsProperty().not());
        revert.setOnAction(e -> model.revert());
        return revert;
    }

    private void show() {
        showing = true;
        Distortion now = model.distortionProperty().get();
        Distortion recipe = model.recipeDistortionProperty().get();
        sliders.forEach((knob, slider) -> {
            slider.setValue(knob.of(now));
            slider.markProperty().set(Math.max(knob.min(), Math.min(knob.max(), stands(knob, recipe))));
        });
        showing = false;
        kind.setText(Kinds.elastic(now, texts));
        more.setText(Kinds.more(now, texts));
    }

    /** One slider for both axes, or one for each. */
    private void showScales() {
        boolean each = model.apartProperty().get();
        chain.setSelected(!each);
        LabeledSlider both = sliders.get(Knob.SCALE_X);
        both.setName(texts.get(each ? "knob.scale_x" : "knob.scale"));
        both.setHint(texts.get(each ? "knob.scale_x.hint" : "knob.scale.hint"));
        LabeledSlider second = sliders.get(Knob.SCALE_Y);
        second.setVisible(each);
        second.setManaged(each);
        show();
    }

    /** Where the recipe stands; of two shares the larger, while one slider is for both. */
    private double stands(Knob knob, Distortion recipe) {
        boolean both = knob == Knob.SCALE_X && !model.apartProperty().get();
        return both ? Math.max(recipe.scaleX(), recipe.scaleY()) : knob.of(recipe);
    }

    private void showWords() {
        Words words = model.wordsProperty().get();
        flips.setVisible(words != null);
        flips.setManaged(words != null);
        if (words == null) {
            flipWords.setText(texts.get("net.none"));
            return;
        }
        flips.setText(Figures.count(words.flips()));
        flips.getStyleClass().remove("none");
        if (words.flips() == 0) flips.getStyleClass().add("none");
        flipWords.setText(texts.get("net.flips", words.labels().size(), words.before()));
        flipWords.setTooltip(new Tooltip(texts.get("net.which", words.net())));
    }

    private Label heading(String says) {
        Label heading = new Label(says);
        heading.getStyleClass().add("type-heading");
        return heading;
    }

    private static Region grow() {
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        return grow;
    }

    private static Region space(double height) {
        Region space = new Region();
        space.setMinHeight(height);
        space.setMaxHeight(height);
        return space;
    }
}
