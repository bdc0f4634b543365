package inklab.ui.widget;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A column with one picture that gives way where there is little height: it asks for room for the picture at its least, and in a
 * {@link VBox} takes what is left over until the picture is at its most.
 */
public final class YieldingColumn extends VBox {
    private final Region picture;
    private final double least;
    private final DoubleUnaryOperator most;

    /**
     * @param gap between the parts, px
     * @param picture one of the parts
     * @param least its least height, px
     * @param most its greatest height for the column's width, px
     */
    public YieldingColumn(double gap, Region picture, double least, DoubleUnaryOperator most, Node... parts) {
        super(gap, parts);
        this.picture = picture;
        this.least = least;
        this.most = most;
        picture.setMinHeight(least);
        picture.setPrefHeight(least);
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        widthProperty().addListener(o -> limit());
        limit();
    }

    private void limit() {
        picture.setMaxHeight(Math.max(least, most.applyAsDouble(Math.floor(getWidth()))));
    }

    @Override
    protected double computeMaxHeight(double width) {
        return prefHeight(width) + picture.getMaxHeight() - least;
    }
}
