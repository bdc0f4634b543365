package inklab.data.ink;

import inklab.data.Catalogue;
import inklab.data.DataException;
import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.data.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The generated digits: image k of seed s is always the same, alone or among others, on one thread or many. Any ten images from a multiple
 * of ten on hold each digit once.
 */
public final class InkDigits implements ImageSource {
    private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final int SIZE = MnistPreparation.FIELD * MnistPreparation.FIELD;
    private static final int CHUNK = 100;
    private static final int VALIDATION_FROM = 1_000_000_000;
    private static final int TEST_FROM = 1_500_000_000;

    /** For each digit its styles. */
    private final List<List<InkStyle>> styles;

    private InkDigits(List<List<InkStyle>> styles) {
        this.styles = styles;
    }

    /**
     * The digits in the writing styles that come with Inklab.
     *
     * @throws IOException if a file of styles is missing or damaged
     */
    public static InkDigits open() throws IOException {
        List<List<InkStyle>> styles = new ArrayList<>();
        for (int digit = 0; digit < 10; digit++) {
            String file = "assets/ink/" + digit + ".txt";
            try (InputStream text = InkDigits.class.getResourceAsStream("/" + file)) {
                if (text == null)
                    throw new DataException(file + " is missing: restore it from a fresh copy of Inklab.");
                styles.add(InkStyleReader.read(file, text));
            }
        }
        return new InkDigits(styles);
    }

    /** The digit of image k. */
    public int label(long seed, int k) {
        InkRandom random = new InkRandom(~seed, k / 10);
        int[] digits = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        for (int i = 9; i > k % 10; i--) {
            int j = random.below(i + 1);
            int swap = digits[i];
            digits[i] = digits[j];
            digits[j] = swap;
        }
        return digits[random.below(k % 10 + 1)];
    }

    /**
     * Images from {@code from} to {@code from + count}: {@code [count, 1, 28, 28]}, labels 0 to 9.
     *
     * @param from 0 or more
     * @throws CancellationException if the calling thread is interrupted meanwhile
     */
    public ImageSet generate(long seed, int from, int count) {
        if (from < 0 || count < 0 || from + count < 0)
            throw new IllegalArgumentException("images from " + from + ", " + count + " of them");
        byte[] pixels = new byte[Math.multiplyExact(count, SIZE)];
        byte[] labels = new byte[count];
        Thread caller = Thread.currentThread();
        IntStream.range(0, (count + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            if (caller.isInterrupted()) throw new CancellationException("Making Ink was cancelled");
            Scribe scribe = new Scribe();
            for (int i = chunk * CHUNK; i < Math.min(count, (chunk + 1) * CHUNK); i++) {
                int label = label(seed, from + i);
                labels[i] = (byte) label;
                write(scribe, label, new InkRandom(seed, from + i)).toBytes(pixels, i * SIZE);
            }
        });
        return new ImageSet(1, MnistPreparation.FIELD, MnistPreparation.FIELD, CLASSES, pixels, labels);
    }

    /**
     * Training, validation and test images from three stretches of the same seed that never meet.
     *
     * @throws CancellationException if the calling thread is interrupted meanwhile
     */
    @Override
    public Dataset make(int train, int validation, int test, long seed) {
        if (train > VALIDATION_FROM || validation > TEST_FROM - VALIDATION_FROM)
            throw new IllegalArgumentException(train + " training and " + validation + " validation images");
        return new Dataset(
                Catalogue.INK,
                generate(seed, 0, train),
                generate(seed, VALIDATION_FROM, validation),
                generate(seed, TEST_FROM, test));
    }

    private Raster write(Scribe scribe, int label, InkRandom random) {
        Raster raw = scribe.write(pick(styles.get(label), random), random);
        Raster crop = MnistPreparation.crop(raw).orElse(raw);
        return MnistPreparation.centre(MnistPreparation.box(crop));
    }

    private static InkStyle pick(List<InkStyle> among, InkRandom random) {
        double sum = 0;
        for (InkStyle style : among) sum += style.weight;
        double left = random.uniform() * sum;
        for (InkStyle style : among) {
            left -= style.weight;
            if (left < 0) return style;
        }
        return among.get(among.size() - 1);
    }
}
