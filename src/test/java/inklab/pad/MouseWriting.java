package inklab.pad;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Digits as people write them with a mouse on a pad of 280 × 280: anywhere on it, small and large, slanted, trembling, sampled coarsely, in
 * one stroke or several; crossed sevens, open fours, ones with serif and base. They are made from skeletons drawn for this set alone, which
 * no net was trained on, and there are two parts without a skeleton in common: one to steer by, one for the last word.
 */
public final class MouseWriting {
    /** The part to steer by. */
    public static final String STEERING = "steering.strokes.jsonl";
    /** The part for the last word. */
    public static final String FINAL = "final.strokes.jsonl";

    private static final Path FOLDER = Path.of("src/test/resources/strokes");
    private static final double PAGE = 280;
    private static final int EACH = 12;
    private static final double[][] SIDES = {{38, 80}, {90, 170}, {180, 262}};

    /** A box of 100 × 100, x right, y down; / parts strokes, ! marks a corner. Two lists a digit: to steer by, for the last word. */
    private static final String[][][] SKELETONS = {
        {
            {
                "50,4 22,22 16,52 26,84 52,96 78,82 84,48 76,18 52,5",
                "66,10 38,4 16,34 18,70 44,96 74,84 86,50 74,14 48,8",
                "50,0 34,20 30,52 38,86 52,100 66,82 70,46 62,14 48,2"
            },
            {
                "40,6 68,10 84,40 78,76 52,98 24,84 14,50 22,18 44,4",
                "58,8 28,16 14,48 26,86 56,94 82,70 82,32 66,14",
                "50,12 18,24 6,54 24,82 54,88 86,74 94,44 76,18 46,12"
            }
        },
        {
            {"50,0 50,100", "30,24! 54,2! 54,100", "32,22! 52,4! 52,96 / 30,97 74,97"},
            {"58,2 46,98", "22,40! 56,4! 54,98", "34,26! 50,6! 50,94 / 28,96 74,94"}
        },
        {
            {
                "18,26 34,6 62,6 76,26 62,54 20,96! 82,96",
                "20,22 44,4 72,16 70,42 40,74 18,92 26,80 50,88 84,92",
                "16,20 40,4 70,12 72,34 46,64 16,95! 50,92 84,96"
            },
            {
                "24,30 28,10 52,2 76,18 70,46 44,72 20,94! 88,90",
                "12,16 50,2 82,22 58,58 12,98! 46,88 88,98",
                "22,28 40,6 68,10 74,34 52,66 26,90 14,84 26,76 54,90 82,86"
            }
        },
        {
            {
                "20,14 46,2 74,18 64,42 40,48! 70,54 80,78 54,98 18,86",
                "22,6! 74,6! 44,42! 72,56 76,84 46,98 16,86",
                "26,18 52,6 70,22 60,44 42,50 66,58 74,80 50,96 22,90"
            },
            {
                "16,18 50,0 78,22 58,46! 82,64 70,94 36,98 14,80",
                "18,8! 80,4! 46,38! 78,50 84,78 56,98 18,90",
                "28,10 58,4 72,24 50,46 38,48 62,54 80,72 62,96 28,94 18,84"
            }
        },
        {
            {"26,4 16,56! 82,54 / 64,30 60,100", "64,100 64,2! 12,66! 88,66", "22,6 18,52! 74,48 / 70,4 66,98"},
            {"34,0 20,60! 86,62 / 66,34 64,98", "60,2! 10,70! 92,70 / 60,2 60,98", "20,8 20,40 34,54 66,46 / 74,4 70,98"
            }
        },
        {
            {
                "30,6 26,44 54,38 78,58 72,86 44,98 16,88 / 30,6 78,4",
                "78,6! 32,6! 26,46! 58,40 80,62 66,92 36,98 16,86",
                "74,10 38,8 28,36 56,48 76,66 60,94 22,92"
            },
            {
                "36,4 30,42! 60,36 84,60 68,94 20,94 / 36,4 86,8",
                "82,4! 36,8! 28,44 56,42 76,60 74,84 48,98 18,92",
                "70,4! 28,4! 24,40! 48,40 74,52 78,80 50,100 14,90"
            }
        },
        {
            {
                "64,2 34,26 20,62 34,94 64,94 76,70 56,52 28,64",
                "54,0 30,34 22,74 46,98 74,84 68,58 40,56 24,74",
                "70,6 40,36 26,66 32,92 58,98 76,78 56,58 28,70"
            },
            {
                "74,8 44,14 22,48 24,84 54,98 80,78 64,54 34,58 24,74",
                "50,2 30,40 26,80 50,98 70,82 60,62 32,70",
                "60,0 28,42 22,80 48,100 80,86 76,62 48,58 26,76"
            }
        },
        {
            {"16,8! 82,6! 44,98", "14,10! 80,8! 42,98 / 28,52 74,50", "16,22! 18,8! 82,6! 60,46 50,98"},
            {"20,4! 78,10! 52,50 40,100", "18,6! 86,4! 50,96 / 36,50 84,46", "12,14 40,8 84,8! 60,40 46,98"}
        },
        {
            {
                "72,16 46,4 26,20 42,44 72,64 70,90 44,98 24,80 42,56 68,34 72,16",
                "50,48 26,28 48,4 74,24 50,48 / 50,48 20,74 48,98 80,76 50,48",
                "66,10 36,8 30,32 66,56 72,84 44,98 22,80 40,54 70,28 62,8"
            },
            {
                "50,46 72,24 52,2 30,22 50,46 76,74 50,100 24,74 50,46",
                "50,4 30,22 46,44 70,26 52,4 / 48,46 20,72 48,98 78,74 52,46",
                "78,12 42,2 26,24 60,48 78,76 50,98 22,76 48,48 80,16"
            }
        },
        {
            {
                "72,20 44,6 24,28 44,50 70,36 74,18! 70,60 62,98",
                "70,24 48,4 26,22 36,48 64,42 72,20! 68,98",
                "74,26 50,4 24,24 38,52 66,46 76,22! 76,66 54,96 26,92"
            },
            {
                "66,12 36,8 24,36 52,52 72,30 70,6! 72,98",
                "68,20 42,6 26,30 46,50 68,34 / 70,8 66,98",
                "78,18 44,2 18,32 50,56 76,30! 74,76 46,98 20,88"
            }
        }
    };

    private MouseWriting() {}

    /** Writes both parts anew. */
    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        StrokesWriter.write(FOLDER.resolve(STEERING), part(0));
        StrokesWriter.write(FOLDER.resolve(FINAL), part(1));
    }

    /** All drawings of a part, 0 or 1, labelled. */
    static List<Strokes> part(int part) {
        List<Strokes> drawings = new ArrayList<>();
        for (int digit = 0; digit < SKELETONS.length; digit++)
            for (int variant = 0; variant < SKELETONS[digit][part].length; variant++)
                for (int i = 0; i < EACH; i++) {
                    long seed = ((part * 10L + digit) * 10 + variant) * 100 + i;
                    drawings.add(new Hand(new SplittableRandom(seed * 0x9E3779B97F4A7C15L), SIDES[i % SIDES.length])
                            .write(SKELETONS[digit][part][variant])
                            .labelled(String.valueOf(digit)));
                }
        return drawings;
    }

    /** How one drawing is written. */
    private static final class Hand {
        private final SplittableRandom random;
        private final double side;
        private final double narrow;
        private final double slant;
        private final double turn;
        private final double wobble;
        private final double tremor;
        private final double spacing;
        private final boolean pressed;

        Hand(SplittableRandom random, double[] sides) {
            this.random = random;
            side = sides[0] + random.nextDouble() * (sides[1] - sides[0]);
            narrow = Math.exp(0.16 * normal());
            slant = Math.tan(Math.toRadians(limited(11 * normal(), 25)));
            turn = Math.toRadians(limited(5 * normal(), 12));
            wobble = 1 + 2.5 * random.nextDouble();
            tremor = 0.3 + side / 280 * 1.5 * random.nextDouble();
            // A mouse that is moved fast reports few places.
            spacing = Math.max(3, side * (0.03 + 0.13 * random.nextDouble() * random.nextDouble()));
            pressed = random.nextInt(2) == 0;
        }

        private double normal() {
            double u = 1 - random.nextDouble();
            return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
        }

        private static double limited(double value, double most) {
            return Math.max(-most, Math.min(most, value));
        }

        Strokes write(String skeleton) {
            List<List<double[]>> strokes = new ArrayList<>();
            for (String stroke : skeleton.split(" / ")) strokes.add(path(stroke));
            double[] shift = shift(strokes);
            List<Stroke> written = new ArrayList<>();
            for (List<double[]> path : strokes) {
                List<PenPoint> points = new ArrayList<>();
                double pressure = 0.5;
                for (double[] at : path) {
                    pressure = limited(pressure + 0.06 * normal() - 0.5, 0.25) + 0.5;
                    double even = pressed ? Math.rint(100 * pressure) / 100 : PenPoint.EVEN;
                    points.add(new PenPoint(pixel(at[0] + shift[0]), pixel(at[1] + shift[1]), even));
                }
                written.add(new Stroke(points));
            }
            return new Strokes(written, Optional.empty());
        }

        private double pixel(double at) {
            return Math.rint(Math.max(0, Math.min(PAGE, at + tremor * normal())));
        }

        /** To anywhere where the whole digit is on the page. */
        private double[] shift(List<List<double[]>> strokes) {
            double[] shift = new double[2];
            for (int axis = 0; axis < 2; axis++) {
                double least = Double.MAX_VALUE;
                double most = -Double.MAX_VALUE;
                for (List<double[]> path : strokes)
                    for (double[] at : path) {
                        least = Math.min(least, at[axis]);
                        most = Math.max(most, at[axis]);
                    }
                shift[axis] = random.nextDouble() * Math.max(0, PAGE - (most - least)) - least;
            }
            return shift;
        }

        /** The places, in pixels, that the mouse reports along a stroke. */
        private List<double[]> path(String stroke) {
            List<List<double[]>> pieces = new ArrayList<>();
            pieces.add(new ArrayList<>());
            for (String word : stroke.split(" ")) {
                String[] xy = word.replace("!", "").split(",");
                double[] at = placed(
                        Double.parseDouble(xy[0]) + wobble * normal(), Double.parseDouble(xy[1]) + wobble * normal());
                pieces.get(pieces.size() - 1).add(at);
                if (!word.endsWith("!")) continue;
                pieces.add(new ArrayList<>(List.of(at)));
            }
            List<double[]> fine = new ArrayList<>();
            for (List<double[]> piece : pieces) curve(piece, fine);
            return sampled(fine);
        }

        private double[] placed(double x, double y) {
            double dx = (x - 50) * narrow - slant * (y - 50);
            double dy = y - 50;
            double scale = side / 100;
            return new double[] {
                scale * (dx * Math.cos(turn) - dy * Math.sin(turn)), scale * (dx * Math.sin(turn) + dy * Math.cos(turn))
            };
        }

        private static void curve(List<double[]> corners, List<double[]> to) {
            if (to.isEmpty()) to.add(corners.get(0));
            for (int i = 0; i + 1 < corners.size(); i++)
                for (int step = 1; step <= 24; step++) {
                    double t = step / 24.0;
                    double[] at = new double[2];
                    for (int axis = 0; axis < 2; axis++)
                        at[axis] = between(
                                corners.get(Math.max(0, i - 1))[axis],
                                corners.get(i)[axis],
                                corners.get(i + 1)[axis],
                                corners.get(Math.min(corners.size() - 1, i + 2))[axis],
                                t);
                    to.add(at);
                }
        }

        /** Catmull and Rom's curve from b to c. */
        private static double between(double a, double b, double c, double d, double t) {
            return 0.5
                    * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
        }

        private List<double[]> sampled(List<double[]> fine) {
            List<double[]> places = new ArrayList<>(List.of(fine.get(0)));
            double gone = 0;
            for (int i = 1; i < fine.size(); i++) {
                double[] a = fine.get(i - 1);
                double[] b = fine.get(i);
                gone += Math.hypot(b[0] - a[0], b[1] - a[1]);
                if (gone < spacing && i + 1 < fine.size()) continue;
                places.add(b);
                gone = 0;
            }
            return places;
        }
    }
}
