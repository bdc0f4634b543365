package inklab.ui.data;

import inklab.data.DataStatus.State;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.Picture;
import inklab.ui.widget.ThinBar;
import inklab.ui.work.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A data set as a card: its own pictures first, then its name and how it stands; and what is being done with it, in its place. */
final class ShelfCardView extends VBox {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final int PICTURES = 3;
    private static final double GAP = 6;
    private static final double LARGEST = 64;
    /** Work that is over sooner shows no progress. */
    private static final Duration PATIENCE = Duration.millis(500);

    private final DataViewModel model;
    private final ShelfCard card;
    private final FolderQuestion question;
    private final Texts texts;
    private final boolean slot;
    private final HBox pictures = new HBox(GAP);
    private final Label title = new Label();
    private final Label facts = new Label();
    private final HBox foot = new HBox(4);
    private final ThinBar bar = ThinBar.progressInCard();
    private final Label progress = new Label();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Tooltip tooltip = new Tooltip();
    private boolean patient;

    ShelfCardView(DataViewModel model, ShelfCard card, FolderQuestion question, Texts texts) {
        this.model = model;
        this.card = card;
        this.question = question;
        this.texts = texts;
        slot = card == model.shelf().slot();
        setId("data-card-" + (slot ? "own" : card.id().replace('/', '-')));
        getStyleClass().addAll(slot ? "empty-place" : "card", "data-card", "focus-ring");
        setFocusTraversable(true);
        setAccessibleRole(slot ? AccessibleRole.BUTTON : AccessibleRole.RADIO_BUTTON);
        setMinWidth(0);
        title.getStyleClass().add("data-card-title");
        title.setText(card.title());
        facts.getStyleClass().add("type-caption");
        facts.setMinWidth(0);
        progress.getStyleClass().add("type-caption");
        pictures.setAlignment(Pos.CENTER_LEFT);
        foot.setAlignment(Pos.CENTER_LEFT);
        patience.setOnFinished(e -> {
            patient = false;
            show();
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY) act();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getTarget() != this || (e.getCode() != KeyCode.ENTER && e.getCode() != KeyCode.SPACE)) return;
            act();
            e.consume();
        });
        addEventHandler(DragEvent.DRAG_OVER, this::over);
        addEventHandler(DragEvent.DRAG_EXITED, e -> pseudoClassStateChanged(OVER, false));
        addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        widthProperty().addListener(o -> size());
        card.looksProperty().addListener(o -> hang());
        card.problemProperty().addListener(o -> show());
        card.doingProperty().addListener(o -> begun());
        model.datasetProperty().addListener(o -> show());
        hang();
    }

    ShelfCard card() {
        return card;
    }

    private void act() {
        requestFocus();
        if (!slot) model.choose(card.id());
        else if (!card.isBusy()) ask();
    }

    private void ask() {
        question.ask(this, texts.get(slot ? "choose.own" : "choose", card.title()))
                .ifPresent(from -> model.importInto(card, from));
    }

    private void over(DragEvent e) {
        if (!e.getDragboard().hasFiles() || card.isBusy()) return;
        e.acceptTransferModes(TransferMode.COPY);
        pseudoClassStateChanged(OVER, true);
        e.consume();
    }

    private void dropped(DragEvent e) {
        if (!e.getDragboard().hasFiles() || card.isBusy()) return;
        model.importInto(card, e.getDragboard().getFiles().get(0).toPath());
        pseudoClassStateChanged(OVER, false);
        e.setDropCompleted(true);
        e.consume();
    }

    private void begun() {
        ShelfCard.Doing doing = card.doingProperty().get();
        patient = doing != null;
        patience.stop();
        if (doing != null) {
            patience.playFromStart();
            Job job = doing.job();
            job.fractionProperty().addListener(o -> follow(job));
            job.wordsProperty().addListener(o -> follow(job));
            follow(job);
        }
        show();
    }

    private void follow(Job job) {
        bar.show(job.fractionProperty().get());
        progress.setText(job.wordsProperty().get());
    }

    /** The data set's own pictures; blank sheets where there are none yet. */
    private void hang() {
        List<Picture> own =
                card.looksProperty().get().map(Stock.Looks::pictures).orElse(List.of());
        List<Node> hung = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            if (i < own.size()) {
                DigitView view = new DigitView(48);
                view.setMouseTransparent(true);
                view.setPicture(own.get(i));
                StackPane frame = new StackPane(view);
                frame.getStyleClass().add(own.get(i).channels() == 3 ? "data-photo" : "data-digit");
                hung.add(frame);
            } else if (own.isEmpty()) {
                Region blank = new Region();
                blank.getStyleClass().add("data-blank");
                hung.add(blank);
            }
        }
        pictures.getChildren().setAll(hung);
        size();
        show();
    }

    /** Pictures grow with the window, and shrink before text does. */
    private void size() {
        double inner = getWidth() - snappedLeftInset() - snappedRightInset();
        double side = Math.max(24, Math.min(LARGEST, Math.floor((inner - 2 * GAP) / PICTURES)));
        for (Node node : pictures.getChildren()) {
            Region picture = (Region) node;
            picture.setMinSize(side, side);
            picture.setPrefSize(side, side);
            picture.setMaxSize(side, side);
        }
    }

    private void show() {
        boolean inUse = !slot && card.id().equals(model.datasetProperty().get());
        getStyleClass().remove("chosen");
        if (inUse) getStyleClass().add("chosen");
        facts.setText(Words.facts(card, texts));
        boolean failed = !card.problemProperty().get().isEmpty();
        if (card.isBusy() && !patient)
            setChildren(slot ? List.of(icon(), title, busy()) : List.of(pictures, title, busy()));
        else if (failed) setChildren(List.of(title, sentence(problem()), problemFoot()));
        else if (slot) setChildren(List.of(icon(), title, invitation()));
        else if (broken()) {
            stand(inUse);
            setChildren(List.of(title, sentence(notice()), mendFoot()));
        } else {
            stand(inUse);
            // A button says as much as the line over it, and needs its room.
            boolean fetchable =
                    !foot.getChildren().isEmpty() && foot.getChildren().get(0) instanceof Button;
            setChildren(fetchable ? List.of(pictures, title, foot) : List.of(pictures, title, facts, foot));
        }
        setAccessibleText(String.join(
                ", ",
                Stream.of(card.title(), facts.getText(), said(), broken() ? notice() : "", problem())
                        .filter(words -> !words.isEmpty())
                        .toList()));
        say();
    }

    private void setChildren(List<Node> nodes) {
        if (!getChildren().equals(nodes)) getChildren().setAll(nodes);
    }

    /** What does not fit on the card. */
    private void say() {
        String whole = problem();
        if (whole.isEmpty()) whole = notice();
        tooltip.setText(whole);
        Tooltip.uninstall(this, tooltip);
        if (!whole.isEmpty()) Tooltip.install(this, tooltip);
    }

    private String notice() {
        return texts.sentence(
                card.looksProperty().get().map(l -> l.status().notice()).orElse(""));
    }

    private String problem() {
        return texts.sentence(card.problemProperty().get());
    }

    private boolean broken() {
        return card.looksProperty()
                .get()
                .filter(l -> l.status().state() == State.BROKEN)
                .isPresent();
    }

    private String said() {
        for (Node node : foot.getChildren()) if (node instanceof Label words) return words.getText();
        return "";
    }

    private static Node icon() {
        FontIcon icon = new FontIcon(Feather.FOLDER_PLUS);
        icon.getStyleClass().add("data-slot-icon");
        return icon;
    }

    private Node invitation() {
        Label words = new Label(texts.get("own.drop"));
        words.getStyleClass().addAll("type-caption", "data-invitation");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        return words;
    }

    private Node busy() {
        Button stop = new Button("", new FontIcon(Feather.X));
        stop.getStyleClass().add("bare");
        stop.setId("data-cancel");
        stop.setAccessibleText(texts.get("cancel"));
        stop.setTooltip(new Tooltip(texts.get("cancel")));
        stop.setOnAction(e -> model.shelf().cancel(card));
        stop.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(8, bar, stop);
        row.setAlignment(Pos.CENTER);
        ShelfCard.Doing doing = card.doingProperty().get();
        if (progress.getText().isEmpty() && doing != null)
            progress.setText(texts.get("doing." + doing.kind().name().toLowerCase(Locale.ROOT)));
        VBox box = new VBox(0, row, progress);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private Node sentence(String words) {
        Label says = new Label(Words.brief(words));
        says.setId(getId() + "-problem");
        says.getStyleClass().addAll("type-caption", "tone-danger", "data-problem");
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        says.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(says, Priority.ALWAYS);
        return says;
    }

    private Node problemFoot() {
        Button close = small(texts.get("dismiss"), () -> model.shelf().dismiss(card));
        close.setId(getId() + "-dismiss");
        HBox row = new HBox(6);
        if (slot) row.getChildren().add(small(texts.get("again"), this::ask));
        else if (!card.isUsable() && card.entry().fetchable())
            row.getChildren().add(small(texts.get("again"), () -> model.shelf().fetch(card)));
        row.getChildren().add(close);
        row.setAlignment(slot ? Pos.CENTER : Pos.CENTER_LEFT);
        return row;
    }

    /** The files are there but damaged: they are fetched again, or brought from elsewhere. */
    private Node mendFoot() {
        HBox row = new HBox(6);
        if (card.entry().fetchable())
            row.getChildren()
                    .add(small(
                            texts.get("fetch", Figures.bytes(card.entry().bytes())),
                            () -> model.shelf().fetch(card)));
        else row.getChildren().add(small(texts.get("import"), this::ask));
        return row;
    }

    private Button small(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add("data-small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        button.addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        return button;
    }

    private void stand(boolean inUse) {
        Optional<Stock.Looks> looks = card.looksProperty().get();
        foot.getChildren().clear();
        if (looks.isEmpty()) return;
        State state = looks.get().status().state();
        switch (state) {
            case READY ->
                mark(
                        Feather.CHECK,
                        inUse ? texts.get("in.use") : texts.get("ready"),
                        inUse ? "tone-accent" : "tone-good");
            case DIFFERENT ->
                mark(
                        inUse ? Feather.CHECK : Feather.ALERT_TRIANGLE,
                        texts.get(inUse ? "in.use.different" : "different"),
                        inUse ? "tone-accent" : "tone-warning");
            case BROKEN -> mark(Feather.ALERT_CIRCLE, texts.get("broken"), "tone-danger");
            case MISSING -> {
                if (!card.entry().fetchable()) {
                    mark(Feather.ALERT_CIRCLE, texts.get("missing"), "tone-danger");
                    return;
                }
                facts.setText(texts.get(inUse ? "missing.in.use" : "missing"));
                Button fetch = small(
                        texts.get("fetch", Figures.bytes(card.entry().bytes())),
                        () -> model.shelf().fetch(card));
                fetch.setId(getId() + "-fetch");
                foot.getChildren().add(fetch);
            }
        }
    }

    private void mark(Feather icon, String words, String tone) {
        FontIcon mark = new FontIcon(icon);
        Label says = new Label(words, mark);
        says.getStyleClass().addAll("data-stand", tone);
        says.setMinWidth(0);
        foot.getChildren().add(says);
    }
}
