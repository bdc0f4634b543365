package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A bar for each class, the leading one in accent. A share under 0.4 % shows neither bar nor number. */
public final class ProbabilityBars extends Painted {
    private static final double LEAST_SHOWN = 0.004;
    private static final double GLIDE_MILLIS = 160;
    /** Shares that differ by less read alike. */
    private static final double FINEST = 0.0002;

    private final Glide shares = new Glide(this::repaint);
    private List<String> classes;
    private double[] target;
    private DoubleFunction<String> format = ProbabilityBars::percent;
    private String empty = "";

    /** Bars for these classes, all empty. */
    public ProbabilityBars(List<String> classes) {
        super("probability-bars");
        this.classes = List.copyOf(classes);
        target = new double[classes.size()];
        shares.set(target);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 14.0 * classes.size());
        setPrefSize(440, 32.0 * classes.size());
    }

    /** Other classes; all bars are empty again. */
    public void setClasses(List<String> names) {
        classes = List.copyOf(names);
        clear();
    }

    /**
     * Shows these shares at once, as while drawing.
     *
     * @param values one for each class, 0 to 1
     */
    public void show(double[] values) {
        double[] next = checked(values);
        // While a digit is drawn the answer is most often what it was: that is not painted again.
        if (looksTheSame(next)) return;
        target = next;
        shares.set(target);
        accessibleChanged();
    }

    private boolean looksTheSame(double... next) {
        for (int i = 0; i < next.length; i++)
            if (Math.abs(next[i] - target[i]) > FINEST || Math.abs(next[i] - shares.now(i)) > FINEST) return false;
        return true;
    }

    /** Lets the bars grow and shrink to these shares in 160 ms. */
    public void glideTo(double[] values) {
        target = checked(values);
        shares.move(ink().motion(GLIDE_MILLIS), target);
        accessibleChanged();
    }

    /** No answer: all bars empty. */
    public void clear() {
        target = new double[classes.size()];
        shares.set(target);
        accessibleChanged();
    }

    /** How a share is written; as in {@code 76.4 %} if not told. */
    public void setFormat(DoubleFunction<String> format) {
        this.format = format;
        repaint();
    }

    /** What a screen reader says while there is no answer. */
    public void setEmptyText(String words) {
        empty = words;
    }

    private double[] checked(double[] values) {
        if (values.length != classes.size())
            throw new IllegalArgumentException(values.length + " shares for " + classes.size() + " classes");
        return values.clone();
    }

    private static String percent(double share) {
        return share >= 0.9995 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private int leader() {
        int best = -1;
        for (int i = 0; i < target.length; i++)
            if (target[i] >= LEAST_SHOWN && (best < 0 || target[i] > target[best])) best = i;
        return best;
    }

    @Override
    protected String accessibleDetail() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < target.length; i++)
            if (target[i] >= LEAST_SHOWN) parts.add(classes.get(i) + " " + format.apply(target[i]));
        return parts.isEmpty() ? empty : String.join(", ", parts);
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        int n = classes.size();
        Font name = ink().font(Face.SANS, Measure.FIGURE);
        Font leading = ink().font(Face.SEMIBOLD, Measure.FIGURE);
        Font figure = ink().font(Face.SANS, Measure.BODY);
        Font first = ink().font(Face.MEDIUM, Measure.BODY);
        double names = 0;
        for (String one : classes) names = Math.max(names, textWidth(one, leading));
        double values = textWidth(format.apply(0.999), first);
        double left = Math.ceil(names) + name.getSize();
        double right = Math.ceil(values) + 1.6 * figure.getSize();
        double full = Math.max(20, width - left - right);
        double pitch = height / n;
        double bar = Math.min(ink().get(Measure.BAR), 0.7 * pitch);
        int leader = leader();
        for (int i = 0; i < n; i++) {
            double middle = Math.rint(pitch * (i + 0.5));
            double top = middle - bar / 2;
            g.setFill(ink().get(Role.WELL));
            g.fillRoundRect(left, top, full, bar, bar, bar);
            double share = Math.max(0, Math.min(1, shares.now(i)));
            if (share >= LEAST_SHOWN) {
                g.setFill(ink().get(i == leader ? Role.ACCENT : Role.INK_3));
                // Less than a circle's width would not have round ends.
                g.fillRoundRect(left, top, Math.max(bar * 0.6, share * full), bar, bar, bar);
            }
            g.setTextBaseline(VPos.CENTER);
            g.setTextAlign(TextAlignment.LEFT);
            g.setFont(i == leader ? leading : name);
            g.setFill(ink().get(i == leader ? Role.INK : Role.INK_2));
            g.fillText(classes.get(i), 0, middle);
            if (target[i] < LEAST_SHOWN) continue;
            g.setTextAlign(TextAlignment.RIGHT);
            g.setFont(i == leader ? first : figure);
            g.setFill(ink().get(i == leader ? Role.INK : Role.INK_2));
            g.fillText(format.apply(target[i]), width, middle);
        }
    }
}
