package inklab.ui.runs;

import inklab.sweep.SweepFolder;
import inklab.sweep.Trial;
import inklab.ui.Navigation;
import inklab.ui.Place;
import inklab.ui.Texts;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.ThinBar;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.converter.IntegerStringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel beside a sweep: which one, how far it is, its chosen member, and what can be made of it. */
final class SweepPanel extends VBox {
    private final SweepsModel model;
    private final Node picture;
    private final Texts texts;
    private final MenuButton which = new MenuButton();
    private final Label says = note();
    private final Label figure = new Label();
    private final Label standing = note();
    private final ThinBar bar = ThinBar.progress();
    private final Label how = note();
    private final Label working = note();
    private final Label memberWords = note();
    private final Button inspect = new Button();
    private final VBox member;
    private final VBox made;
    private final Button go = new Button();
    private Function<String, Optional<Path>> places = this::ask;

    /** @param picture what is exported as a picture */
    SweepPanel(SweepsModel model, Navigation navigation, Node picture, Texts texts) {
        super(24);
        this.model = model;
        this.picture = picture;
        this.texts = texts;
        getStyleClass().add("runs-panel");
        which.setId("sweep-which");
        which.getStyleClass().add("run-filter");
        which.setMaxWidth(Double.MAX_VALUE);
        which.setMnemonicParsing(false);
        which.setOnShowing(e -> which.getItems().setAll(items()));
        which.getItems().add(new MenuItem());
        figure.getStyleClass().add("type-hero");
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox top = new VBox(8, which, says);
        VBox state = new VBox(8, heading("sweep.standing"), figure, standing, bar, how, working);
        inspect.setText(texts.get("sweep.inspect"));
        inspect.setId("sweep-inspect");
        inspect.setOnAction(e -> navigation.go(Place.INSPECT));
        member = new VBox(8, heading("sweep.chosen"), memberWords, inspect);
        made = new VBox(8, heading("sweep.make"), committee(), exports());
        Region push = new Region();
        VBox.setVgrow(push, Priority.ALWAYS);
        go.setId("sweep-go");
        go.getStyleClass().add("primary");
        go.setMaxWidth(Double.MAX_VALUE);
        go.setOnAction(e -> {
            if (model.isRunningHere()) model.stop();
            else model.start();
        });
        getChildren().addAll(top, state, member, made, push, go);
        model.shownProperty().addListener(o -> show());
        model.chosenProperty().addListener(o -> show());
        model.runningProperty().addListener(o -> show());
        show();
    }

    private Node committee() {
        Spinner<Integer> members =
                new Spinner<>(1, 1000, model.membersProperty().get());
        members.setEditable(true);
        members.getEditor().setAccessibleText(texts.get("sweep.committee.size"));
        members.getEditor()
                .setTextFormatter(
                        new TextFormatter<>(change -> change.getControlNewText().matches("\\d{0,4}") ? change : null));
        members.getValueFactory().setConverter(new IntegerStringConverter() {
            @Override
            public Integer fromString(String typed) {
                // Nothing typed leaves it as it is.
                return typed.isEmpty() ? members.getValue() : super.fromString(typed);
            }
        });
        members.setId("sweep-members");
        members.setPrefWidth(84);
        members.setMinWidth(84);
        members.setAccessibleText(texts.get("sweep.committee.size"));
        members.valueProperty()
                .addListener((o, was, now) -> model.membersProperty().set(now));
        Button make = new Button(texts.get("sweep.committee"), new FontIcon(Feather.USERS));
        make.setId("sweep-committee");
        make.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(make, Priority.ALWAYS);
        make.setOnAction(e -> model.committee());
        make.setTooltip(new Tooltip(texts.get("sweep.committee.hint")));
        HBox row = new HBox(8, make, members);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node exports() {
        Button csv = new Button(texts.get("sweep.csv"), new FontIcon(Feather.FILE_TEXT));
        csv.setId("sweep-csv");
        csv.setOnAction(e -> place("csv").ifPresent(model::csv));
        Button png = new Button(texts.get("sweep.png"), new FontIcon(Feather.IMAGE));
        png.setId("sweep-png");
        png.setOnAction(e -> place("png").ifPresent(file -> model.png(file, drawn())));
        return new HBox(8, csv, png);
    }

    private Optional<Path> place(String kind) {
        return places.apply(model.shownProperty().get().sweep().name() + "." + kind);
    }

    /** Who answers where a file of this name is to be saved, in place of the system's own dialog. */
    void setPlaces(Function<String, Optional<Path>> answer) {
        places = answer;
    }

    private Optional<Path> ask(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .map(File::toPath);
    }

    private BufferedImage drawn() {
        return SwingFXUtils.fromFXImage(CopyPicture.of(picture), null);
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (SweepFolder folder : model.folders()) items.add(item(folder.name(), () -> model.open(folder)));
        if (!items.isEmpty()) items.add(new SeparatorMenuItem());
        for (String preset : model.presets())
            items.add(item(texts.get("sweep.plan", preset), () -> model.plan(preset)));
        items.add(new SeparatorMenuItem());
        items.add(item(texts.get("sweep.file"), () -> {
            FileChooser chooser = new FileChooser();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("sweep.file"), "*.json"));
            Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                    .ifPresent(file -> model.plan(file.toPath()));
        }));
        return items;
    }

    private static MenuItem item(String words, Runnable act) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> act.run());
        return item;
    }

    private Label heading(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("type-heading");
        return label;
    }

    private static Label note() {
        Label label = new Label();
        label.getStyleClass().addAll("type-note", "tone-2");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static void words(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private void show() {
        SweepShown now = model.shownProperty().get();
        which.setText(now == null ? texts.get("sweep.choose") : now.folder().name());
        for (Node node : getChildren().subList(1, getChildren().size())) node.setVisible(now != null);
        words(
                says,
                now == null
                        ? texts.get("sweep.about")
                        : texts.sentence(now.sweep().says()));
        if (now == null) return;
        figure.setText(now.figure());
        words(standing, now.standing(texts));
        bar.show(now.trials().isEmpty() ? 0 : (double) now.over() / now.trials().size());
        words(how, now.how());
        words(working, String.join("\n", now.working()));
        Optional<Trial> chosen = model.chosen();
        member.setVisible(chosen.isPresent());
        member.setManaged(chosen.isPresent());
        chosen.ifPresent(this::show);
        boolean any = now.best().isPresent();
        made.setVisible(any);
        made.setManaged(any);
        go.setVisible(!now.isOver());
        go.setDisable(model.runningProperty().get() && !model.isRunningHere());
        go.setText(texts.get(model.isRunningHere() ? "sweep.stop" : now.there() ? "sweep.go.on" : "sweep.start"));
        go.setGraphic(new FontIcon(model.isRunningHere() ? Feather.PAUSE : Feather.PLAY));
    }

    private void show(Trial trial) {
        StringBuilder words = new StringBuilder(trial.name())
                .append('\n')
                .append(trial.member().words());
        if (trial.isRanked())
            words.append('\n')
                    .append(texts.get(
                            "sweep.figures",
                            RunWords.error(trial.validationError()),
                            RunWords.error(trial.testError()),
                            SweepView.time(trial.wallSeconds())));
        if (trial.problem() != null) words.append('\n').append(trial.problem());
        memberWords.setText(words.toString());
        inspect.setDisable(trial.weightsSha256().isEmpty());
    }
}
