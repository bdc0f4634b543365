package inklab.ui.runs;

import inklab.evaluate.Subsets;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.EmptyState;
import inklab.ui.widget.ProblemStrip;
import inklab.ui.widget.Segments;
import inklab.ui.widget.SubsetPlot;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Error against committee size: every choice of the ticked runs as a dot, all of them together in accent; or the images they dispute. */
final class CommitteeCard {
    private static final int DISPUTED = 2;
    private static final double ROOM_FOR_NOTE = 460;

    private final CommitteeModel model;
    private final Texts texts;
    private final Card card;
    private final SubsetPlot plot = new SubsetPlot();
    private final DissentView dissents;
    private final EmptyState empty;
    private final Segments which;

    CommitteeCard(CommitteeModel model, DissentModel disputed, Texts texts) {
        card = new Card(texts.get("committee"), null);
        this.model = model;
        this.texts = texts;
        plot.setId("runs-subsets");
        plot.setAccessibleText(texts.get("committee"));
        CopyPicture.install(plot, texts.get("copy.chart"));
        empty = new EmptyState(new FontIcon(Feather.USERS), "", texts.get("committee.empty"), null);
        dissents = new DissentView(disputed, texts);
        which = new Segments(List.of(
                texts.get("committee.averaged"), texts.get("committee.votes"), texts.get("committee.disputed")));
        which.setId("runs-committee-kind");
        which.setAccessibleText(texts.get("committee.kind"));
        card.actions().add(which);
        for (Region part : List.of(plot, empty, dissents)) {
            part.setMinHeight(60);
            part.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        which.selectedProperty().addListener((o, was, now) -> {
            if (now.intValue() != DISPUTED) model.byVotesProperty().set(now.intValue() == 1);
            disputed.setWatched(now.intValue() == DISPUTED);
            show();
        });
        model.standingProperty().addListener(o -> show());
        model.busyProperty().addListener(o -> showNote());
        card.widthProperty().addListener(o -> showNote());
        show();
    }

    Card card() {
        return card;
    }

    private void show() {
        Standing now = model.standing();
        boolean several = now.isCounted() && now.members().size() > 1;
        which.setVisible(several);
        card.setProblem(
                now.trouble().isEmpty()
                        ? null
                        : new ProblemStrip(
                                ProblemStrip.Level.WARNING,
                                texts.get("committee.apart"),
                                texts.sentence(now.trouble())));
        Node content = empty;
        if (now.isCounted()) content = which.selectedProperty().get() == DISPUTED && several ? dissents : plot;
        card.setContent(content);
        showNote();
        if (now.isCounted()) draw(now);
    }

    private void showNote() {
        Standing now = model.standing();
        // Half a sentence says less than none.
        if (card.getWidth() < ROOM_FOR_NOTE) card.setNote("");
        else if (model.busyProperty().get()) card.setNote(texts.get("committee.counting"));
        else if (!now.isCounted()) card.setNote("");
        else if (which.selectedProperty().get() == DISPUTED)
            card.setNote(texts.get(
                    "committee.note.disputed", Figures.count(now.dissents().size())));
        else if (now.members().size() == 1) card.setNote(texts.get("committee.note.one"));
        else if (now.subsets().isWhole())
            card.setNote(texts.get("committee.note", number(now.members().size())));
        else
            card.setNote(texts.get(
                    "committee.note.some", Figures.count(now.subsets().all().size()), Figures.count((long)
                            now.subsets().exist())));
    }

    private String number(int n) {
        String[] words = texts.get("numbers").split(",", -1);
        return n < words.length ? words[n] : Integer.toString(n);
    }

    private void draw(Standing now) {
        boolean votes = model.byVotesProperty().get();
        List<String> names =
                RunWords.shortNames(now.members().stream().map(RunRow::name).toList());
        List<SubsetPlot.Subset> subsets = new ArrayList<>();
        for (Subsets.Subset subset : now.subsets().all()) {
            int errors = votes ? subset.voteErrors() : subset.errors();
            subsets.add(new SubsetPlot.Subset(
                    subset.size(), (double) errors / now.subsets().images(), name(subset, names)));
        }
        List<String> columns = new ArrayList<>();
        int every = now.members().size() > 16 ? 5 : 1;
        for (int size = 1; size <= now.members().size(); size++)
            columns.add(size == 1 ? texts.get("committee.one") : size % every == 0 ? Integer.toString(size) : "");
        double least =
                subsets.stream().mapToDouble(SubsetPlot.Subset::value).min().orElse(0);
        double most =
                subsets.stream().mapToDouble(SubsetPlot.Subset::value).max().orElse(1);
        int digits = most - least < 0.003 ? 2 : most - least < 0.03 ? 1 : 0;
        plot.setFormat(share -> Figures.percent(share, digits), RunWords::error);
        plot.setSubsets(columns, subsets);
    }

    private String name(Subsets.Subset subset, List<String> names) {
        if (subset.size() == names.size() && names.size() > 1) return texts.get("committee.all");
        if (subset.size() > 6) return texts.get("committee.some", subset.size());
        return String.join(", ", subset.members().stream().map(names::get).toList());
    }
}
