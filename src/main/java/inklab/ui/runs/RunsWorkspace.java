package inklab.ui.runs;

import inklab.evaluate.CommitteeFile;
import inklab.recipe.Presets;
import inklab.recipe.Results;
import inklab.train.Runs;
import inklab.ui.Place;
import inklab.ui.ShellParts;
import inklab.ui.Shortcut;
import inklab.ui.Texts;
import inklab.ui.Workspace;
import inklab.ui.widget.Segments;
import inklab.ui.work.Jobs;
import inklab.ui.work.Sampler;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The workspace Runs: its nodes. While it is in view it looks at the folder of runs once a second. */
public final class RunsWorkspace implements Workspace {
    private static final long NANOS = 1_000_000_000;

    private final Texts texts;
    private final Jobs jobs;
    private final RunsViewModel model;
    private final CommitteeModel committee;
    private final RunMenu menu;
    private final RunFilter filter;
    private boolean projected;
    private final RunsView view;
    private final RunsPanel panel;
    private final SweepsModel sweeps;
    private final SweepView sweep;
    private final SweepPanel sweepPanel;
    private final Segments which;
    private final StackPane content;
    private final StackPane panels;
    private final HBox foot = new HBox(24);
    private final Sampler<Long> sampler;
    private final StringBinding state;

    /**
     * @param looks images as runs see them
     * @param used whether a run is being trained or waits to be
     * @param presets with what was published for them
     * @param results what was measured for those
     * @param crews who trains the members of sweeps
     * @param export writes runs for other tools
     * @param jobs threads of its own
     * @param sweeping another, which trains sweeps
     */
    public RunsWorkspace(
            ShellParts parts,
            Runs runs,
            Looks looks,
            Predicate<Path> used,
            Presets presets,
            Results results,
            SweepCrews crews,
            RunExport export,
            Jobs jobs,
            Jobs sweeping) {
        this.jobs = jobs;
        texts = new Texts(RunsWorkspace.class, parts.language().now());
        model = new RunsViewModel(runs, parts.selection(), used, jobs, parts.notices(), texts);
        CurvesModel curves = new CurvesModel(model, jobs);
        committee = new CommitteeModel(model, jobs, runs.root().resolveSibling("committees"), parts.notices(), texts);
        CompareModel compare = new CompareModel(model, looks, jobs);
        menu = new RunMenu(model, parts.navigation(), export, jobs, parts.notices(), texts);
        RunTable table = new RunTable(
                model,
                curves,
                menu,
                () -> parts.training().start(parts.selection().recipe()),
                texts);
        view = new RunsView(
                table,
                new CurvesCard(curves, texts).card(),
                new CommitteeCard(committee, new DissentModel(committee, looks, jobs), texts).card());
        panel = new RunsPanel(
                model,
                committee,
                new ReproductionCard.Maker(presets, results, texts),
                new DiffView(compare, curves, texts),
                texts);
        filter = new RunFilter(model, texts);
        sweeps = new SweepsModel(
                runs.root().resolveSibling("sweeps"), crews, parts.selection(), jobs, sweeping, parts.notices(), texts);
        sweep = new SweepView(sweeps, texts);
        which = new Segments(List.of(texts.get("table"), texts.get("sweeps")));
        which.setId("runs-which");
        which.setAccessibleText(texts.get("sweeps.which"));
        content = new StackPane(view, sweep);
        sweepPanel = new SweepPanel(sweeps, parts.navigation(), sweep.picture(), texts);
        panels = new StackPane(panel, sweepPanel);
        which.selectedProperty().addListener(o -> turn());
        turn();
        foot();
        state = Bindings.createStringBinding(
                this::words, which.selectedProperty(), sweeps.shownProperty(), model.stateProperty());
        sampler = new Sampler<>(() -> System.nanoTime() / NANOS, second -> refresh());
        parts.look().projectorProperty().addListener((o, was, now) -> project(now));
        project(parts.look().projectorProperty().get());
    }

    SweepsModel sweeps() {
        return sweeps;
    }

    SweepPanel sweepPanel() {
        return sweepPanel;
    }

    private boolean isSweeps() {
        return which.selectedProperty().get() == 1;
    }

    private String words() {
        if (!isSweeps()) return model.stateProperty().getValue();
        SweepShown shown = sweeps.shownProperty().get();
        return shown == null ? texts.get("sweep.none.title") : shown.standing(texts);
    }

    /** Runs one by one, or a sweep as a whole. */
    private void turn() {
        boolean many = isSweeps();
        view.setVisible(!many);
        sweep.setVisible(many);
        panels.getChildren().get(0).setVisible(!many);
        panels.getChildren().get(1).setVisible(many);
        filter.setVisible(!many);
        refresh();
    }

    private void refresh() {
        model.refresh();
        if (isSweeps()) sweeps.refresh();
    }

    RunsViewModel model() {
        return model;
    }

    CommitteeModel committee() {
        return committee;
    }

    private void project(boolean on) {
        projected = on;
        // Where fewer than two can be read together, the table is what there is to do.
        view.project(on, committee.standing().members().size() > 1);
        sweep.project(on);
        which.setVisible(!on);
        which.setManaged(!on);
        filter.setVisible(!on);
        filter.setManaged(!on);
    }

    /** In a lecture hall: the committee's figure, and whether it is chance; of a sweep its best error, and how far it is. */
    private void foot() {
        Label figure = new Label();
        figure.getStyleClass().add("type-hero");
        Label words = new Label();
        words.getStyleClass().add("type-note");
        words.setWrapText(true);
        words.setMaxWidth(640);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getChildren().addAll(words, figure);
        Runnable show = () -> {
            if (isSweeps()) {
                SweepShown shown = sweeps.shownProperty().get();
                figure.setText(shown == null ? "" : shown.figure());
                words.setText(shown == null ? "" : shown.sweep().name() + ": " + shown.standing(texts));
                return;
            }
            Standing now = committee.standing();
            boolean votes = committee.byVotesProperty().get();
            figure.setText(now.isCounted() ? RunWords.error(now.error(votes)) : "");
            words.setText(
                    now.isCounted() && now.test(votes) != null
                            ? Verdict.of(now, now.test(votes), texts).replace('\n', ' ')
                            : texts.get("noise.empty"));
        };
        committee.standingProperty().addListener(o -> {
            show.run();
            view.project(projected, committee.standing().members().size() > 1);
        });
        committee.byVotesProperty().addListener(o -> show.run());
        which.selectedProperty().addListener(o -> show.run());
        sweeps.shownProperty().addListener(o -> show.run());
        show.run();
    }

    @Override
    public Place place() {
        return Place.RUNS;
    }

    @Override
    public ObservableValue<String> state() {
        return state;
    }

    @Override
    public List<Node> actions() {
        return List.of(filter, which);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> panel() {
        return Optional.of(panels);
    }

    @Override
    public Optional<Node> projectorFoot() {
        return Optional.of(foot);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut(
                        new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
                        texts.get("keys.find"),
                        filter::takeFocus),
                new Shortcut(
                        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        texts.get("menu.csv.copy"),
                        menu::copyTable),
                new Shortcut(
                        new KeyCodeCombination(KeyCode.BACK_SPACE, KeyCombination.SHORTCUT_DOWN),
                        texts.get("keys.back"),
                        () -> model.actions().lastTrashed().ifPresent(model.actions()::putBack)));
    }

    @Override
    public List<String> styleSheets() {
        return List.of(Objects.requireNonNull(RunsWorkspace.class.getResource("runs.css"), "runs.css")
                .toExternalForm());
    }

    @Override
    public boolean accepts(Path file) {
        return CommitteeFile.isOne(file);
    }

    @Override
    public void open(Path file) {
        committee.open(file);
    }

    @Override
    public void shown() {
        refresh();
        sampler.start();
    }

    @Override
    public void hidden() {
        sampler.stop();
    }

    @Override
    public void close() {
        sampler.stop();
        sweeps.close();
        jobs.close();
    }
}
