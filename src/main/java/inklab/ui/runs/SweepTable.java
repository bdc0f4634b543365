package inklab.ui.runs;

import inklab.sweep.Axis;
import inklab.sweep.Strategy;
import inklab.sweep.Trial;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A sweep's members, a row each; a column's head sorts. */
final class SweepTable {
    /** Columns that need no more share the width of the smallest window; others keep theirs, and are scrolled. */
    private static final double SHARED = 390;

    private final SweepsModel model;
    private final Texts texts;
    private final TableView<Trial> table = new TableView<>();
    private final ObservableList<Trial> rows = FXCollections.observableArrayList();
    private List<Axis> axes = List.of();
    private boolean showing;

    SweepTable(SweepsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table.setId("sweep-table");
        table.getStyleClass().add("sweep-table");
        table.setAccessibleText(texts.get("sweep.members"));
        table.setPlaceholder(new Label(texts.get("sweep.brushed.none")));
        SortedList<Trial> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> {
            if (now != null && !showing) model.choose(now);
        });
    }

    TableView<Trial> node() {
        return table;
    }

    /** @param through which members the brushes leave */
    void show(SweepShown now, Predicate<Trial> through) {
        if (!now.sweep().axes().equals(axes))
            columns(now.sweep().axes(), now.sweep().strategy() instanceof Strategy.Halving);
        showing = true;
        rows.setAll(now.trials().stream().filter(through).toList());
        table.getSelectionModel().clearSelection();
        for (Trial trial : table.getItems())
            if (trial.name().equals(model.chosenProperty().get()))
                table.getSelectionModel().select(trial);
        showing = false;
    }

    private void columns(List<Axis> shown, boolean rungs) {
        axes = shown;
        List<TableColumn<Trial, Trial>> columns = new ArrayList<>();
        columns.add(column(texts.get("sweep.member"), t -> t.name().replaceFirst(".*-", ""), null, 36));
        for (Axis axis : axes)
            columns.add(column(
                    SweepBins.title(axis),
                    t -> Axis.words(t.member().values().get(axis.field())),
                    t -> t.member().values().get(axis.field()).asDouble(Double.NaN),
                    50));
        columns.add(column(texts.get("sweep.state"), this::state, null, rungs ? 96 : 50));
        TableColumn<Trial, Trial> validation = column(
                texts.get("sweep.validation"), t -> RunWords.error(t.validationError()), Trial::validationError, 90);
        columns.add(validation);
        columns.add(column(texts.get("sweep.test"), t -> RunWords.error(t.testError()), Trial::testError, 58));
        columns.add(column(texts.get("sweep.time"), t -> SweepView.time(t.wallSeconds()), Trial::wallSeconds, 50));
        double least = columns.stream().mapToDouble(TableColumn::getMinWidth).sum();
        // Before the columns, the shared width would go to the first of them.
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getColumns().setAll(columns);
        if (least <= SHARED) table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSortOrder().clear();
        table.getSortOrder().add(validation);
    }

    private String state(Trial trial) {
        return switch (trial.status()) {
            case WAITING -> texts.get("sweep.waiting");
            case STARTED -> texts.get("sweep.started");
            case RESTING -> texts.get("sweep.resting", trial.epochs());
            case DROPPED -> texts.get("sweep.dropped", trial.epochs());
            case FINISHED -> texts.get("sweep.done");
            case FAILED -> texts.get("sweep.failed");
        };
    }

    /** @param number to sort by, those that are none last; null to sort by the words */
    private static TableColumn<Trial, Trial> column(
            String title, Function<Trial, String> words, ToDoubleFunction<Trial> number, double width) {
        TableColumn<Trial, Trial> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Trial trial, boolean empty) {
                super.updateItem(trial, empty);
                setText(empty || trial == null ? "" : words.apply(trial));
            }
        });
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setComparator((a, b) -> {
            if (number != null) {
                int byNumber = Double.compare(number.applyAsDouble(a), number.applyAsDouble(b));
                if (byNumber != 0) return byNumber;
            }
            return words.apply(a).compareTo(words.apply(b));
        });
        return column;
    }
}
