package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.ui.Figures;
import inklab.ui.Place;
import inklab.ui.ShellParts;
import inklab.ui.Shortcut;
import inklab.ui.Texts;
import inklab.ui.Workspace;
import inklab.ui.work.Jobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which images there are, and what they are like. */
public final class DataWorkspace implements Workspace {
    private final Texts texts;
    private final Jobs reading;
    private final Jobs moving;
    private final FolderQuestion question;
    private final DataViewModel model;
    private final DataView view;
    private final SpecimenPanel panel;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state");
    private final MenuButton sets = new MenuButton();
    private final Label foot = new Label();
    private final List<Node> actions;

    /**
     * @param memory the file in which the wall's filter and seed are kept; need not exist
     * @param reading for what is looked at, a few threads; closed with the workspace
     * @param moving for fetching, importing and verifying, a thread each; closed with the workspace
     */
    public DataWorkspace(ShellParts parts, Catalogue catalogue, Path memory, Jobs reading, Jobs moving) {
        this(parts, new CatalogueStock(catalogue), memory, reading, moving, FolderQuestion.ofPlatform());
    }

    DataWorkspace(ShellParts parts, Stock stock, Path memory, Jobs reading, Jobs moving, FolderQuestion question) {
        texts = new Texts(DataWorkspace.class, parts.language().now());
        this.reading = reading;
        this.moving = moving;
        this.question = question;
        WallMemory remembered = new WallMemory(memory);
        remembered.read();
        model = new DataViewModel(parts.selection(), stock, reading, moving, remembered, parts.notices()::add, texts);
        panel = new SpecimenPanel(model, texts);
        view = new DataView(model, question, panel::picture, texts);
        actions = List.of(choose(), bring(), verify(), remove());
        foot.getStyleClass().addAll("type-foot", "tone-2");
        model.datasetProperty().addListener(o -> say());
        model.imagesProperty().addListener(o -> say());
        model.shelf().revisionProperty().addListener(o -> say());
        parts.look().projectorProperty().addListener((o, was, now) -> project(now));
        project(parts.look().projectorProperty().get());
        say();
    }

    DataViewModel model() {
        return model;
    }

    private void say() {
        String id = model.datasetProperty().get();
        state.set(Words.about(id, model.title(), texts));
        Images images = model.imagesProperty().get();
        foot.setText(images == null ? "" : texts.get("foot", model.title(), Figures.count(images.train())));
    }

    private void project(boolean on) {
        view.project(on);
        sets.setVisible(on);
        sets.setManaged(on);
    }

    /** In a lecture hall, where the shelf gives way to the images: the data sets by name. */
    private MenuButton choose() {
        sets.setId("data-sets");
        sets.setMinWidth(Button.USE_PREF_SIZE);
        sets.setAccessibleText(texts.get("sets"));
        Runnable name = () -> sets.setText(model.title());
        model.datasetProperty().addListener(o -> name.run());
        model.shelf().revisionProperty().addListener(o -> name.run());
        name.run();
        sets.setOnShowing(e -> sets.getItems()
                .setAll(model.shelf().cards().stream()
                        .filter(ShelfCard::isUsable)
                        .map(this::item)
                        .toList()));
        sets.getItems().add(new MenuItem());
        return sets;
    }

    private MenuItem item(ShelfCard card) {
        MenuItem item = new MenuItem(card.title());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> model.choose(card.id()));
        return item;
    }

    private Button bring() {
        Button bring = new Button(texts.get("import"), new FontIcon(Feather.FOLDER_PLUS));
        bring.setId("data-import");
        bring.setMinWidth(Button.USE_PREF_SIZE);
        bring.setTooltip(new Tooltip(texts.get("import.help")));
        bring.setOnAction(e -> question.ask(bring, texts.get("choose.any")).ifPresent(model::importAny));
        return bring;
    }

    private Button verify() {
        Button verify = new Button(texts.get("verify"), new FontIcon(Feather.SHIELD));
        verify.setId("data-verify");
        verify.setMinWidth(Button.USE_PREF_SIZE);
        verify.setTooltip(new Tooltip(texts.get("verify.help")));
        verify.setOnAction(e -> model.shelf()
                .card(model.datasetProperty().get())
                .ifPresent(card -> model.shelf().verify(card)));
        Runnable can = () -> verify.setDisable(model.datasetProperty().get().equals(Catalogue.INK)
                || model.shelf()
                        .card(model.datasetProperty().get())
                        .filter(card -> !card.isMissing())
                        .isEmpty());
        model.datasetProperty().addListener(o -> can.run());
        model.shelf().revisionProperty().addListener(o -> can.run());
        can.run();
        return verify;
    }

    /** Seen only where there is something of one's own to remove. */
    private Button remove() {
        Button remove = new Button(texts.get("remove"), new FontIcon(Feather.TRASH_2));
        remove.setId("data-remove");
        remove.getStyleClass().add("tone-danger");
        remove.setMinWidth(Button.USE_PREF_SIZE);
        remove.setTooltip(new Tooltip(texts.get("remove.help")));
        remove.setOnAction(e -> model.remove());
        Runnable can = () -> {
            remove.setVisible(model.canRemove());
            remove.setManaged(model.canRemove());
        };
        model.datasetProperty().addListener(o -> can.run());
        model.shelf().revisionProperty().addListener(o -> can.run());
        can.run();
        return remove;
    }

    @Override
    public Place place() {
        return Place.DATA;
    }

    @Override
    public ObservableValue<String> state() {
        return state.getReadOnlyProperty();
    }

    @Override
    public List<Node> actions() {
        return actions;
    }

    @Override
    public Node content() {
        return view;
    }

    @Override
    public Optional<Node> panel() {
        return Optional.of(panel);
    }

    @Override
    public Optional<Node> projectorFoot() {
        return Optional.of(foot);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(new KeyCodeCombination(KeyCode.R), texts.get("keys.shuffle"), model::shuffle),
                new Shortcut(new KeyCodeCombination(KeyCode.A), texts.get("keys.all"), () -> model.filter(-1)),
                new Shortcut(new KeyCodeCombination(KeyCode.K), texts.get("keys.counts"), view::copyCounts));
    }

    @Override
    public List<String> styleSheets() {
        return List.of(Objects.requireNonNull(DataWorkspace.class.getResource("data.css"))
                .toExternalForm());
    }

    /** Folders, but not those of runs; and archives of data sets. */
    @Override
    public boolean accepts(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        if (Files.isDirectory(file)) return !Files.exists(file.resolve("recipe.json"));
        return name.toLowerCase(Locale.ROOT).endsWith(".tar.gz");
    }

    @Override
    public void open(Path file) {
        model.importAny(file);
    }

    @Override
    public void shown() {
        model.show();
        view.focusFirst();
    }

    @Override
    public void hidden() {
        model.hide();
    }

    @Override
    public void close() {
        model.close();
        reading.close();
        moving.close();
    }
}
