package inklab.ui.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** One member's vote in a small space: a bar for each class, its answer in accent, in danger where it dissents. */
public final class VoteStrip extends Painted {
    private static final double LEAST_SHOWN = 0.004;
    private static final double GLIDE_MILLIS = 160;

    private final Glide shares = new Glide(this::repaint);
    private int answer = -1;
    private boolean dissents;

    /** A strip for so many classes, all empty. */
    public VoteStrip(int classes) {
        super("vote-strip");
        shares.set(new double[classes]);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(60, 20);
        setPrefSize(100, 32);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /**
     * Shows shares at once, as while drawing.
     *
     * @param values one for each class, 0 to 1
     * @param dissenting whether this member's answer is not the others'
     */
    public void show(double[] values, boolean dissenting) {
        take(values, dissenting);
        shares.set(values);
    }

    /** Moves to shares in 160 ms. */
    public void glideTo(double[] values, boolean dissenting) {
        take(values, dissenting);
        shares.move(ink().motion(GLIDE_MILLIS), values);
    }

    private void take(double[] values, boolean dissenting) {
        dissents = dissenting;
        answer = -1;
        for (int i = 0; i < values.length; i++)
            if (values[i] >= LEAST_SHOWN && (answer < 0 || values[i] > values[answer])) answer = i;
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        double[] now = shares.now();
        double pitch = width / now.length;
        double bar = Math.max(2, Math.min(7 * ink().get(Measure.GUIDE), Math.floor(0.7 * pitch)));
        double floor = height - 1.5;
        for (int i = 0; i < now.length; i++) {
            double x = Math.rint(i * pitch + (pitch - bar) / 2);
            if (now[i] < LEAST_SHOWN) {
                g.setFill(ink().get(Role.TRACK));
                g.fillRect(x, floor - 1, bar, 1.5);
            } else {
                double length = Math.max(2, now[i] * (height - 2));
                Role leading = dissents ? Role.DANGER : Role.ACCENT;
                g.setFill(ink().get(i == answer ? leading : Role.INK_3));
                g.fillRoundRect(x, floor + 0.5 - length, bar, length, 2, 2);
            }
        }
    }
}
