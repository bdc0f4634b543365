package inklab.ui.runs;

import inklab.evaluate.PairedTest;
import inklab.recipe.PublishedFigure;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.PublishedScale;
import inklab.ui.widget.TallyStrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel: published and ours on one scale, whether the committee's gain is noise, and in what two recipes differ. */
final class RunsPanel extends VBox {
    private final RunsViewModel table;
    private final CommitteeModel committee;
    private final ReproductionCard.Maker maker;
    private final Texts texts;
    private final Label about = note("");
    private final PublishedScale scale = new PublishedScale();
    private final VBox lines = new VBox(6);
    private final VBox deviations = new VBox(6);
    private final Button deviate = new Button();
    private final TallyStrip tally = new TallyStrip();
    private final Label verdict = note("");
    private final VBox noise;
    private final Button save;
    private boolean open;

    RunsPanel(RunsViewModel table, CommitteeModel committee, ReproductionCard.Maker maker, DiffView diff, Texts texts) {
        this.table = table;
        this.committee = committee;
        this.maker = maker;
        this.texts = texts;
        getStyleClass().add("runs-panel");
        scale.setId("runs-scale");
        scale.setMaxWidth(Double.MAX_VALUE);
        CopyPicture.install(scale, texts.get("copy.chart"));
        deviate.setId("runs-deviations");
        deviate.getStyleClass().add("run-more");
        deviate.setOnAction(e -> {
            open = !open;
            showCard();
        });
        VBox card = new VBox(8, heading("card"), about, scale, lines, deviations);
        VBox.setMargin(scale, new Insets(8, 0, 6, 0));
        tally.setId("runs-tally");
        tally.setMaxWidth(Double.MAX_VALUE);
        CopyPicture.install(tally, texts.get("copy.chart"));
        verdict.setId("runs-verdict");
        noise = new VBox(10, heading("noise"), tally, verdict);
        save = new Button(texts.get("committee.save"), new FontIcon(Feather.USERS));
        save.setId("runs-save");
        save.getStyleClass().add("primary");
        save.setMaxWidth(Double.MAX_VALUE);
        save.setTooltip(new Tooltip(texts.get("committee.save.hint")));
        save.setOnAction(e -> committee.save());
        Region push = new Region();
        VBox.setVgrow(push, Priority.ALWAYS);
        getChildren().addAll(card, noise, diff, push, save);
        table.versionProperty().addListener(o -> show());
        committee.standingProperty().addListener(o -> show());
        committee.byVotesProperty().addListener(o -> show());
        show();
    }

    private Label heading(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("type-heading");
        return label;
    }

    private static Label note(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("type-note", "tone-2");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        Standing now = committee.standing();
        boolean several = now.isCounted() && now.members().size() > 1;
        save.setDisable(!several);
        showCard();
        showNoise(now, several);
    }

    private Optional<ReproductionCard> card() {
        Standing now = committee.standing();
        if (now.isCounted() && now.members().size() > 1)
            return Optional.of(maker.committee(now, committee.byVotesProperty().get()));
        Optional<RunRow> one = table.chosen()
                .or(() -> now.members().stream().findFirst())
                .or(() -> table.shown().stream().findFirst())
                .filter(row -> row.run().isPresent());
        return one.map(row -> maker.single(row, table.all()));
    }

    private void showCard() {
        Optional<ReproductionCard> now = card();
        swap(scale, now.isPresent());
        about.setText(now.map(ReproductionCard::about).orElse(texts.get("card.empty")));
        lines.getChildren().clear();
        deviations.getChildren().clear();
        now.ifPresent(this::show);
    }

    private void show(ReproductionCard card) {
        List<PublishedScale.Figure> figures = new ArrayList<>();
        Optional<PublishedFigure> published = card.published();
        published.ifPresent(figure -> figures.add(new PublishedScale.Figure(
                100 * figure.error(), texts.get("card.published", RunWords.published(figure, texts)), false)));
        if (!Double.isNaN(card.ours()))
            figures.add(new PublishedScale.Figure(
                    100 * card.ours(), texts.get("card.ours", Figures.fixed(100 * card.ours(), 2)), true));
        swap(scale, !figures.isEmpty());
        double most =
                figures.stream().mapToDouble(PublishedScale.Figure::value).max().orElse(1);
        double step = step(most * 1.3 / 3);
        scale.setScale(
                0,
                3 * step,
                List.of(0.0, step, 2 * step, 3 * step),
                tick -> tick == 0 ? "0 %" : RunWords.plain(Math.rint(tick * 1e6) / 1e6));
        scale.setFigures(figures);
        for (ReproductionCard.Line line : card.lines()) lines.getChildren().add(line(line.name(), line.value()));
        if (card.deviations().isEmpty()) return;
        Label name = new Label(texts.get("card.deviations"));
        name.getStyleClass().addAll("type-note", "tone-2");
        deviate.setText(texts.get(
                card.deviations().size() == 1 ? "card.deviations.one" : "card.deviations.some",
                card.deviations().size()));
        deviate.setGraphic(new FontIcon(open ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        deviate.setContentDisplay(ContentDisplay.RIGHT);
        lines.getChildren().add(spread(name, deviate));
        if (open)
            for (String sentence : card.deviations()) deviations.getChildren().add(note(sentence));
    }

    private static double step(double wanted) {
        double unit = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double times : new double[] {1, 2, 3, 5}) if (times * unit >= wanted * 0.999) return times * unit;
        return 10 * unit;
    }

    private static Node line(String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().addAll("type-note", "tone-2");
        left.setMinWidth(USE_PREF_SIZE);
        Label right = new Label(value);
        right.getStyleClass().add("card-value");
        right.setMinWidth(0);
        if (value.length() > 20) right.setTooltip(new Tooltip(value));
        return spread(left, right);
    }

    private static HBox spread(Node left, Node right) {
        Region gap = new Region();
        gap.setMinWidth(8);
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(left, gap, right);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void showNoise(Standing now, boolean several) {
        PairedTest test = now.test(committee.byVotesProperty().get());
        boolean tested = several && test != null;
        swap(tally, tested);
        if (!tested) {
            verdict.setText(texts.get("noise.empty"));
            return;
        }
        tally.show(
                test.onlyFirst(),
                texts.get("noise.mends", Figures.count(test.onlyFirst())),
                test.onlySecond(),
                texts.get("noise.spoils", Figures.count(test.onlySecond())));
        verdict.setText(Verdict.of(now, test, texts));
    }

    private static void swap(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
