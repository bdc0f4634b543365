package inklab.ui.build;

import inklab.ui.Figures;
import inklab.ui.widget.Measure;
import inklab.ui.widget.Painted;
import inklab.ui.widget.Role;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A number over a hair bar that sets it beside the other layers' numbers. */
final class Figure extends Region {
    private static final double GAP = 4;

    private final Label number = new Label();
    private final Bar bar = new Bar();

    Figure() {
        setMouseTransparent(true);
        getChildren().addAll(number, bar);
    }

    /**
     * @param share of the greatest, 0 to 1
     * @param none what stands for zero
     */
    void show(long count, double share, String none) {
        number.setText(count == 0 ? none : Figures.shortCount(count));
        number.getStyleClass().setAll("label", count == 0 ? "type-caption" : "type-figure");
        bar.setVisible(count > 0);
        bar.share = share;
        bar.repaint();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double own = Math.ceil(number.prefHeight(-1));
        double thick = 4;
        boolean both = bar.isVisible();
        double top = Math.rint((getHeight() - own - (both ? GAP - 2 + thick : 0)) / 2);
        number.resizeRelocate(0, top, Math.max(getWidth(), number.prefWidth(-1)), own);
        bar.resizeRelocate(0, top + own + GAP - 2, getWidth(), thick);
    }

    private static final class Bar extends Painted {
        private double share;

        Bar() {
            super("figure-bar");
            // The number above it says the same.
            setMouseTransparent(true);
        }

        @Override
        protected void paint(GraphicsContext g, double width, double height) {
            double thick = Math.min(height, 4 * (ink().get(Measure.GUIDE) > 1 ? 1.5 : 1));
            g.setFill(ink().get(Role.WELL));
            g.fillRoundRect(0, 0, width, thick, thick, thick);
            g.setFill(ink().get(Role.INK_2));
            g.fillRoundRect(0, 0, Math.max(2, share * width), thick, Math.min(thick, 2 + share * width), thick);
        }
    }
}
