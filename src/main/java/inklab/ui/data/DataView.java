package inklab.ui.data;

import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.ClassBand;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.ProblemStrip;
import inklab.ui.widget.SkeletonLoading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shelf, class band, wall, one under the other. */
final class DataView extends VBox {
    /** The least width of a class on the band, px; more classes scroll. */
    private static final double CLASS = 64;

    private final DataViewModel model;
    private final FolderQuestion question;
    private final Texts texts;
    private final ShelfView shelf;
    private final StackPane strip = new StackPane();
    private final ClassBand band = new ClassBand();
    private final Label bandNote = new Label();
    private final HBox bandCard;
    private final VBox bandWords;
    private final WallView wall;
    private final Card wallCard;
    private final SkeletonLoading skeleton = SkeletonLoading.grid(WallView.COLUMNS, 6);
    private final StackPane empty = new StackPane();
    private final StackPane stack;
    private final Button shuffle;
    private boolean projector;

    DataView(DataViewModel model, FolderQuestion question, Supplier<Node> specimen, Texts texts) {
        this.model = model;
        this.question = question;
        this.texts = texts;
        getStyleClass().add("data");
        setSpacing(16);
        shelf = new ShelfView(model, question, texts);
        strip.setManaged(false);
        strip.setVisible(false);
        bandWords = new VBox(4, heading(texts.get("classes")), bandNote);
        bandCard = bandCard();
        wall = new WallView(model, specimen, texts);
        skeleton.setCancel(texts.get("cancel"), model::cancelLoading);
        stack = new StackPane(wall, skeleton, empty);
        stack.setMinHeight(120);
        wallCard = new Card(texts.get("wall"), stack);
        wallCard.getStyleClass().add("data-wall");
        shuffle = new Button(texts.get("shuffle"), new FontIcon(Feather.SHUFFLE));
        shuffle.setId("data-shuffle");
        shuffle.setTooltip(new Tooltip(texts.get("shuffle.help")));
        shuffle.setMinWidth(Region.USE_PREF_SIZE);
        shuffle.setOnAction(e -> model.shuffle());
        wallCard.actions().add(shuffle);
        setVgrow(wallCard, Priority.ALWAYS);
        // The rings of its cards stand outside them.
        setMargin(shelf, new Insets(-ShelfView.RING));
        getChildren().addAll(shelf, strip, bandCard, wallCard);

        model.imagesProperty().addListener(o -> showState());
        model.loadingProperty().addListener(o -> showState());
        model.troubleProperty().addListener(o -> showState());
        model.summaryProperty().addListener(o -> showBand());
        model.labelProperty()
                .addListener(
                        o -> band.selectedProperty().set(model.labelProperty().get()));
        model.pageProperty().addListener(o -> showNote());
        model.fitProperty().addListener(o -> showFit());
        model.shelf().problemProperty().addListener(o -> showFit());
        model.shelf().revisionProperty().addListener(o -> showState());
        showState();
        showFit();
    }

    /** In the lecture hall: the band and the wall, larger; the shelf is for the desk. */
    void project(boolean on) {
        projector = on;
        shelf.setVisible(!on);
        shelf.setManaged(!on);
        bandNote.setVisible(!on);
        bandNote.setManaged(!on);
        wall.project(on);
        showFit();
    }

    /** Where keys should go first. */
    void focusFirst() {
        if (projector) wall.focusWall();
        else shelf.focusChosen();
    }

    private HBox bandCard() {
        bandNote.getStyleClass().add("type-caption");
        bandNote.setWrapText(true);
        bandNote.setMinHeight(Region.USE_PREF_SIZE);
        bandWords.getStyleClass().add("data-band-words");
        bandWords.setMinWidth(Region.USE_PREF_SIZE);
        band.setId("data-band");
        band.setAccessibleText(texts.get("classes"));
        band.setFormat(Figures::count);
        band.setOnChosen(model::filter);
        MenuItem csv = new MenuItem(texts.get("copy.counts"));
        csv.setOnAction(e -> copyCounts());
        CopyPicture.install(band, texts.get("copy"), () -> band, csv);
        ScrollPane scroll = new ScrollPane(band);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("data-band-scroll");
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        band.selectedProperty().addListener(o -> reveal(scroll));
        band.widthProperty().addListener(o -> reveal(scroll));
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox card = new HBox(16, bandWords, scroll);
        card.getStyleClass().addAll("card", "data-band");
        card.setAlignment(Pos.CENTER_LEFT);
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    /** Where classes are more than there is room for, the chosen one is in sight. */
    private void reveal(ScrollPane scroll) {
        Images images = model.imagesProperty().get();
        int chosen = band.selectedProperty().get();
        if (images != null && images.classes().size() > 1 && chosen >= 0)
            scroll.setHvalue((double) chosen / (images.classes().size() - 1));
    }

    private static Label heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("type-heading");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        return heading;
    }

    /** Puts the counts on the clipboard, as a table. */
    void copyCounts() {
        Images images = model.imagesProperty().get();
        Images.Summary summary = model.summaryProperty().get();
        if (images == null || summary == null) return;
        ClipboardContent content = new ClipboardContent();
        content.putString(Words.csv(images.classes(), summary.counts()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void showBand() {
        Images images = model.imagesProperty().get();
        Images.Summary summary = model.summaryProperty().get();
        if (images == null) return;
        List<ClassBand.Entry> entries = new ArrayList<>();
        for (int c = 0; c < images.classes().size(); c++)
            entries.add(new ClassBand.Entry(
                    images.classes().get(c),
                    summary == null ? null : summary.means().get(c),
                    summary == null ? 0 : summary.counts().get(c)));
        band.setMinWidth(entries.size() * CLASS);
        band.setEntries(entries);
        band.selectedProperty().set(model.labelProperty().get());
        bandNote.setText(
                summary != null && summary.each() > 0
                        ? texts.get("classes.some", Figures.count(summary.each()))
                        : texts.get("classes.note"));
    }

    private void showNote() {
        Page page = model.pageProperty().get();
        Images images = model.imagesProperty().get();
        int only = model.labelProperty().get();
        String seed = (images == null || only < 0
                        ? ""
                        : texts.get("wall.class", images.classes().get(only)))
                + texts.get("seed", model.seedProperty().get());
        int shown = page.cells().size();
        if (page.ask() == null) wallCard.setNote("");
        else if (page.ask().first() == 0)
            wallCard.setNote(texts.get("wall.first", Figures.count(shown), Figures.count(page.total())) + seed);
        else
            wallCard.setNote(texts.get(
                            "wall.on",
                            Figures.count(page.ask().first() + 1),
                            Figures.count(page.ask().first() + shown),
                            Figures.count(page.total()))
                    + seed);
    }

    private void showState() {
        boolean there = model.imagesProperty().get() != null;
        boolean loading = model.loadingProperty().get();
        String trouble = texts.sentence(model.troubleProperty().get());
        bandCard.setVisible(there || loading);
        bandCard.setManaged(there || loading);
        wall.setVisible(there);
        shuffle.setVisible(there);
        skeleton.setVisible(loading);
        if (loading) skeleton.start();
        else skeleton.stop();
        if (there) showBand();
        boolean none = !there && !loading && !trouble.isEmpty();
        empty.setVisible(none);
        empty.getChildren().clear();
        if (none) empty.getChildren().add(emptyState(trouble));
        showNote();
    }

    private Node emptyState(String trouble) {
        Optional<ShelfCard> card = model.shelf().card(model.datasetProperty().get());
        boolean missing = card.filter(ShelfCard::isMissing).isPresent();
        HBox actions = new HBox(8);
        actions.setAlignment(Pos.CENTER);
        card.filter(c -> c.entry().fetchable()).ifPresent(c -> {
            Button fetch =
                    new Button(texts.get("fetch", Figures.bytes(c.entry().bytes())), new FontIcon(Feather.DOWNLOAD));
            fetch.setId("data-fetch");
            fetch.setOnAction(e -> model.shelf().fetch(c));
            actions.getChildren().add(fetch);
        });
        Button bring = new Button(texts.get("import"), new FontIcon(Feather.FOLDER_PLUS));
        bring.setOnAction(e -> question.ask(this, texts.get("choose", model.title()))
                .ifPresent(from -> card.ifPresentOrElse(c -> model.importInto(c, from), () -> model.importAny(from))));
        Button again = new Button(texts.get("again"), new FontIcon(Feather.REFRESH_CW));
        again.setOnAction(e -> model.load());
        actions.getChildren().addAll(missing ? List.of(bring) : List.of(bring, again));
        FontIcon icon = new FontIcon(missing ? Feather.DOWNLOAD_CLOUD : Feather.ALERT_CIRCLE);
        icon.getStyleClass().add("data-slot-icon");
        EmptyState state = new EmptyState(
                icon, texts.get(missing ? "empty.missing" : "empty.trouble", model.title()), trouble, actions);
        state.setId("data-empty");
        return state;
    }

    private void showFit() {
        Optional<Fit> fit = model.fitProperty().get();
        String shelfProblem = texts.sentence(model.shelf().problemProperty().get());
        strip.getChildren().clear();
        if (!shelfProblem.isEmpty())
            strip.getChildren()
                    .add(new ProblemStrip(ProblemStrip.Level.DANGER, shelfProblem, "")
                            .withFix(texts.get("again"), model.shelf()::refresh));
        else
            fit.ifPresent(f -> {
                ProblemStrip words = new ProblemStrip(
                        f.grave() ? ProblemStrip.Level.DANGER : ProblemStrip.Level.WARNING, f.what(), f.consequence());
                words.setId("data-fit");
                if (f.mended().isPresent()) words.withFix(f.mend(), model::mend);
                strip.getChildren().add(words);
            });
        boolean any = !strip.getChildren().isEmpty();
        strip.setVisible(any);
        strip.setManaged(any);
    }
}
