package inklab.ui.inspect;

import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.Segments;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page: the scrubber over layers and confusion, and below them the hardest images and those of the chosen cell. */
final class InspectView extends Region {
    private static final double GAP = 16;
    private static final double LEFT = 576.0 / (576 + 400);
    private static final double SCRUBBER = 116;
    private static final double IMAGES = 193;
    private static final double LEAST_IMAGES = 184;

    private final InspectViewModel model;
    private final Classes classes;
    private final Texts texts;
    private final Runnable train;
    private final ScrubberCard scrubber;
    private final LayersView layers;
    private final Card layersCard;
    private final Segments colours;
    private final ConfusionCard confusion;
    private final MistakesCard hardest;
    private final MistakesCard cell;
    private final PadCard pad;
    private final Text count = new Text();
    private final List<Region> page;
    private Region empty = new Region();
    private boolean projector;

    /** @param train starts the smallest recipe, for whoever has no net yet */
    InspectView(InspectViewModel model, Classes classes, Runnable train, Texts texts) {
        this.model = model;
        this.classes = classes;
        this.texts = texts;
        this.train = train;
        getStyleClass().add("inspect-view");
        scrubber = new ScrubberCard(model, texts);
        layers = new LayersView(model::chooseUnit, texts);
        layersCard = new Card(texts.get("layers.title"), layers);
        layersCard.setNote(texts.get("layers.note"));
        layersCard.setId("inspect-layers");
        confusion = new ConfusionCard(model, classes, texts);
        colours = new Segments(List.of(texts.get("red"), texts.get("green"), texts.get("blue")));
        colours.setId("inspect-colours");
        colours.selectedProperty().addListener((o, was, now) -> model.chooseChannel(now.intValue()));
        colours.setVisible(false);
        colours.setManaged(false);
        layersCard.actions().add(colours);
        hardest = new MistakesCard("inspect-hardest", model, texts);
        hardest.card().setTitle(texts.get("hardest.title"));
        hardest.strip().setAccessibleText(texts.get("hardest.title"));
        hardest.card().setLegend(legend());
        cell = new MistakesCard("inspect-cell", model, texts);
        cell.strip().setAccessibleText(texts.get("cell.title.none"));
        pad = new PadCard(model, texts);
        page = List.of(scrubber.card(), layersCard, confusion.card(), hardest.card(), cell.card());
        getChildren().addAll(page);
        getChildren().addAll(empty, pad.card());
        setMinSize(840, 540);
        model.standProperty().addListener(o -> stand());
        model.troubleProperty().addListener(o -> stand());
        model.lookProperty().addListener(o -> showLook());
        model.scores().scoreProperty().addListener(o -> showScore());
        model.scores().cellImagesProperty().addListener(o -> showCell());
        model.imagesProperty().addListener(o -> {
            showLook();
            showScore();
        });
        model.imagesTroubleProperty().addListener(o -> showScore());
        model.exhibitProperty().addListener(o -> {
            hardest.choose();
            cell.choose();
        });
        stand();
        showScore();
    }

    private TextFlow legend() {
        Text answer = new Text(texts.get("hardest.answer"));
        answer.getStyleClass().addAll("type-caption", "inspect-word", "tone-danger");
        Text over = new Text(texts.get("hardest.over"));
        over.getStyleClass().add("type-caption");
        Text truth = new Text(texts.get("hardest.truth"));
        truth.getStyleClass().addAll("type-caption", "inspect-word", "tone-ink");
        count.getStyleClass().add("type-caption");
        TextFlow flow = new TextFlow(answer, over, truth, count);
        flow.setMinWidth(0);
        flow.setMaxHeight(Region.USE_PREF_SIZE);
        return flow;
    }

    ScrubberCard scrubber() {
        return scrubber;
    }

    ConfusionCard confusion() {
        return confusion;
    }

    MistakesCard hardest() {
        return hardest;
    }

    MistakesCard cell() {
        return cell;
    }

    LayersView layers() {
        return layers;
    }

    PadCard pad() {
        return pad;
    }

    void project(boolean on) {
        projector = on;
        layers.project(on);
        scrubber.project(on);
        stand();
        requestLayout();
    }

    private void stand() {
        boolean ready = model.standProperty().get() == InspectViewModel.Stand.READY;
        for (Region part : page) part.setVisible(ready);
        hardest.card().setVisible(ready && !projector);
        cell.card().setVisible(ready && !projector);
        getChildren().remove(empty);
        empty = nothing();
        empty.setVisible(!ready);
        getChildren().add(getChildren().size() - 1, empty);
        if (!ready) pad.show(false);
    }

    private Region nothing() {
        return switch (model.standProperty().get()) {
            case READY, LOOKING -> new Region();
            case WAITING ->
                new EmptyState(
                        new FontIcon(Feather.TRENDING_DOWN), texts.get("waiting"), texts.get("waiting.how"), again());
            case NONE -> {
                Button button = new Button(texts.get("none.train"), new FontIcon(Feather.PLAY));
                button.setId("inspect-train");
                button.getStyleClass().add("primary");
                button.setOnAction(e -> train.run());
                yield new EmptyState(new FontIcon(Feather.EYE), texts.get("none"), texts.get("none.how"), button);
            }
            case TROUBLE -> {
                EmptyState state = new EmptyState(
                        new FontIcon(Feather.ALERT_CIRCLE),
                        texts.get("trouble"),
                        texts.sentence(model.troubleProperty().get()),
                        again());
                state.setId("inspect-trouble");
                yield state;
            }
        };
    }

    private Node again() {
        Button again = new Button(texts.get("again"), new FontIcon(Feather.REFRESH_CW));
        again.setId("inspect-again");
        again.setOnAction(e -> model.look());
        return again;
    }

    private void showLook() {
        Look look = model.lookProperty().get();
        layers.setVisible(look != null);
        boolean coloured = look != null && look.shape().channels() == 3;
        colours.setVisible(coloured);
        colours.setManaged(coloured);
        if (look != null) layers.show(look, classes.names(look.probabilities().length));
    }

    private void showScore() {
        Score score = model.scores().scoreProperty().get();
        String trouble = texts.sentence(model.imagesTroubleProperty().get());
        boolean images = model.imagesProperty().get() != null;
        String sentence = !trouble.isEmpty()
                ? trouble
                : score != null && images && !model.imagesFit() ? texts.get("images.others") : "";
        hardest.say(sentence);
        if (score != null) {
            List<String> names = classes.names(score.classes());
            hardest.show(score.hardest(), names);
            count.setText(texts.get(
                    "hardest.count",
                    inklab.ui.Figures.count(score.misread()),
                    inklab.ui.Figures.count(score.images())));
        }
        showCell();
        if (!sentence.isEmpty()) cell.say("");
    }

    private void showCell() {
        Score score = model.scores().scoreProperty().get();
        int chosen = model.scores().cellProperty().get();
        if (score == null || chosen < 0) {
            cell.card().setTitle(texts.get("cell.title.none"));
            cell.show(List.of(), List.of());
            return;
        }
        List<String> names = classes.names(score.classes());
        int truth = chosen / score.classes();
        int answer = chosen % score.classes();
        cell.card()
                .setTitle(texts.get(
                        truth == answer ? "cell.title.right" : "cell.title", names.get(truth), names.get(answer)));
        cell.card().setNote(texts.get("cell.note"));
        cell.show(model.scores().cellImagesProperty().get(), names);
        boolean none = model.scores().cellImagesProperty().get().isEmpty();
        cell.say(none ? texts.get("cell.empty", names.get(truth), names.get(answer)) : "");
    }

    @Override
    protected double computePrefWidth(double height) {
        return 992;
    }

    @Override
    protected double computePrefHeight(double width) {
        return projector ? 616 : 748;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        empty.resizeRelocate(0, 0, width, height);
        double left = Math.floor((width - GAP) * LEFT);
        double right = width - GAP - left;
        double padHeight = pad.card().prefHeight(-1);
        double padWidth = pad.card().prefWidth(-1);
        pad.card().resizeRelocate(width - padWidth, 0, padWidth, padHeight);
        double least = scrubber.card().minHeight(width);
        double scrub = Math.max(least, projector ? 150 : height > 860 ? SCRUBBER + 20 : height > 690 ? SCRUBBER : 92);
        double y = scrub + GAP;
        double images = projector ? -GAP : height > 860 ? IMAGES + 40 : height > 690 ? IMAGES : LEAST_IMAGES;
        double middle = height - y - images - GAP;
        scrubber.card().resizeRelocate(0, 0, width, scrub);
        layersCard.resizeRelocate(0, y, left, middle);
        confusion.card().resizeRelocate(left + GAP, y, right, middle);
        if (projector) return;
        y += middle + GAP;
        hardest.card().resizeRelocate(0, y, left, images);
        cell.card().resizeRelocate(left + GAP, y, right, images);
    }
}
