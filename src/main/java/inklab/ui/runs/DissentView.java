package inklab.ui.runs;

import inklab.evaluate.Dissent;
import inklab.ui.Texts;
import inklab.ui.widget.DigitView;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.VoteStrip;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The digits on which the members differ: who says what, wrong answers in danger, and what they read together. */
final class DissentView extends StackPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double ROW = 44;

    private final DissentModel model;
    private final Texts texts;
    private final ListView<Dissent> list = new ListView<>();
    private final EmptyState none;
    private DissentModel.Sight sight = DissentModel.Sight.NONE;
    private List<String> names = List.of();

    DissentView(DissentModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.setId("runs-disputed");
        list.getStyleClass().add("run-list");
        list.setAccessibleText(texts.get("committee.disputed"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Row());
        none = new EmptyState(new FontIcon(Feather.CHECK_CIRCLE), "", texts.get("committee.agreed"), null);
        none.setVisible(false);
        getChildren().addAll(list, none);
        model.sightProperty().addListener(o -> show());
    }

    private void show() {
        sight = model.sightProperty().get();
        names = RunWords.shortNames(sight.members().stream().map(RunRow::name).toList());
        none.setVisible(sight.dissents().isEmpty() && !sight.members().isEmpty());
        list.getItems().setAll(sight.dissents());
    }

    private final class Row extends ListCell<Dissent> {
        private final DigitView picture = new DigitView(36);
        private final Label label = new Label();
        private final HBox said = new HBox(4);
        private final VoteStrip votes = new VoteStrip(10);
        private final Label together = new Label();
        private final HBox bed;

        Row() {
            getStyleClass().add("run-cell");
            picture.setMinSize(36, 36);
            picture.setMaxSize(36, 36);
            label.getStyleClass().add("dissent-label");
            together.getStyleClass().add("dissent-together");
            together.setMinWidth(Region.USE_PREF_SIZE);
            votes.setPrefSize(72, 28);
            votes.setMinWidth(48);
            said.setAlignment(Pos.CENTER_LEFT);
            said.setMinWidth(0);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            bed = new HBox(12, picture, label, said, gap, votes, together);
            bed.setAlignment(Pos.CENTER_LEFT);
            bed.getStyleClass().add("dissent-row");
        }

        @Override
        protected void updateItem(Dissent dissent, boolean empty) {
            super.updateItem(dissent, empty);
            setText(null);
            if (empty || dissent == null) {
                setGraphic(null);
                return;
            }
            picture.setPicture(sight.pictures().get(dissent.image()));
            label.setText(String.valueOf(dissent.label()));
            said.getChildren().setAll(votesOf(dissent));
            double[] shares = new double[Math.max(10, classes(dissent))];
            for (int read : dissent.said()) shares[read] += 1.0 / dissent.said().size();
            int read = model.byVotes() ? dissent.voted() : dissent.averaged();
            boolean wrong = read != dissent.label();
            votes.setVisible(shares.length == 10);
            if (shares.length == 10) votes.show(shares, wrong);
            together.setText(wrong ? dissent.label() + " → " + read : String.valueOf(read));
            together.pseudoClassStateChanged(WRONG, wrong);
            setGraphic(bed);
            setAccessibleText(texts.get(
                    "dissent.row",
                    dissent.label(),
                    dissent.right(),
                    dissent.said().size(),
                    read));
        }

        private int classes(Dissent dissent) {
            return 1 + dissent.said().stream().mapToInt(k -> k).max().orElse(0);
        }

        private List<Node> votesOf(Dissent dissent) {
            List<Node> all = new ArrayList<>();
            for (int m = 0; m < dissent.said().size(); m++) {
                int read = dissent.said().get(m);
                Label vote = new Label(String.valueOf(read));
                vote.getStyleClass().add("dissent-vote");
                vote.pseudoClassStateChanged(WRONG, read != dissent.label());
                vote.setTooltip(new Tooltip(texts.get("dissent.says", names.get(m), read)));
                Region swatch = new Region();
                int series = 1 + model.series(sight.members().get(m)) % 6;
                swatch.getStyleClass().addAll("dissent-swatch", "series-" + series);
                VBox column = new VBox(3, vote, swatch);
                column.setAlignment(Pos.CENTER);
                all.add(column);
            }
            return all;
        }
    }
}
