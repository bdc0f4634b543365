package inklab.ui.data;

import inklab.ui.Texts;
import inklab.ui.widget.CopyPicture;
import inklab.ui.widget.DigitWall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * As much of the wall as there is room for. The wheel and the keys go on along it, row by row; only what is in sight is ever asked for.
 */
final class WallView extends Region {
    /** Pictures in a row; they grow with the window. */
    static final int COLUMNS = 15;

    private static final int COLUMNS_PROJECTED = 12;
    /** Larger than this, px, a row takes more pictures instead. */
    private static final double LARGEST = 104;

    private static final int MORE = 3;
    private static final double GAP = 4;

    private final DataViewModel model;
    private final Texts texts;
    private final DigitWall wall = new DigitWall(52);
    private int columns = COLUMNS;
    private int rows = 1;
    private boolean projector;
    private boolean showing;

    /** @param specimen the view of the chosen picture, to copy it */
    WallView(DataViewModel model, Supplier<Node> specimen, Texts texts) {
        this.model = model;
        this.texts = texts;
        wall.setId("data-wall");
        wall.setAccessibleText(texts.get("wall"));
        wall.setSpread(true);
        MenuItem whole = new MenuItem(texts.get("copy.wall"));
        whole.setOnAction(e -> CopyPicture.toClipboard(wall));
        CopyPicture.install(wall, texts.get("copy.one"), specimen, whole);
        wall.selectedProperty().addListener((o, was, now) -> chosen(now.intValue()));
        wall.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ScrollEvent.SCROLL, e -> {
            if (e.getDeltaY() != 0 && model.move(e.getDeltaY() < 0 ? columns : -columns)) e.consume();
        });
        getChildren().add(wall);
        model.pageProperty().addListener(o -> show());
        model.chosenProperty().addListener(o -> mark());
    }

    void project(boolean on) {
        projector = on;
        requestLayout();
    }

    void focusWall() {
        wall.requestFocus();
    }

    private void show() {
        List<DigitWall.Cell> cells = new ArrayList<>();
        Images images = model.imagesProperty().get();
        Page page = model.pageProperty().get();
        if (images != null)
            for (Page.Cell cell : page.cells()) {
                String name = images.classes().get(images.label(cell.index()));
                String says =
                        cell.fault().isEmpty() ? texts.get("cell", name, cell.index()) : texts.sentence(cell.fault());
                cells.add(new DigitWall.Cell(cell.picture(), "", !cell.fault().isEmpty(), says));
            }
        showing = true;
        wall.selectedProperty().set(-1);
        wall.setCells(cells);
        showing = false;
        mark();
    }

    /** The ring stands round the chosen picture, if it is in sight. */
    private void mark() {
        List<Page.Cell> cells = model.pageProperty().get().cells();
        int at = -1;
        for (int i = 0; i < cells.size(); i++)
            if (cells.get(i).index() == model.chosenProperty().get()) at = i;
        showing = true;
        wall.selectedProperty().set(at);
        showing = false;
    }

    private void chosen(int place) {
        List<Page.Cell> cells = model.pageProperty().get().cells();
        if (!showing && place >= 0 && place < cells.size())
            model.look(cells.get(place).index());
    }

    /** Beyond the last row in sight, and the first, the keys move the wall itself. */
    private void key(KeyEvent e) {
        int place = wall.selectedProperty().get();
        int last = model.pageProperty().get().cells().size() - 1;
        int step = switch (e.getCode()) {
            case PAGE_DOWN -> rows * columns;
            case PAGE_UP -> -rows * columns;
            case DOWN -> place > last - columns ? columns : 0;
            case UP -> place < columns ? -columns : 0;
            default -> 0;
        };
        if (step == 0 || (place < 0 && Math.abs(step) == columns)) return;
        model.move(step);
        e.consume();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        wall.resizeRelocate(0, 0, width, height);
        int across = projector ? COLUMNS_PROJECTED : COLUMNS;
        while (width / across > (projector ? 1.4 : 1) * LARGEST) across++;
        // A few columns more, where rows then fill the height better.
        columns = across;
        double best = Double.MAX_VALUE;
        for (int tried = across; tried <= across + MORE; tried++) {
            double loose = (height + GAP) / rows(width, height, tried) - Math.floor(width / tried);
            if (loose >= best - 4) continue;
            best = loose;
            columns = tried;
        }
        rows = rows(width, height, columns);
        wall.setColumns(columns);
        model.makeRoom(columns * rows);
    }

    private static int rows(double width, double height, int columns) {
        return Math.max(1, (int) Math.floor((height + GAP) / Math.max(1, Math.floor(width / columns))));
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }
}
