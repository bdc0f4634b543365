package inklab.ui.inspect;

import inklab.evaluate.Reading;
import inklab.ui.Figures;
import inklab.ui.Texts;
import inklab.ui.widget.Card;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.MistakeStrip;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A row of images with what the net made of them; a click looks at one. */
final class MistakesCard {
    private final InspectViewModel model;
    private final Texts texts;
    private final MistakeStrip strip = new MistakeStrip();
    private final Label words = new Label();
    private final Card card;
    private List<Reading> readings = List.of();
    private boolean filling;

    MistakesCard(String id, InspectViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        strip.setId(id);
        strip.setOnChosen(index -> {
            if (!filling && model.imagesFit())
                model.chooseImage(readings.get(index).image());
        });
        CopyPicture.install(strip, texts.get("copy.picture"));
        words.getStyleClass().addAll("type-note");
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.setAlignment(javafx.geometry.Pos.CENTER);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        card = new Card(" ", new StackPane(strip, words));
        say("");
    }

    Card card() {
        return card;
    }

    MistakeStrip strip() {
        return strip;
    }

    /** Instead of images, a sentence. */
    void say(String sentence) {
        words.setText(sentence);
        words.setVisible(!sentence.isEmpty());
        strip.setVisible(sentence.isEmpty());
    }

    void show(List<Reading> shown, List<String> classes) {
        readings = shown;
        Score score = model.scores().scoreProperty().get();
        TestImages images = model.imagesProperty().get();
        List<MistakeStrip.Item> items = new ArrayList<>(shown.size());
        if (score != null && model.imagesFit()) for (Reading one : shown) items.add(item(one, score, images, classes));
        filling = true;
        strip.setItems(items);
        choose();
        filling = false;
    }

    /** Marks the image that is looked at, if it is one of these. */
    void choose() {
        Exhibit now = model.exhibitProperty().get();
        int chosen = -1;
        for (int i = 0; i < readings.size(); i++)
            if (now != null && now.index() == readings.get(i).image()) chosen = i;
        if (chosen < strip.items().size()) strip.selectedProperty().set(chosen);
    }

    private MistakeStrip.Item item(Reading one, Score score, TestImages images, List<String> classes) {
        double answered = score.probability(one.image(), one.predicted());
        double truth = score.probability(one.image(), one.label());
        boolean wrong = one.predicted() != one.label();
        return new MistakeStrip.Item(
                images.picture(one.image()),
                classes.get(one.predicted()),
                answered,
                classes.get(one.label()),
                truth,
                wrong,
                Integer.toString(one.image()),
                texts.get(
                        wrong ? "image.wrong" : "image.right",
                        one.image(),
                        classes.get(one.label()),
                        classes.get(one.predicted()),
                        Figures.percent(answered, 0)));
    }
}
