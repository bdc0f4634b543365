package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.data.Catalogue.Extent;
import inklab.data.DataException;
import inklab.data.DataStatus;
import inklab.data.Glance;
import inklab.data.ImageSet;
import inklab.data.LoadOptions;
import inklab.data.PictureAlbum;
import inklab.data.Progress;
import inklab.data.ink.InkDigits;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.ui.widget.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The data sets of the catalogue. */
final class CatalogueStock implements Stock {
    private static final int ON_A_CARD = 3;
    /** Among so many first images there are some of different classes. */
    private static final int GLANCE = 40;

    private final Catalogue catalogue;
    /** One at a time brings a data set here: who was cancelled may still be cleaning up. */
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    private InkDigits ink;

    CatalogueStock(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Reading how digits are written takes a moment, so it waits until someone looks. */
    private synchronized InkDigits ink() throws IOException {
        if (ink == null) ink = InkDigits.open();
        return ink;
    }

    @Override
    public List<Catalogue.Entry> entries() throws IOException {
        return catalogue.entries();
    }

    @Override
    public Looks look(String id) throws IOException {
        if (id.equals(Catalogue.INK)) {
            List<Picture> digits = different(ink().generate(seed(), 0, GLANCE));
            Optional<Shape> shape = Optional.of(new Shape(1, 28, 28));
            return new Looks(catalogue.status(id), digits, 0, shape, 10, 0, new Extent(0, 0));
        }
        DataStatus status = catalogue.status(id);
        if (!status.usable()) return new Looks(status, List.of(), 0, Optional.empty(), 0, 0, new Extent(0, 0));
        Extent extent = catalogue.extent(id);
        if (id.startsWith(Catalogue.PICTURES)) {
            PictureAlbum album = catalogue.album(id, LoadOptions.VALIDATION);
            long pictures = (long) album.train() + album.validation() + album.test();
            return new Looks(
                    status,
                    different(new AlbumImages(id, album, new Shape(1, 28, 28))),
                    pictures,
                    Optional.empty(),
                    album.classes().size(),
                    album.leftOut(),
                    extent);
        }
        Glance glance = catalogue.glance(id, GLANCE);
        ImageSet few = glance.few();
        Shape shape = new Shape(few.channels(), few.height(), few.width());
        return new Looks(
                status,
                different(few),
                glance.images(),
                Optional.of(shape),
                few.classes().size(),
                0,
                extent);
    }

    private static long seed() {
        return LoadOptions.standard().seed();
    }

    private static List<Picture> different(ImageSet few) {
        List<Picture> pictures = new ArrayList<>();
        Set<Integer> labels = new HashSet<>();
        for (int i = 0; i < few.size() && pictures.size() < ON_A_CARD; i++)
            if (labels.add(few.label(i))) pictures.add(LoadedImages.picture(few, i));
        return pictures;
    }

    private static List<Picture> different(AlbumImages album) {
        List<Picture> pictures = new ArrayList<>();
        Set<Integer> labels = new HashSet<>();
        for (int i = 0; i < album.train() && pictures.size() < ON_A_CARD; i++) {
            if (album.classes().size() >= ON_A_CARD && labels.contains(album.label(i))) continue;
            try {
                pictures.add(album.picture(i));
                labels.add(album.label(i));
            } catch (IOException unreadable) {
                // The next one will do; verifying names this one.
            }
        }
        return pictures;
    }

    @Override
    public DataStatus verify(String id, Progress progress) throws IOException {
        return alone(id, () -> catalogue.verify(id, progress));
    }

    @Override
    public Path remove(String id) throws IOException {
        return alone(id, () -> catalogue.remove(id));
    }

    @Override
    public void restore(String id, Path from) throws IOException {
        alone(id, () -> {
            catalogue.restore(id, from);
            return id;
        });
    }

    @Override
    public void fetch(String id, Progress progress) throws IOException {
        alone(id, () -> {
            catalogue.fetch(id, progress);
            return id;
        });
    }

    @Override
    public void importFrom(String id, Path from, Progress progress) throws IOException {
        alone(id, () -> {
            catalogue.importFrom(id, from, progress);
            return id;
        });
    }

    @Override
    public String recognise(Path from, String preferred, Progress progress) throws IOException {
        Optional<String> known = catalogue.recognise(from, preferred, progress);
        if (known.isPresent()) return known.get();
        if (!Files.isDirectory(from))
            throw new DataException(
                    from + " is no data set: drop the folder that holds one sub-folder for each class.");
        return Catalogue.PICTURES + freeName(from);
    }

    /** A folder's own name, as far as it can be one everywhere; a number after it where there is such a data set already. */
    private String freeName(Path from) {
        Path last = from.toAbsolutePath().normalize().getFileName();
        String name = (last == null ? "pictures" : last.toString()).replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]+", "-");
        while (name.startsWith(".")) name = name.substring(1);
        if (name.isBlank()) name = "pictures";
        String free = name.strip();
        for (int i = 2; Files.exists(catalogue.folder().pictures().resolve(free)); i++) free = name.strip() + "-" + i;
        return free;
    }

    @Override
    public Images open(Recipe recipe, Progress progress) throws IOException {
        DataSettings data = recipe.data();
        String id = data.dataset();
        if (id.equals(Catalogue.INK)) {
            int train = data.train() > 0 ? data.train() : Math.max(1, Catalogue.INK_TRAIN - data.validation());
            return new InkImages(ink(), seed(), train, data.validation());
        }
        if (id.startsWith(Catalogue.PICTURES))
            return new AlbumImages(
                    id, catalogue.album(id, data.validation()), recipe.net().input());
        LoadOptions options = LoadOptions.standard().withTrain(data.train()).withValidation(data.validation());
        return new LoadedImages(catalogue.load(id, options, progress));
    }

    /** Work of the catalogue's. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T alone(String id, Work<T> work) throws IOException {
        ReentrantLock lock = locks.computeIfAbsent(id, i -> new ReentrantLock());
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("no longer wanted");
        }
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }
}
