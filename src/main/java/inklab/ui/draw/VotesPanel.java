package inklab.ui.draw;

import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.CalmRow;
import inklab.ui.widget.VoteStrip;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Who is asked, and what each says; a dissenter in danger. */
final class VotesPanel extends VBox {
    private static final PseudoClass DISSENT = PseudoClass.getPseudoClass("dissent");

    /** One net's card. */
    private final class VoteCard extends CalmRow {
        private final Candidate net;
        private final Label digit = new Label("–");
        private final Label sure = new Label();
        private final VoteStrip strip = new VoteStrip(10);

        VoteCard(Candidate net) {
            this.net = net;
            getStyleClass().add("vote-card");
            // The card itself says the answer and how sure it is.
            strip.setMouseTransparent(true);
            setAccessibleRole(AccessibleRole.TEXT);
            digit.getStyleClass().add("vote-digit");
            digit.setMinWidth(USE_PREF_SIZE);
            Label name = new Label(net.name());
            name.getStyleClass().add("vote-name");
            name.setMinWidth(0);
            sure.getStyleClass().add("type-caption");
            sure.setMinWidth(0);
            VBox words = new VBox(name, sure);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            // In a small window the name goes before the strip.
            strip.prefWidthProperty().bind(widthProperty().map(width -> width.doubleValue() < 260 ? 64 : 100));
            strip.setMinWidth(60);
            Tooltip tip = new Tooltip(about(net));
            Tooltip.install(this, tip);
            getChildren().addAll(digit, words, strip);
        }

        void show(Tally tally) {
            Vote vote = tally.votes().stream()
                    .filter(one -> one.net().equals(net))
                    .findFirst()
                    .orElse(null);
            boolean dissents = vote != null && vote.digit() != tally.digit();
            digit.setText(vote == null ? "–" : String.valueOf(vote.digit()));
            digit.pseudoClassStateChanged(DISSENT, dissents);
            String percent = vote == null ? "" : Figures.percent(vote.sure(), 0);
            sure.setText(vote == null ? texts.get("votes.waits") : texts.get("votes.sure", percent));
            strip.show(vote == null ? new double[10] : vote.shares(), dissents);
            setAccessibleText(
                    vote == null
                            ? net.name() + ", " + sure.getText()
                            : texts.get("votes.card", net.name(), vote.digit(), percent));
        }
    }

    private final DrawViewModel model;
    private final Texts texts;
    private final Label tally = new Label();
    private final VBox cards = new VBox(10);
    private final Label note = new Label();
    private final MenuButton choose;

    VotesPanel(DrawViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setSpacing(8);
        setId("draw-votes");
        Label title = new Label(texts.get("votes.title"));
        title.getStyleClass().add("type-heading");
        title.setMinWidth(USE_PREF_SIZE);
        tally.getStyleClass().add("type-note");
        note.getStyleClass().add("type-caption");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        choose = new MenuButton(texts.get("votes.choose"));
        choose.setId("draw-choose");
        choose.setAccessibleText(texts.get("votes.choose"));
        choose.getStyleClass().add("draw-small");
        choose.setTooltip(new Tooltip(texts.get("votes.choose.help")));
        choose.setOnShowing(e -> fill());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new CalmRow(8, title, gap, tally);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, cards, note, choose);
        model.chosenProperty().addListener(o -> seat());
        model.candidatesProperty().addListener(o -> fill());
        model.verdictProperty().addListener(o -> show());
        fill();
        seat();
    }

    private String about(Candidate net) {
        List<String> parts = new ArrayList<>();
        parts.add(inklab.net.Notation.print(net.recipe().net()));
        if (net.run().isEmpty()) parts.add(texts.get("votes.in"));
        if (net.epoch() > 0) parts.add(texts.get("votes.epoch", net.epoch()));
        if (!Double.isNaN(net.error())) parts.add(texts.get("votes.error", Figures.percent(net.error(), 2)));
        return String.join(" · ", parts);
    }

    private void fill() {
        List<CustomMenuItem> items = new ArrayList<>();
        for (Candidate net : model.candidatesProperty().get()) {
            CheckBox box = new CheckBox(net.name());
            box.setMnemonicParsing(false);
            box.setSelected(model.chosenProperty().get().contains(net));
            box.setOnAction(e -> model.tick(net, box.isSelected()));
            box.setTooltip(new Tooltip(about(net)));
            CustomMenuItem item = new CustomMenuItem(box, false);
            item.setOnAction(e -> {
                // The menu's own Enter and Space arrive here, a click on the box does not.
                if (box.isFocused() || box.isHover()) return;
                box.setSelected(!box.isSelected());
                model.tick(net, box.isSelected());
            });
            items.add(item);
        }
        choose.getItems().setAll(items);
        choose.setVisible(!items.isEmpty());
        choose.setManaged(!items.isEmpty());
    }

    private void seat() {
        List<Candidate> chosen = model.chosenProperty().get();
        cards.getChildren().setAll(chosen.stream().map(VoteCard::new).toList());
        note.setText(
                model.candidatesProperty().get().isEmpty()
                        ? texts.get("votes.none")
                        : chosen.size() == 1
                                ? texts.get("votes.note.one")
                                : texts.get("votes.note.some", chosen.size()));
        show();
    }

    private void show() {
        Tally now = model.verdictProperty().get().tally();
        tally.setText(
                now.votes().size() < 2
                        ? ""
                        : texts.get("votes.tally", now.agreeing(), now.votes().size(), now.digit()));
        for (Node card : cards.getChildren()) ((VoteCard) card).show(now);
    }

    /** The votes as a table. */
    static String csv(Tally tally) {
        StringBuilder table = new StringBuilder("net,answer,0,1,2,3,4,5,6,7,8,9\n");
        for (Vote vote : tally.votes()) {
            table.append('"')
                    .append(vote.net().name().replace("\"", "\"\""))
                    .append('"')
                    .append(',')
                    .append(vote.digit());
            for (double share : vote.shares()) table.append(',').append((float) share);
            table.append('\n');
        }
        return table.toString();
    }

    void copyTable() {
        ClipboardContent content = new ClipboardContent();
        content.putString(csv(model.verdictProperty().get().tally()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
