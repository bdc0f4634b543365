package inklab.ui.widget;

/** A size that differs between the normal window and projector mode, set by style sheets. */
public enum Measure {
    /** Height of a caption's or an axis label's type, px. */
    CAPTION("-measure-caption", 12),
    /** Height of a note's type, px. */
    NOTE("-measure-note", 13),
    /** Height of body type, px. */
    BODY("-measure-body", 14),
    /** Height of the figures beside the ten bars, px. */
    FIGURE("-measure-figure", 16),
    /** Thickness of the ten bars, px. */
    BAR("-measure-bar", 14),
    /** Curves are this many times as thick. */
    CURVE("-measure-curve", 1),
    /** Rings, rules and guides are this many times as thick. */
    GUIDE("-measure-guide", 1),
    /** Motion takes this many times as long; 0 with reduced motion. */
    MOTION("-measure-motion", 1);

    private final String property;
    private final double normal;

    Measure(String property, double normal) {
        this.property = property;
        this.normal = normal;
    }

    /** The property by which a style sheet sets this measure. */
    public String property() {
        return property;
    }

    /** The measure where no style sheet speaks. */
    public double normal() {
        return normal;
    }
}
