package inklab.ui.train;

import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Shape;
import inklab.recipe.Recipe;
import inklab.ui.LayerSeries;
import inklab.ui.Navigation;
import inklab.ui.Place;
import inklab.ui.Texts;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.NetSketch;
import inklab.ui.widget.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recipe in view as four pictures with two lines each; a press on one leads to where it is changed. */
final class RecipeCards extends HBox {
    private static final double GRAPHIC = 84;

    /** Below this width of all four there is little room for words. */
    private static final double NARROW = 960;

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private final TrainViewModel model;
    private final Navigation navigation;
    private final Texts texts;
    private final DigitView digits = new DigitView(40);
    private final DigitView before = new DigitView(36);
    private final DigitView after = new DigitView(36);
    private final Scale shrunk = new Scale(1, 1);
    private final NetSketch sketch = new NetSketch();
    private final DigitView batch = new DigitView(44);
    private final Lines dataLines = new Lines();
    private final Lines distortionLines = new Lines();
    private final Lines netLines = new Lines();
    private final Lines batchLines = new Lines();

    RecipeCards(TrainViewModel model, Navigation navigation, Texts texts) {
        super(16);
        getStyleClass().add("recipe-cards");
        this.model = model;
        this.navigation = navigation;
        this.texts = texts;
        FontIcon arrow = new FontIcon(Feather.ARROW_RIGHT);
        arrow.setIconSize(12);
        HBox change = new HBox(2, before, arrow, after);
        change.setAlignment(Pos.CENTER);
        size(digits, GRAPHIC, 36);
        size(before, 34, 36);
        size(after, 34, 36);
        size(change, GRAPHIC, 40);
        size(sketch, GRAPHIC, 40);
        size(batch, GRAPHIC - 4, 44);
        getChildren()
                .setAll(
                        card("train-card-data", digits, dataLines, Place.DATA),
                        card("train-card-distort", change, distortionLines, Place.DISTORT),
                        card("train-card-net", sketch, netLines, Place.BUILD),
                        card("train-card-batch", batch, batchLines, null));
        widthProperty().addListener(o -> fit());
        model.recipeProperty().addListener(o -> show());
        model.picturesProperty().addListener(o -> showPictures());
        show();
        showPictures();
    }

    private HBox card(String id, Node picture, Lines lines, Place place) {
        // In a small window the picture gives way, so that the words keep their room.
        Group drawn = new Group(picture);
        drawn.setMouseTransparent(true);
        picture.getTransforms().add(shrunk);
        HBox card = new HBox(drawn, lines);
        card.setId(id);
        card.getStyleClass().add("recipe-card");
        card.setMinHeight(80);
        card.setPrefHeight(80);
        card.setMinWidth(0);
        card.setPrefWidth(100);
        HBox.setHgrow(card, Priority.ALWAYS);
        HBox.setHgrow(lines, Priority.ALWAYS);
        if (place == null) {
            card.setStyle("-fx-cursor: default");
            return card;
        }
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.BUTTON);
        String go = texts.get(
                "card.go",
                new Texts(Place.class, texts.isChinese() ? java.util.Locale.CHINESE : java.util.Locale.ENGLISH)
                        .get(place.nameKey()));
        card.setAccessibleText(go);
        Tooltip.install(card, new Tooltip(go));
        card.setOnMouseClicked(e -> navigation.go(place));
        card.setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ENTER && e.getCode() != KeyCode.SPACE) return;
            navigation.go(place);
            e.consume();
        });
        return card;
    }

    private void fit() {
        double scale = getWidth() < NARROW ? 0.7 : 1;
        shrunk.setX(scale);
        shrunk.setY(scale);
        pseudoClassStateChanged(SMALL, scale < 1);
    }

    private static void size(Region node, double width, double height) {
        node.setMinSize(width, height);
        node.setPrefSize(width, height);
        node.setMaxSize(width, height);
    }

    private void show() {
        Recipe recipe = model.recipeProperty().get();
        distortionLines.show(model.words().distortion(recipe.distortion()));
        netLines.show(model.words().net(recipe));
        batchLines.show(model.words().batch(recipe));
        sketch.setParts(parts(recipe.net()));
    }

    private void showPictures() {
        RecipePictures pictures = model.picturesProperty().get();
        if (pictures == null) return;
        dataLines.show(model.words().data(pictures));
        digits.setPicture(pictures.digits());
        before.setPicture(pictures.before());
        after.setPicture(pictures.after());
        batch.setPicture(pictures.batch());
    }

    /** The layers with weights, maps by their side and vectors by their length. */
    static List<NetSketch.Part> parts(NetSpec net) {
        int[] series = LayerSeries.of(net);
        Inference inference = Inference.of(net);
        List<NetSketch.Part> parts = new ArrayList<>();
        double widest = 1;
        double longest = 1;
        for (int i = 0; i < series.length; i++) {
            Optional<Shape> shape = inference.output(i);
            if (series[i] == 0 || shape.isEmpty()) continue;
            if (shape.get().isVector()) longest = Math.max(longest, shape.get().size());
            else widest = Math.max(widest, shape.get().height());
        }
        for (int i = 0; i < series.length; i++) {
            Optional<Shape> shape = inference.output(i);
            if (series[i] == 0 || shape.isEmpty()) continue;
            boolean maps = !shape.get().isVector() && !(net.layers().get(i) instanceof LayerSpec.Dense);
            // Lengths differ by orders of magnitude: their root is drawn.
            double size = maps
                    ? Math.sqrt(shape.get().height() / widest)
                    : Math.max(0.2, Math.sqrt(shape.get().size() / longest));
            parts.add(new NetSketch.Part(maps, size, Role.series(series[i] - 1)));
        }
        return parts;
    }

    /** Two lines beside a picture. */
    private static final class Lines extends VBox {
        private final Label title = new Label();
        private final Label note = new Label();

        Lines() {
            title.getStyleClass().add("card-title");
            note.getStyleClass().addAll("type-note", "tone-2");
            note.setWrapText(true);
            setAlignment(Pos.CENTER_LEFT);
            setMinWidth(0);
            getChildren().addAll(title, note);
        }

        void show(RecipeWords.Line line) {
            title.setText(line.title());
            note.setText(line.note());
        }
    }
}
