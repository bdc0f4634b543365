package inklab.pad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import inklab.data.ink.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PadPreparationTest {
    private final PadPreparation standard = PadPreparation.standard();

    private static Stroke stroke(double... xy) {
        List<PenPoint> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) points.add(new PenPoint(xy[i], xy[i + 1]));
        return new Stroke(points);
    }

    /** A crossed seven. */
    private static Strokes seven() {
        return Strokes.of(stroke(10, 12, 40, 10, 70, 14, 50, 60, 40, 110), stroke(30, 62, 70, 58));
    }

    private static Strokes moved(Strokes drawing, UnaryOperator<PenPoint> move) {
        List<Stroke> strokes = new ArrayList<>();
        for (Stroke stroke : drawing.strokes())
            strokes.add(new Stroke(stroke.points().stream().map(move).toList()));
        return new Strokes(strokes, drawing.label());
    }

    private Raster image(Strokes drawing) {
        return standard.image(drawing).orElseThrow();
    }

    private static double difference(Raster a, Raster b) {
        double most = 0;
        for (int y = 0; y < a.height(); y++)
            for (int x = 0; x < a.width(); x++) most = Math.max(most, Math.abs(a.ink(x, y) - b.ink(x, y)));
        return most;
    }

    @Test
    void blankPaperGivesNothing() {
        assertThat(standard.image(Strokes.EMPTY)).isEmpty();
        assertThat(standard.image(Strokes.of(new Stroke(List.of())))).isEmpty();
        assertThat(standard.steps(Strokes.EMPTY)).isEmpty();
        assertThat(standard.steps(Strokes.EMPTY, new Page(0, 0, 280))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "1, 3000, -20000", "0.0001, 0, 0", "1e-20, 0, 0", "4000000, 0, 0", "2.7, 5, 1e8"})
    void whereAndHowLargeADrawingIsDoesNotMatter(double scale, double right, double down) {
        Strokes moved = moved(seven(), p -> new PenPoint(p.x() * scale + right, p.y() * scale + down));
        assertThat(difference(image(moved), image(seven()))).isLessThan(0.02);
    }

    @Test
    void aDotIsADotInTheMiddle() {
        for (double where : new double[] {0, 12.5, -1e9}) {
            Raster image = image(Strokes.of(stroke(where, where)));
            assertThat(image.mass()).isCloseTo(Math.PI * 1.2 * 1.2, within(0.1));
            assertThat(image.ink(14, 14)).isGreaterThan(0.9f);
        }
        assertThat(standard.steps(Strokes.of(stroke(3, 3))).orElseThrow().raw().mass())
                .isPositive();
        assertThat(standard.steps(Strokes.of(stroke(3, 3, 3, 3)))
                        .orElseThrow()
                        .centred()
                        .mass())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"1", "2.4", "4"})
    void anUprightLineIsTwentyHighAndAsThickAsThePen(double pen) {
        PadPreparation preparation = new PadPreparation(pen, Placing.CENTRE_OF_MASS);
        Raster image =
                preparation.image(Strokes.of(stroke(5, 0, 5, 50, 5, 100))).orElseThrow();
        double row = 0;
        for (int x = 0; x < 28; x++) row += image.ink(x, 14);
        assertThat(row).isCloseTo(pen, within(0.1));
        double whole = 20 * pen - (4 - Math.PI) * pen * pen / 4;
        assertThat(image.mass()).isCloseTo(whole, within(0.03 * whole));
    }

    @Test
    void thinMouseLinesAndManyPointsMakeTheSameInk() {
        List<PenPoint> points = new ArrayList<>();
        for (int i = 0; i <= 5000; i++) points.add(new PenPoint(i / 50.0, i / 25.0));
        Raster many = image(Strokes.of(new Stroke(points)));
        assertThat(difference(many, image(Strokes.of(stroke(0, 0, 100, 200))))).isLessThan(0.02);
    }

    @Test
    void theLastPointOfAStrokeIsDrawnHoweverCloseItIs() {
        Strokes bare = Strokes.of(stroke(0, 0, 0, 100));
        Strokes close = Strokes.of(stroke(0, 0, 0, 99.99, 0, 100));
        assertThat(difference(image(bare), image(close))).isLessThan(0.01);
    }

    @Test
    void aHarderPressIsAThickerLineInAnyUnit() {
        UnaryOperator<PenPoint> press = p -> new PenPoint(p.x(), p.y(), p.y() < 50 ? 0.75 : 0.25);
        Strokes line = Strokes.of(stroke(0, 0, 0, 49, 0, 51, 0, 100));
        Raster image = image(moved(line, press));
        double above = 0;
        double below = 0;
        for (int x = 0; x < 28; x++) {
            above += image.ink(x, 9);
            below += image.ink(x, 19);
        }
        assertThat(above / below).isCloseTo(3, within(0.3));
        Strokes thousands = moved(moved(line, press), p -> new PenPoint(p.x(), p.y(), p.pressure() * 4096));
        assertThat(difference(image, image(thousands))).isLessThan(1e-6);
        Strokes none = moved(line, p -> new PenPoint(p.x(), p.y(), 0));
        assertThat(difference(image(none), image(line))).isZero();
    }

    @Test
    void theStepsEndInTheSameImage() {
        for (Placing placing : Placing.values()) {
            PadPreparation preparation = new PadPreparation(PadPreparation.PEN, placing);
            PadSteps steps = preparation.steps(seven()).orElseThrow();
            assertThat(steps.raw().width()).isEqualTo(PadPreparation.PAGE);
            assertThat(steps.box().width()).isEqualTo(20);
            assertThat(steps.centred().width()).isEqualTo(28);
            assertThat(preparation.image(seven()).orElseThrow().toBytes())
                    .isEqualTo(steps.centred().toBytes());
        }
    }

    @Test
    void theCropHasTheDrawingsProportions() {
        PadSteps steps =
                standard.steps(Strokes.of(stroke(0, 0, 40, 0, 40, 100))).orElseThrow();
        double pen = 2.4 / (20 - 2.4) * 100;
        assertThat((double) steps.crop().width() / steps.crop().height())
                .isCloseTo((40 + pen) / (100 + pen), within(0.02));
    }

    @Test
    void onThePageTheDrawingStaysWhereItIs() {
        Page page = new Page(0, 0, 560);
        PadSteps steps =
                standard.steps(Strokes.of(stroke(100, 200, 100, 300)), page).orElseThrow();
        assertThat(steps.raw().ink(50, 125)).isEqualTo(1);
        assertThat(steps.raw().ink(50, 170)).isZero();
        assertThat(steps.raw().ink(80, 125)).isZero();
        // 100 of the page's units are 50 pixels, and the pen is 2.4 / 17.6 of that.
        double row = 0;
        for (int x = 0; x < 280; x++) row += steps.raw().ink(x, 125);
        assertThat(row).isCloseTo(50 * 2.4 / 17.6, within(0.05));
    }

    @Test
    void withoutCentringAnOffCentreDrawingStaysOffCentre() {
        Strokes corner = moved(seven(), p -> new PenPoint(p.x() / 2, p.y() / 2));
        Page page = new Page(0, 0, 280);
        Raster asDrawn = new PadPreparation(PadPreparation.PEN, Placing.AS_DRAWN)
                .steps(corner, page)
                .orElseThrow()
                .centred();
        assertThat(asDrawn.ink(20, 20)).isZero();
        for (int y = 0; y < 28; y++)
            for (int x = 0; x < 28; x++)
                if (x > 5 || y > 7) assertThat(asDrawn.ink(x, y)).isZero();
        Raster centred = standard.steps(corner, page).orElseThrow().centred();
        assertThat(difference(centred, image(corner))).isZero();
    }

    @Test
    void everyDrawingHasItsCentreOfMassInTheMiddle() {
        Random random = new Random(1);
        int centred = 0;
        for (int n = 0; n < 200; n++) {
            Strokes drawing = Strokes.EMPTY;
            for (int s = 0; s < 1 + random.nextInt(3); s++) {
                double[] xy = new double[2 + 2 * random.nextInt(6)];
                for (int i = 0; i < xy.length; i++) xy[i] = 1000 * random.nextDouble();
                drawing = drawing.and(stroke(xy));
            }
            Optional<Raster> image = standard.image(drawing);
            double sumX = 0;
            double sumY = 0;
            boolean edge = false;
            for (int y = 0; y < 28; y++)
                for (int x = 0; x < 28; x++) {
                    float ink = image.orElseThrow().ink(x, y);
                    sumX += ink * x;
                    sumY += ink * y;
                    if (ink > 0 && (x == 0 || y == 0 || x == 27 || y == 27)) edge = true;
                }
            // Ink that has reached the field's edge is not pushed over it.
            if (edge) continue;
            assertThat(sumX / image.orElseThrow().mass()).isCloseTo(14, within(0.502));
            assertThat(sumY / image.orElseThrow().mass()).isCloseTo(14, within(0.502));
            centred++;
        }
        assertThat(centred).isGreaterThan(150);
    }

    @Test
    void strokesAreAddedTakenBackAndLabelled() {
        Strokes two = Strokes.EMPTY.and(stroke(1, 1)).and(stroke(2, 2)).labelled("7");
        assertThat(two.undo().strokes()).containsExactly(stroke(1, 1));
        assertThat(two.undo().label()).contains("7");
        assertThat(two.undo().undo().undo().isBlank()).isTrue();
    }
}
