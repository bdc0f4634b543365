package inklab.ui.widget;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * A row whose words change often. In JavaFX a label with another text has everything laid out anew from the window's root on; here the row
 * alone, as long as its height stays and its words find room in it.
 */
public class CalmRow extends HBox {
    private double height = -1;
    private double widest;

    public CalmRow(Node... children) {
        super(children);
    }

    public CalmRow(double spacing, Node... children) {
        super(spacing, children);
    }

    @Override
    public void requestLayout() {
        // Until it has been laid out once, its size is not known to anybody.
        if (height < 0) super.requestLayout();
        else setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        // Not the remembered sizes: those are of the words before.
        double wanted = computePrefHeight(-1);
        double wide = computePrefWidth(-1);
        boolean fits = wide <= Math.max(widest, getWidth()) + 0.5;
        if (height >= 0 && (wanted != height || !fits)) super.requestLayout();
        height = wanted;
        // What found no room once is not asked for again and again.
        widest = fits ? widest : wide;
        super.layoutChildren();
    }
}
