package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * The final layout in well colour while something loads: nothing for 150 ms, then the blocks, and after 500 ms a thin line of progress
 * with a way to stop.
 */
public final class SkeletonLoading extends Region {
    /** A block of the layout to come, as shares of the whole. */
    public record Block(double x, double y, double width, double height) {}

    private static final double BLOCKS_AFTER_MILLIS = 150;
    private static final double PROGRESS_AFTER_MILLIS = 500;

    private final List<Block> blocks;
    private final List<Region> shapes = new ArrayList<>();
    private final ThinBar progress = ThinBar.progressInCard();
    private final Button cancel = new Button();
    private final Timeline timeline;

    /** @param blocks the layout to come */
    public SkeletonLoading(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        getStyleClass().add("skeleton");
        for (int i = 0; i < blocks.size(); i++) {
            Region shape = new Region();
            shape.getStyleClass().add("skeleton-block");
            shape.setVisible(false);
            shapes.add(shape);
        }
        getChildren().addAll(shapes);
        progress.setVisible(false);
        cancel.setVisible(false);
        getChildren().addAll(progress, cancel);
        timeline = new Timeline(
                new KeyFrame(Duration.millis(BLOCKS_AFTER_MILLIS), e -> {
                    for (Region shape : shapes) shape.setVisible(true);
                }),
                new KeyFrame(Duration.millis(PROGRESS_AFTER_MILLIS), e -> {
                    progress.setVisible(true);
                    cancel.setVisible(!cancel.getText().isEmpty());
                }));
    }

    /** Lines of text under a heading: for lists and cards of unknown content. */
    public static SkeletonLoading lines(int count) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) blocks.add(new Block(0, (double) i / count, i % 3 == 2 ? 0.6 : 1, 0.6 / count));
        return new SkeletonLoading(blocks);
    }

    /** A grid of equal blocks: for walls and shelves. */
    public static SkeletonLoading grid(int columns, int rows) {
        List<Block> blocks = new ArrayList<>();
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                blocks.add(new Block((column + 0.06) / columns, (row + 0.06) / rows, 0.88 / columns, 0.88 / rows));
        return new SkeletonLoading(blocks);
    }

    /** Starts the clock. */
    public void start() {
        progress.show(-1);
        timeline.playFromStart();
    }

    /** Hides everything again. */
    public void stop() {
        timeline.stop();
        for (Region shape : shapes) shape.setVisible(false);
        progress.show(0);
        progress.setVisible(false);
        cancel.setVisible(false);
    }

    /** How far the loading is, 0 to 1; negative while unknown. */
    public void setProgress(double share) {
        progress.show(share);
    }

    /** The way to stop; without it there is no button. */
    public void setCancel(String words, Runnable action) {
        cancel.setText(words);
        cancel.setOnAction(e -> action.run());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double w = cancel.prefWidth(-1);
        double h = cancel.prefHeight(-1);
        double blocksHeight = cancel.getText().isEmpty() ? height : Math.max(0, height - h - 12);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            shapes.get(i)
                    .resizeRelocate(
                            Math.rint(block.x() * width),
                            Math.rint(block.y() * blocksHeight),
                            Math.rint(block.width() * width),
                            Math.rint(block.height() * blocksHeight));
        }
        cancel.resizeRelocate(width - w, height - h, w, h);
        progress.resizeRelocate(0, height - h / 2 - 3, Math.max(20, width - w - 12), 6);
    }
}
