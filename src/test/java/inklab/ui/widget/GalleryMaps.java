package inklab.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The gallery's pages of maps, matrices and layers. */
final class GalleryMaps {
    private GalleryMaps() {}

    static List<MapTile> noise(int count, int side, long seed) {
        Random random = new Random(seed);
        List<MapTile> tiles = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            float[] values = new float[side * side];
            double lean = 0.5 * random.nextGaussian();
            for (int i = 0; i < values.length; i++) values[i] = (float) (lean + random.nextGaussian());
            tiles.add(new MapTile(side, side, values));
        }
        return tiles;
    }

    /** A digit's edges in different directions: what a first convolution makes of it. */
    static List<MapTile> edges(int count, int side) {
        Picture digit = SampleDigits.digit(3, 5);
        List<MapTile> tiles = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            double angle = 2 * Math.PI * t / 7;
            float[] values = new float[side * side];
            for (int y = 0; y < side; y++)
                for (int x = 0; x < side; x++) {
                    int sy = Math.min(26, 1 + y * 26 / side);
                    int sx = Math.min(26, 1 + x * 26 / side);
                    double dx = digit.at(0, sy, sx + 1) - digit.at(0, sy, sx - 1);
                    double dy = digit.at(0, sy + 1, sx) - digit.at(0, sy - 1, sx);
                    values[y * side + x] =
                            (float) (Math.cos(angle) * dx + Math.sin(angle) * dy + (t % 3 - 1) * digit.at(0, sy, sx));
                }
            tiles.add(new MapTile(side, side, values));
        }
        return tiles;
    }

    static float[] units(int n) {
        Random random = new Random(4);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) values[i] = (float) random.nextGaussian();
        return values;
    }

    static int[][] confusion(int n) {
        Random random = new Random(12);
        int[][] counts = new int[n][n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) counts[r][c] = random.nextInt(10) < 3 ? 1 + random.nextInt(3) : 0;
            counts[r][r] = 890 + random.nextInt(200);
        }
        counts[5][3] = 5;
        counts[3][5] = 4;
        return counts;
    }

    static Parent maps() {
        MapStrip filters = new MapStrip(10);
        filters.setTiles(noise(20, 4, 1));
        filters.selectedProperty().set(19);
        MapStrip features = new MapStrip(10);
        features.setTiles(edges(20, 26));
        features.setSmooth(true);
        MapStrip second = new MapStrip(20);
        second.setGap(2);
        second.setTiles(edges(40, 9));
        MapStrip units = MapStrip.ofUnits(75, 13);
        units.setValues(units(150));
        VBox strips = new VBox(12, filters, features, second, units);
        Card layers = new Card("Layer by layer", strips);
        layers.setNote("blue: more than on blank paper, rust: less");
        layers.setPrefSize(480, 400);
        layers.setMinWidth(480);
        ConfusionMatrix matrix = new ConfusionMatrix(GalleryParts.digits());
        matrix.setCounts(GalleryParts.digits(), confusion(10));
        matrix.selectedProperty().set(53);
        Card confusion = new Card("Confusion", matrix);
        confusion.setNote("rows: truth, columns: answer");
        confusion.setPrefSize(400, 410);
        confusion.setMinWidth(400);
        SignedMap saliency = new SignedMap(128);
        saliency.tileProperty().set(edges(3, 26).get(2));
        saliency.smoothProperty().set(true);
        FieldArrows field = new FieldArrows(232);
        field.setPicture(SampleDigits.digit(5, 3));
        float[] dx = new float[29 * 29];
        float[] dy = new float[29 * 29];
        for (int i = 0; i < dx.length; i++) {
            dx[i] = (float) (2.5 * Math.sin(i % 29 * 0.2 + i / 29.0 * 0.1));
            dy[i] = (float) (2.5 * Math.cos(i % 29 * 0.13 - i / 29.0 * 0.2));
        }
        field.setField(29, 29, dx, dy);
        Card arrows = new Card("Where pixels move", field);
        arrows.setNote("RMS 2.28 px");
        EpochScrubber scrubber = new EpochScrubber();
        List<Integer> epochs = new ArrayList<>();
        double[] curve = new double[15];
        for (int i = 0; i < 15; i++) {
            epochs.add(i);
            curve[i] = i == 0 ? Double.NaN : 0.0072 + 0.03 * Math.exp(-0.5 * i);
        }
        scrubber.setEpochs(epochs, curve);
        scrubber.setEpoch(10);
        scrubber.setWords("Epoch 10", "0.74 % validation");
        Card scrub = new Card(scrubber);
        String[] clothes = {
            "T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"
        };
        ConfusionMatrix named = new ConfusionMatrix(List.of(clothes));
        named.setCounts(List.of(clothes), confusion(10));
        named.setPrefSize(360, 320);
        HBox lowest =
                new HBox(16, new Card("Fashion", named), new Card("σ × α sheet", sheet()), new Card(arithmetic()));
        return Gallery.page(
                new VBox(16, scrub, new HBox(16, layers, confusion, new VBox(16, arrows, saliency)), lowest));
    }

    private static PictureSheet sheet() {
        PictureSheet sheet = new PictureSheet(List.of("12", "8", "6", "4", "2"), List.of("12", "24", "36", "48", "64"));
        List<Picture> pictures = new ArrayList<>();
        List<Double> tints = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            int row = i / 5;
            pictures.add(SampleDigits.digit(5, i));
            tints.add(Math.max(0, (i % 5 + row - 3) / 6.0));
        }
        sheet.setPictures(pictures);
        sheet.setTints(tints);
        sheet.setFrames(List.of(new PictureSheet.Frame(2, 3, Role.ACCENT), new PictureSheet.Frame(1, 2, Role.INK_2)));
        return sheet;
    }

    private static Node arithmetic() {
        NumberGrid pixels = NumberGrid.ofInk();
        float[] ink = {0, 0, 0.2f, 1, 0, 0.4f, 0.9f, 1, 0.9f, 1, 1, 1, 1, 1, 0.9f, 0.4f};
        pixels.setValues(4, 4, ink);
        NumberGrid weights = NumberGrid.ofWeights();
        float[] filter = {0.3f, 0.3f, 0.3f, 0.5f, 0.6f, 0.4f, 0, 0.5f, 0.6f, 0.1f, 0, 0.3f, 0.2f, 0.2f, 0, -0.2f};
        weights.setValues(4, 4, filter);
        return new VBox(16, new HBox(16, pixels, weights));
    }

    static Parent build() {
        List<Node> rows = new ArrayList<>();
        rows.add(row("Input", "1x29x29", ""));
        rows.add(row("Convolution", "20C4", "20 maps"));
        rows.add(row("Max pool", "MP2", "2 × 2"));
        rows.add(row("Convolution", "40C5", "40 maps"));
        rows.add(row("Max pool", "MP3", "3 × 3"));
        rows.add(row("Dense", "150N", "150 units"));
        rows.add(row("Output", "10N", "softmax"));
        ReorderColumn column = new ReorderColumn();
        column.setItems(rows);
        column.setPrefWidth(800);
        column.showSlot(
                4,
                new ProblemStrip(
                                ProblemStrip.Level.WARNING,
                                "Max pool 2 × 2 here?",
                                "3 does not divide by 2: the last row and column would be left out.")
                        .withFix("Use 3 × 3", () -> {})
                        .asDropSlot());
        NetSketch sketch = new NetSketch();
        sketch.setParts(List.of(
                new NetSketch.Part(true, 1, Role.SERIES_1),
                new NetSketch.Part(true, 0.55, Role.SERIES_2),
                new NetSketch.Part(false, 1, Role.SERIES_3),
                new NetSketch.Part(false, 0.5, Role.SERIES_4)));
        SkeletonLoading lines = SkeletonLoading.lines(3);
        lines.setCancel("Cancel", () -> {});
        lines.setPrefSize(300, 120);
        lines.start();
        return Gallery.page(new HBox(24, column, new VBox(16, new Card(sketch), new Card("Loading", lines))));
    }

    private static Node row(String name, String code, String setting) {
        InlineField field = new InlineField(name);
        field.setValue(setting, setting);
        InlineChoice choice = new InlineChoice("Activation");
        choice.setChoices(List.of("tanh", "ReLU"), 0);
        HBox settings = setting.isEmpty() ? new HBox() : new HBox(8, field, choice);
        Label title = new Label(name + "  " + code);
        title.getStyleClass().add("type-figure");
        Card card = new Card(new VBox(4, title, settings));
        card.setStyle("-fx-padding: 8px 16px 8px 16px;");
        return card;
    }

    static Parent runs() {
        SubsetPlot plot = new SubsetPlot();
        List<SubsetPlot.Subset> subsets = new ArrayList<>();
        Random random = new Random(3);
        int[] counts = {5, 10, 10, 5, 1};
        double[] means = {0.86, 0.71, 0.66, 0.63, 0.57};
        for (int size = 1; size <= 5; size++)
            for (int k = 0; k < counts[size - 1]; k++) {
                double spread = size == 5 ? 0 : 0.08 / size;
                double value = Math.rint(100 * (means[size - 1] + spread * random.nextGaussian())) / 100;
                subsets.add(new SubsetPlot.Subset(size, value, "members " + k));
            }
        plot.setSubsets(List.of("1 net", "2", "3", "4", "5"), subsets);
        plot.setFormat(v -> String.format("%.1f %%", v), v -> String.format("%.2f %%", v));
        Card committee = new Card("Committee", plot);
        committee.setPrefSize(480, 400);
        committee.setMinWidth(480);
        BarHistory bars = new BarHistory();
        double[] rates = {2100, 2150, 2340, 2180, 2230, 1700, 2550, 2000, 2290, 2140, 2090, 2060, 1760, 2090};
        bars.setValues(1, rates);
        bars.setFormat(
                v -> v == 0 ? "0" : (v / 1000 + "k").replace(".0k", "k"), v -> Math.round(v) + "", i -> "Epoch " + i);
        Card speed = new Card("Images a second", bars);
        speed.setPrefSize(352, 300);
        speed.setMinWidth(352);
        ScheduleSketch schedule = new ScheduleSketch();
        double[] rate = new double[41];
        for (int i = 0; i < rate.length; i++) rate[i] = 0.2 * Math.pow(0.993, i);
        schedule.show(rate, 15 / 40.0);
        schedule.setCaptions("0.2", "0.151 at epoch 40");
        PublishedScale scale = new PublishedScale();
        scale.setScale(0, 0.9, List.of(0.0, 0.3, 0.6, 0.9), v -> v == 0 ? "0 %" : "" + Math.round(10 * v) / 10.0);
        scale.setFigures(List.of(
                new PublishedScale.Figure(0.29, "published 0.29", false),
                new PublishedScale.Figure(0.57, "ours 0.57", true)));
        TallyStrip tally = new TallyStrip();
        tally.show(39, "mends 39", 21, "spoils 21");
        SplitBar split = new SplitBar();
        split.setParts(List.of(
                new SplitBar.Part(50000, "50,000 train", Role.INK_2),
                new SplitBar.Part(10000, "10,000 validation", Role.ACCENT),
                new SplitBar.Part(10000, "10,000 test", Role.TRACK)));
        ThinBar progress = ThinBar.progress();
        progress.show(0.62);
        ThinBar hair = ThinBar.hair();
        hair.show(0.4);
        ThinBar list = ThinBar.inList(Role.ACCENT);
        list.show(0.513);
        VBox panel = new VBox(24, schedule, scale, tally, split, progress, hair, list);
        panel.getStyleClass().add("side-panel");
        panel.setStyle("-fx-padding: 24px;");
        panel.setPrefWidth(320);
        panel.setMinWidth(320);
        double[] shares = {0, 0, 0, 0, 0.47, 0, 0, 0, 0, 0.52};
        VoteStrip agrees = new VoteStrip(10);
        agrees.show(new double[] {0, 0, 0, 0, 0.94, 0, 0, 0, 0, 0.04}, false);
        VoteStrip dissents = new VoteStrip(10);
        dissents.show(shares, true);
        panel.getChildren().addAll(new Card(agrees), new Card(dissents));
        ClassBand band = new ClassBand();
        List<ClassBand.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++)
            entries.add(new ClassBand.Entry("" + i, SampleDigits.digit(i, 1), 4500 + 137 * (i * 7 % 10)));
        band.setEntries(entries);
        band.setFormat(n -> String.format("%,d", n));
        band.selectedProperty().set(3);
        return Gallery.page(new HBox(24, new VBox(16, new Card(band), new HBox(16, committee, speed)), panel));
    }
}
