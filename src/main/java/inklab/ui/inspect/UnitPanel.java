package inklab.ui.inspect;

import inklab.net.LayerSpec;
import inklab.net.ReceptiveField;
import inklab.ui.Texts;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.MapStrip;
import inklab.ui.widget.MapTile;
import inklab.ui.widget.Role;
import inklab.ui.widget.SignedMap;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One unit: the part of the image that it sees, what speaks for the answer, its arithmetic, its growth, and the answer. */
final class UnitPanel extends VBox {
    /** A panel less wide has no room for long words. */
    private static final double NARROW = 260;

    private final InspectViewModel model;
    private final Texts texts;
    private final Label title = heading();
    private final Label place = note();
    private final DigitView digit = new DigitView(116);
    private final SignedMap saliency = new SignedMap(116);
    private final Label truth = caption();
    private final Label why = caption();
    private final ArithmeticView arithmetic;
    private final VBox growing = new VBox(8);
    private final Label growthTitle = heading();
    private final MapStrip growth = new MapStrip(6);
    private final AnswerList answer;
    private boolean filling;

    UnitPanel(InspectViewModel model, Classes classes, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("inspect-panel");
        setId("inspect-panel");
        digit.setId("inspect-digit");
        digit.setFocusTraversable(true);
        digit.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        digit.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        digit.setAccessibleHelp(texts.get("unit.digit.help"));
        saliency.smoothProperty().set(true);
        saliency.setId("inspect-saliency");
        saliency.setAccessibleText(texts.get("unit.why.short", "–"));
        for (Node picture : List.of(digit, saliency, growth)) CopyPicture.install(picture, texts.get("copy.picture"));
        HBox pictures = new HBox(12, tile(digit, truth), tile(saliency, why));
        arithmetic = new ArithmeticView(model, texts);
        growth.setId("inspect-growth");
        growth.setBed(Role.SHEET);
        growth.setMat(3);
        growth.setAccessibleText(texts.get("growth.name"));
        growth.selectedProperty().addListener((o, was, now) -> {
            Growth shown = model.growthProperty().get();
            if (!filling && shown != null && now.intValue() >= 0)
                model.setEpoch(shown.steps().get(now.intValue()).epoch());
        });
        Label by = note();
        by.setText(texts.get("growth.by"));
        growing.getChildren().addAll(head(growthTitle, by), growth);
        answer = new AnswerList(classes, texts);
        getChildren()
                .addAll(
                        new VBox(8, head(title, place), pictures),
                        spring(),
                        arithmetic,
                        spring(),
                        growing,
                        spring(),
                        answer);
        widthProperty().addListener(o -> show());
        model.lookProperty().addListener(o -> show());
        model.growthProperty().addListener(o -> showGrowth());
        show();
        showGrowth();
    }

    static Label heading() {
        Label label = new Label();
        label.getStyleClass().add("type-heading");
        label.setMinWidth(0);
        return label;
    }

    static Label note() {
        Label label = new Label();
        label.getStyleClass().add("type-note");
        return label;
    }

    private static Label caption() {
        Label label = new Label();
        label.getStyleClass().add("type-caption");
        label.setMinWidth(0);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static HBox head(Label title, Node right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, right);
        head.setAlignment(Pos.BASELINE_LEFT);
        if (right instanceof Region region) region.setMinWidth(Region.USE_PREF_SIZE);
        return head;
    }

    private static Region spring() {
        Region spring = new Region();
        spring.getStyleClass().add("inspect-spring");
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private static VBox tile(Region picture, Label words) {
        StackPane sheet = new StackPane(picture) {
            @Override
            protected double computePrefHeight(double width) {
                return width < 0 ? 130 : width;
            }

            @Override
            public javafx.geometry.Orientation getContentBias() {
                return javafx.geometry.Orientation.HORIZONTAL;
            }
        };
        sheet.getStyleClass().add("inspect-sheet");
        sheet.setMinWidth(0);
        sheet.setPrefWidth(130);
        VBox tile = new VBox(6, sheet, words);
        tile.setMinWidth(0);
        tile.setPrefWidth(130);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }

    private void show() {
        Look look = model.lookProperty().get();
        setVisible(look != null);
        if (look == null) return;
        UnitLook unit = look.unit();
        Unit at = unit.unit();
        title.setText(texts.get("unit.title", unit.layer().code()));
        place.setText(
                unit.layer().isVector()
                        ? texts.get("unit.place.vector", at.map())
                        : texts.get("unit.place", at.map(), at.column(), at.row()));
        boolean blank = model.exhibitProperty().get() == null;
        digit.setPicture(look.input());
        digit.setBoxes(unit.window().map(UnitPanel::box).map(List::of).orElse(List.of()));
        saliency.tileProperty().set(blank ? null : Tiles.of(look.saliency()).get(0));
        List<String> names = answer.names(look);
        String said = names.get(look.answer());
        int label = look.exhibit().label();
        truth.setText(
                blank
                        ? texts.get("unit.blank")
                        : label < 0
                                ? texts.get("unit.own", said)
                                : label == look.answer()
                                        ? texts.get("unit.right" + article(names.get(label)), names.get(label))
                                        : texts.get("unit.wrong" + article(names.get(label)), names.get(label), said));
        why.setText(
                blank ? "" : texts.get(getWidth() < NARROW && getWidth() > 0 ? "unit.why.short" : "unit.why", said));
        digit.setAccessibleText(truth.getText() + ". " + title.getText() + ", " + place.getText());
        saliency.setAccessibleText(blank ? texts.get("unit.why.short", "–") : why.getText());
        arithmetic.show(look);
        answer.show(look, blank);
    }

    /** Before a vowel English says an; 8 begins with one. */
    private static String article(String name) {
        return !name.isEmpty() && "aeiouAEIOU8".indexOf(name.charAt(0)) >= 0 ? ".an" : "";
    }

    private static DigitView.Box box(ReceptiveField.Window window) {
        return new DigitView.Box(
                window.left(), window.top(), window.width(), window.height(), Role.ACCENT, false, 0, "");
    }

    private void showGrowth() {
        Growth now = model.growthProperty().get();
        growing.setVisible(now != null && now.steps().size() > 1);
        growing.setManaged(growing.isVisible());
        if (now == null) return;
        Look look = model.lookProperty().get();
        boolean filter = look != null && look.unit().layer().spec() instanceof LayerSpec.Conv;
        growthTitle.setText(
                texts.get(filter ? "growth.filter" : "growth.unit", now.unit().map()));
        filling = true;
        growth.setColumns(Math.max(6, now.steps().size()));
        growth.setTiles(now.steps().stream()
                .map(step ->
                        new MapTile(step.rows(), step.columns(), step.weights().clone()))
                .toList());
        growth.setLimit(now.bound());
        growth.setCaptions(
                now.steps().stream().map(step -> Integer.toString(step.epoch())).toList());
        growth.setNames(i -> texts.get("epoch", now.steps().get(i).epoch()));
        int here = -1;
        for (int i = 0; i < now.steps().size(); i++) if (now.steps().get(i).epoch() == now.epoch()) here = i;
        growth.selectedProperty().set(here);
        filling = false;
    }

    /** A press on the picture looks at the unit that sees this place in the middle. */
    private void press(MouseEvent e) {
        digit.requestFocus();
        e.consume();
        Look look = model.lookProperty().get();
        if (look == null || look.unit().layer().isVector()) return;
        double side = Math.min(digit.getWidth(), digit.getHeight());
        double x =
                (e.getX() - (digit.getWidth() - side) / 2) / side * look.shape().width();
        double y = (e.getY() - (digit.getHeight() - side) / 2)
                / side
                * look.shape().height();
        LayerLook layer = look.unit().layer();
        Optional<ReceptiveField.Window> now = look.unit().window();
        if (now.isEmpty()) return;
        double columns = layer.shape().width();
        double rows = layer.shape().height();
        // Between the first and the last unit's windows the units lie evenly.
        int column = (int) Math.round((x - now.get().width() / 2.0)
                / Math.max(1, look.shape().width() - now.get().width())
                * (columns - 1));
        int row = (int) Math.round((y - now.get().height() / 2.0)
                / Math.max(1, look.shape().height() - now.get().height())
                * (rows - 1));
        Unit at = look.unit().unit();
        model.chooseUnit(at.at(
                (int) Math.max(0, Math.min(rows - 1, row)), (int) Math.max(0, Math.min(columns - 1, column))));
    }

    private void key(KeyEvent e) {
        boolean used = true;
        switch (e.getCode()) {
            case LEFT -> model.moveUnit(0, -1);
            case RIGHT -> model.moveUnit(0, 1);
            case UP -> model.moveUnit(-1, 0);
            case DOWN -> model.moveUnit(1, 0);
            default -> used = false;
        }
        if (used) e.consume();
    }
}
