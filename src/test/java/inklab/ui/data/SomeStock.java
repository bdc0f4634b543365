package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.data.DataException;
import inklab.data.DataStatus;
import inklab.data.Dataset;
import inklab.data.ImageSet;
import inklab.data.Progress;
import inklab.net.Shape;
import inklab.recipe.Recipe;
import inklab.ui.widget.Picture;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small data sets in memory: training image i of class i mod 10 has the pixel value i mod 256 everywhere. */
final class SomeStock implements Stock {
    final Set<String> here = new HashSet<>(List.of("ink", "mnist"));
    final List<String> own = new ArrayList<>();
    final Map<String, String> faults = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    String recognised = "mnist";
    DataStatus found = new DataStatus(DataStatus.State.READY, "");
    int size = 1000;

    @Override
    public List<Catalogue.Entry> entries() {
        List<Catalogue.Entry> entries = new ArrayList<>();
        entries.add(new Catalogue.Entry("ink", "Ink", Optional.empty(), 0));
        entries.add(new Catalogue.Entry("mnist", "MNIST", Optional.of(URI.create("http://mnist")), 11));
        entries.add(new Catalogue.Entry("cifar-10", "CIFAR-10", Optional.of(URI.create("http://cifar")), 162));
        for (String id : own) entries.add(new Catalogue.Entry(id, id.substring(9), Optional.empty(), 0));
        return entries;
    }

    @Override
    public Looks look(String id) {
        boolean there = here.contains(id);
        DataStatus status = there ? found : new DataStatus(DataStatus.State.MISSING, id + " is not here.");
        List<Picture> pictures = there ? List.of(Picture.blank(4, 4)) : List.of();
        return new Looks(status, pictures, size, Optional.of(shape(id)), 10, 0, new Catalogue.Extent(4, 1 << 20));
    }

    private static Shape shape(String id) {
        return id.equals("cifar-10") ? new Shape(3, 32, 32) : new Shape(1, 28, 28);
    }

    @Override
    public DataStatus verify(String id, Progress progress) throws IOException {
        fail("verify " + id);
        return found;
    }

    @Override
    public Path remove(String id) throws IOException {
        fail("remove " + id);
        own.remove(id);
        here.remove(id);
        return Path.of("aside");
    }

    @Override
    public void restore(String id, Path from) throws IOException {
        fail("restore " + id + " from " + from);
        own.add(id);
        here.add(id);
    }

    @Override
    public void fetch(String id, Progress progress) throws IOException {
        progress.at("Fetching", 68L << 20, 162L << 20, 1);
        fail("fetch " + id);
        here.add(id);
    }

    @Override
    public void importFrom(String id, Path from, Progress progress) throws IOException {
        fail("import " + id);
        if (id.startsWith("pictures/") && !own.contains(id)) own.add(id);
        here.add(id);
    }

    @Override
    public String recognise(Path from, String preferred, Progress progress) throws IOException {
        fail("recognise " + preferred);
        return recognised;
    }

    private void fail(String what) throws DataException {
        asked.add(what);
        if (faults.containsKey(what)) throw new DataException(faults.get(what));
    }

    @Override
    public Images open(Recipe recipe, Progress progress) throws IOException {
        String id = recipe.data().dataset();
        fail("open " + id);
        if (!here.contains(id)) throw new DataException(id + " is not here.");
        Shape shape = shape(id);
        int classes = id.startsWith("pictures/") ? 4 : 10;
        return new LoadedImages(new Dataset(
                id, images(shape, size, classes), images(shape, size / 5, classes), images(shape, size / 5, classes)));
    }

    private static ImageSet images(Shape shape, int n, int classes) {
        byte[] pixels = new byte[n * shape.size()];
        byte[] labels = new byte[n];
        for (int i = 0; i < n; i++) {
            labels[i] = (byte) (i % classes);
            for (int p = 0; p < shape.size(); p++) pixels[i * shape.size() + p] = (byte) i;
        }
        List<String> names = new ArrayList<>();
        for (int c = 0; c < classes; c++) names.add(Integer.toString(c));
        return new ImageSet(shape.channels(), shape.height(), shape.width(), names, pixels, labels);
    }
}
