package inklab.ui.distort;

import inklab.distort.Distortion;
import inklab.distort.Elastic;
import inklab.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** What of a distortion is no number to slide: of what kind its field is, mirrored images, moves by whole pixels. */
final class Kinds {
    /** Whole pixels to choose from; Nielsen moves by one. */
    static final List<Integer> STEPS = List.of(0, 1, 2);

    private Kinds() {}

    static Distortion with(Distortion d, Elastic.Noise noise) {
        Elastic e = d.elastic();
        return Knob.withElastic(d, new Elastic(e.sigma(), e.alpha(), noise, e.field()));
    }

    static Distortion with(Distortion d, Elastic.Field field) {
        Elastic e = d.elastic();
        return Knob.withElastic(d, new Elastic(e.sigma(), e.alpha(), e.noise(), field));
    }

    static Distortion mirrored(Distortion d, boolean flip) {
        return more(d, d.pixelShift(), flip);
    }

    static Distortion moved(Distortion d, int pixelShift) {
        return more(d, pixelShift, d.flip());
    }

    private static Distortion more(Distortion d, int pixelShift, boolean flip) {
        return new Distortion(
                d.elastic(), d.rotation(), d.scaleX(), d.scaleY(), d.shear(), d.shift(), pixelShift, d.noise(), flip);
    }

    /** Of what kind the elastic field is, in a few words. */
    static String elastic(Distortion d, Texts texts) {
        Elastic e = d.elastic();
        return texts.get(
                "kind",
                texts.get(e.noise() == Elastic.Noise.GAUSSIAN ? "kind.gaussian" : "kind.uniform"),
                texts.get(e.field() == Elastic.Field.PER_IMAGE ? "kind.image" : "kind.batch"));
    }

    /** What is done beside that which slides, in a few words. */
    static String more(Distortion d, Texts texts) {
        List<String> parts = new ArrayList<>();
        if (d.flip()) parts.add(texts.get("more.mirror"));
        if (d.pixelShift() > 0) parts.add(texts.get("more.moved", d.pixelShift()));
        return parts.isEmpty() ? texts.get("more") : String.join(", ", parts);
    }

    /** The choices of an elastic field. */
    static List<MenuItem> elasticItems(DistortViewModel model, Texts texts) {
        Distortion now = model.distortionProperty().get();
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup noises = new ToggleGroup();
        for (Elastic.Noise noise : Elastic.Noise.values())
            items.add(radio(
                    texts.get(noise == Elastic.Noise.GAUSSIAN ? "kind.gaussian.long" : "kind.uniform.long"),
                    noises,
                    noise == now.elastic().noise(),
                    () -> model.change(with(model.distortionProperty().get(), noise))));
        items.add(new SeparatorMenuItem());
        ToggleGroup fields = new ToggleGroup();
        for (Elastic.Field field : Elastic.Field.values())
            items.add(radio(
                    texts.get(field == Elastic.Field.PER_IMAGE ? "kind.image.long" : "kind.batch.long"),
                    fields,
                    field == now.elastic().field(),
                    () -> model.change(with(model.distortionProperty().get(), field))));
        return items;
    }

    /** Mirrored images, and moves by whole pixels. */
    static List<MenuItem> moreItems(DistortViewModel model, Texts texts) {
        Distortion now = model.distortionProperty().get();
        List<MenuItem> items = new ArrayList<>();
        CheckMenuItem mirror = new CheckMenuItem(texts.get("more.mirror.long"));
        mirror.setSelected(now.flip());
        mirror.setOnAction(e -> model.change(mirrored(model.distortionProperty().get(), mirror.isSelected())));
        items.add(mirror);
        items.add(new SeparatorMenuItem());
        ToggleGroup steps = new ToggleGroup();
        for (int step : STEPS)
            items.add(radio(
                    step == 0 ? texts.get("more.still") : texts.get("more.moved.long", step),
                    steps,
                    step == now.pixelShift(),
                    () -> model.change(moved(model.distortionProperty().get(), step))));
        return items;
    }

    private static RadioMenuItem radio(String words, ToggleGroup group, boolean chosen, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(group);
        item.setSelected(chosen);
        item.setOnAction(e -> choose.run());
        return item;
    }
}
