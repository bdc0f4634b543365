package inklab.ui.widget;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.util.Duration;

/** The colours, measures and fonts of one node, kept in step with the style sheets. */
public final class InkStyle {
    private static final Map<Role, Entry<Color>> COLOURS = colours();
    private static final Map<Measure, Entry<Number>> MEASURES = measures();

    /** Like the family of labels, this one is replaced where a language needs another. */
    private static final Entry<String> FAMILY =
            new Entry<>("-face-family", StyleConverter.getStringConverter(), Face.SANS.family(), style -> style.family);

    private final Map<Role, StyleableObjectProperty<Color>> colours = new EnumMap<>(Role.class);
    private final Map<Measure, StyleableObjectProperty<Number>> measures = new EnumMap<>(Measure.class);
    private final StyleableObjectProperty<String> family;

    /** @param changed run whenever a style sheet changed a colour or a measure */
    public InkStyle(Inked owner, Runnable changed) {
        for (Role role : Role.values()) colours.put(role, property(COLOURS.get(role), owner, changed));
        for (Measure measure : Measure.values()) measures.put(measure, property(MEASURES.get(measure), owner, changed));
        family = property(FAMILY, owner, changed);
    }

    /** The colour of a role now. */
    public Color get(Role role) {
        return colours.get(role).get();
    }

    /** A role's colour, seen through. */
    public Color get(Role role, double opacity) {
        Color colour = get(role);
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getOpacity() * opacity);
    }

    /** A measure now. */
    public double get(Measure measure) {
        return measures.get(measure).get().doubleValue();
    }

    /** A face at a measured size. */
    public Font font(Face face, Measure size) {
        return font(face, get(size));
    }

    /** A face at a size in px; words are set in the family that the style sheets set them in, which depends on their script. */
    public Font font(Face face, double size) {
        return face.at(size, family.get());
    }

    /** How long a motion takes here: nothing with reduced motion. */
    public Duration motion(double millis) {
        return Duration.millis(millis * get(Measure.MOTION));
    }

    /** Ink or sheet, whichever contrasts more with a coloured ground. */
    public Color on(Color ground) {
        Color ink = get(Role.INK);
        Color sheet = get(Role.SHEET);
        return Contrast.ratio(ink, ground) >= Contrast.ratio(sheet, ground) ? ink : sheet;
    }

    /** A node's own properties with those of roles and measures after them. */
    public static List<CssMetaData<? extends Styleable, ?>> with(List<CssMetaData<? extends Styleable, ?>> own) {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(own);
        all.addAll(COLOURS.values());
        all.addAll(MEASURES.values());
        all.add(FAMILY);
        return List.copyOf(all);
    }

    private static <T> StyleableObjectProperty<T> property(Entry<T> entry, Inked owner, Runnable changed) {
        return new SimpleStyleableObjectProperty<>(entry, owner, entry.getProperty(), entry.getInitialValue(null)) {
            @Override
            protected void invalidated() {
                get();
                changed.run();
            }
        };
    }

    private static Map<Role, Entry<Color>> colours() {
        Map<Role, Entry<Color>> all = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            StyleConverter<String, Color> converter = StyleConverter.getColorConverter();
            all.put(role, new Entry<>(role.property(), converter, Color.BLACK, style -> style.colours.get(role)));
        }
        return all;
    }

    private static Map<Measure, Entry<Number>> measures() {
        Map<Measure, Entry<Number>> all = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            StyleConverter<?, Number> converter = StyleConverter.getSizeConverter();
            all.put(
                    measure,
                    new Entry<>(measure.property(), converter, measure.normal(), style -> style.measures.get(measure)));
        }
        return all;
    }

    private static final class Entry<T> extends CssMetaData<Styleable, T> {
        private final Function<InkStyle, StyleableProperty<T>> property;

        Entry(
                String name,
                StyleConverter<?, T> converter,
                T initial,
                Function<InkStyle, StyleableProperty<T>> property) {
            super(name, converter, initial);
            this.property = property;
        }

        @Override
        public boolean isSettable(Styleable node) {
            return true;
        }

        @Override
        public StyleableProperty<T> getStyleableProperty(Styleable node) {
            return property.apply(((Inked) node).ink());
        }
    }
}
