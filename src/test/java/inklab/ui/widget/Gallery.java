package inklab.ui.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Pages that show every widget with believable values. */
final class Gallery {
    private Gallery() {}

    /** The pages' names and how to make them. */
    static Map<String, Supplier<Parent>> pages() {
        Map<String, Supplier<Parent>> pages = new LinkedHashMap<>();
        pages.put("digits", Gallery::digits);
        pages.put("curves", GalleryCharts::curves);
        pages.put("draw", GalleryParts::draw);
        pages.put("maps", GalleryMaps::maps);
        pages.put("build", GalleryMaps::build);
        pages.put("runs", GalleryMaps::runs);
        pages.put("controls", GalleryParts::controls);
        return pages;
    }

    static List<DigitWall.Cell> wall(int n, boolean captions) {
        List<DigitWall.Cell> cells = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int label = (i * 7 + i / 8) % 10;
            boolean flagged = captions && i % 19 == 7;
            String caption = !captions ? "" : flagged ? label + " → " + (label + 4) % 10 : "" + label;
            cells.add(new DigitWall.Cell(SampleDigits.digit(label, i), caption, flagged, "a " + label));
        }
        return cells;
    }

    private static Parent digits() {
        DigitWall wall = new DigitWall(64);
        wall.setColumns(8);
        wall.setCaptions(true);
        wall.setCells(wall(64, true));
        wall.selectedProperty().set(36);
        Region left = card(wall);
        left.setPrefSize(696, 748);
        DigitWall many = new DigitWall(44);
        many.setCells(wall(2000, false));
        many.selectedProperty().set(19);
        Region right = card(many);
        right.setPrefSize(560, 400);
        DigitView specimen = new DigitView(240);
        specimen.setPicture(SampleDigits.digit(5, 3));
        specimen.setHardPixels(true);
        specimen.setBoxes(List.of(new DigitView.Box(4, 4, 20, 20, Role.ACCENT, true, 0, "20 × 20 px of ink")));
        DigitView cross = new DigitView(128);
        cross.getStyleClass().add("well");
        cross.setPicture(SampleDigits.digit(4, 3));
        cross.setHardPixels(true);
        cross.crossProperty().set(new Point2D(14, 14));
        cross.gridProperty().set(7);
        DigitView colour = new DigitView(64);
        colour.setPicture(SampleDigits.colour(2));
        HBox views = new HBox(16, specimen, cross, colour);
        views.setFillHeight(false);
        return page(new HBox(16, left, new VBox(16, right, card(views))));
    }

    static Region card(javafx.scene.Node content) {
        Region card = new Pane() {
            @Override
            protected void layoutChildren() {
                Insets in = getInsets();
                for (javafx.scene.Node child : getManagedChildren())
                    child.resizeRelocate(
                            in.getLeft(),
                            in.getTop(),
                            getWidth() - in.getLeft() - in.getRight(),
                            getHeight() - in.getTop() - in.getBottom());
            }
        };
        ((Pane) card).getChildren().add(content);
        card.getStyleClass().add("card");
        return card;
    }

    static Parent page(javafx.scene.Node content) {
        Pane root = new VBox(content);
        root.setPadding(new Insets(24));
        root.getStyleClass().add("root");
        return root;
    }
}
