package inklab.ui.build;

import inklab.ui.Figures;
import inklab.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The foot: what the whole net costs, in four figures with their words. */
final class TotalsView extends HBox {
    /** Narrower than this the words are the short ones. */
    private static final double ROOMY = 960;

    private final Texts texts;
    private final Item weights = new Item("total-weights");
    private final Item work = new Item("total-work");
    private final Item memory = new Item("total-memory");
    private final Item time = new Item("total-time");
    private Totals shown;
    private String device = "";
    private boolean projector;
    private boolean brief;

    TotalsView(Texts texts) {
        this.texts = texts;
        getStyleClass().add("build-foot");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(weights, gap(), work, gap(), memory, gap(), time);
        widthProperty().addListener(o -> fit());
    }

    /** In projector mode there is room for few words. */
    void setProjector(boolean on) {
        projector = on;
        fit();
    }

    private void fit() {
        boolean little = projector || (getWidth() > 0 && getWidth() < ROOMY);
        if (little == brief) return;
        brief = little;
        if (shown != null) show(shown, device);
    }

    void show(Totals totals, String on) {
        shown = totals;
        device = on;
        if (brief) showBriefly(totals);
        else showInFull(totals);
    }

    private void showBriefly(Totals totals) {
        weights.show(Figures.count(totals.weights()), texts.get("total.weights"));
        work.show(Figures.shortCount(totals.work()), texts.get("total.work.short"));
        memory.show(Figures.bytes(totals.bytes()), texts.get("total.memory.short"));
        Totals.Timing timing = totals.timing();
        if (timing instanceof Totals.Timing.Epoch epoch)
            time.show(Figures.time(epoch.seconds()), texts.get("total.epoch.short"));
        else if (timing instanceof Totals.Timing.Rate rate)
            time.show(Figures.count(Math.round(rate.imagesPerSecond())), texts.get("total.rate.short"));
        else time.show(timing instanceof Totals.Timing.Measuring ? "…" : "–", texts.get("total.epoch.short"));
    }

    private void showInFull(Totals totals) {
        weights.show(Figures.count(totals.weights()), texts.get("total.weights"));
        work.show(Figures.shortCount(totals.work()), texts.get("total.work"));
        memory.show(Figures.bytes(totals.bytes()), texts.get("total.memory", totals.batch()));
        Totals.Timing timing = totals.timing();
        if (timing instanceof Totals.Timing.Epoch epoch)
            time.show(Figures.time(epoch.seconds()), texts.get("total.epoch", device));
        else if (timing instanceof Totals.Timing.Rate rate)
            time.show(Figures.count(Math.round(rate.imagesPerSecond())), texts.get("total.rate", device));
        else if (timing instanceof Totals.Timing.Measuring) time.show("…", texts.get("total.measuring"));
        else if (timing instanceof Totals.Timing.Busy) time.show("–", texts.get("total.busy"));
        else if (timing instanceof Totals.Timing.Unfinished) time.show("–", texts.get("total.unfinished"));
        else time.show("–", texts.get("total.unknown"));
    }

    private static Region gap() {
        Region gap = new Region();
        gap.setMinWidth(8);
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static final class Item extends HBox {
        private final Label figure = new Label();
        private final Label words = new Label();

        Item(String id) {
            setId(id);
            setAlignment(Pos.BASELINE_LEFT);
            setSpacing(10);
            setMaxHeight(USE_PREF_SIZE);
            figure.getStyleClass().add("type-foot");
            figure.setMinWidth(USE_PREF_SIZE);
            words.getStyleClass().add("type-note");
            words.setMinWidth(0);
            getChildren().addAll(figure, words);
        }

        void show(String number, String says) {
            figure.setText(number);
            words.setText(says);
        }
    }
}
