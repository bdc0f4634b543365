package inklab.ui.data;

import inklab.data.Catalogue;
import inklab.data.DataException;
import inklab.data.DataFolder;
import inklab.data.DataStatus;
import inklab.data.Progress;
import inklab.data.ink.InkDigits;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.ui.Snapshots;
import inklab.ui.SomeRecipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/**
 * Draws the workspace as it is into {@code target/pictures}: to be looked at. With real data in {@code $INKLAB_DATA}; what is not there is
 * shown as missing.
 */
public final class DataPictures {
    private final Path folder;
    private final Path real;

    private DataPictures(Path folder, Path real) {
        this.folder = folder;
        this.real = real;
    }

    /** @param args a folder for what is made up, then names of pictures; all without any */
    public static void main(String[] args) throws Exception {
        DataFolder data = DataFolder.find(null, System.getenv(), System.getProperties());
        DataPictures pictures = new DataPictures(Path.of(args[0]), data.root());
        List<String> wanted = List.of(args).subList(1, args.length);
        pictures.draw(wanted, "data-light", 1440, 900, Locale.ENGLISH, "mnist", false, false, s -> fetchCifar(s));
        pictures.draw(wanted, "data-dark", 1440, 900, Locale.ENGLISH, "mnist", true, false, s -> fetchCifar(s));
        pictures.draw(
                wanted, "data-1280", 1280, 800, Locale.ENGLISH, "fashion-mnist", false, false, s -> fetchCifar(s));
        pictures.draw(wanted, "data-1920", 1920, 1080, Locale.ENGLISH, "mnist", true, false, s -> {});
        pictures.draw(wanted, "data-chinese", 1440, 900, Locale.CHINESE, "mnist", false, false, s -> fetchCifar(s));
        pictures.draw(wanted, "data-projector", 1440, 900, Locale.ENGLISH, "mnist", false, true, s -> {});
        pictures.draw(
                wanted,
                "data-ink",
                1440,
                900,
                Locale.ENGLISH,
                "ink",
                false,
                false,
                s -> s.workspace.model().filter(4));
        pictures.draw(wanted, "data-missing", 1440, 900, Locale.ENGLISH, "cifar-10", false, false, s -> {});
        pictures.draw(wanted, "data-failed", 1440, 900, Locale.ENGLISH, "mnist", false, false, s -> fail(s));
        pictures.draw(wanted, "data-own", 1440, 900, Locale.ENGLISH, "pictures/leaves", false, false, s -> {});
        pictures.draw(wanted, "data-cifar", 1440, 900, Locale.ENGLISH, "cifar-10!", false, false, s -> {});
        pictures.draw(
                wanted,
                "data-many",
                1440,
                900,
                Locale.ENGLISH,
                "pictures/kinds",
                true,
                false,
                s -> s.workspace.model().filter(30));
        pictures.draw(
                wanted, "data-offline", 1440, 900, Locale.ENGLISH, "fashion-mnist", false, false, s -> offline(s));
        pictures.draw(wanted, "data-chinese-1280", 1280, 800, Locale.CHINESE, "cifar-10!", true, false, s -> {});
        pictures.draw(
                wanted, "data-projector-fashion", 1440, 900, Locale.ENGLISH, "fashion-mnist", false, true, s -> {});
        System.exit(0);
    }

    private static void fetchCifar(DataStage s) {
        s.workspace
                .model()
                .shelf()
                .card("cifar-10")
                .ifPresent(s.workspace.model().shelf()::fetch);
    }

    private static void fail(DataStage s) {
        s.workspace
                .model()
                .shelf()
                .importInto(s.workspace.model().shelf().card("mnist").orElseThrow(), Path.of("/nowhere/at/all"));
        s.workspace.model().importAny(Path.of("/nowhere/at/all"));
    }

    /** What one reads without a network, word for word, and a damaged folder of one's own. */
    private static void offline(DataStage s) {
        Shelf shelf = s.workspace.model().shelf();
        shelf.card("cifar-10")
                .orElseThrow()
                .failed(
                        "cifar-10-binary.tar.gz could not be fetched (www.cs.toronto.edu: unknown host, or no network): check the"
                                + " network and try again, or import it from a folder that has it.");
        // By keys, so that the ring is seen.
        s.workspace.model().filter(8);
        new Robot().keyType(KeyCode.TAB);
    }

    private void draw(
            List<String> wanted,
            String name,
            int width,
            int height,
            Locale language,
            String dataset,
            boolean dark,
            boolean projector,
            Consumer<DataStage> then)
            throws Exception {
        if (!wanted.isEmpty() && !wanted.contains(name)) return;
        boolean all = dataset.endsWith("!");
        Path data = folder.resolve(all ? "all" : dataset.startsWith("pictures/") ? dataset.substring(9) : "some");
        lay(data, all);
        if (dataset.equals("pictures/leaves")) leaves(data.resolve("pictures").resolve("leaves"));
        if (dataset.equals("pictures/kinds")) kinds(data.resolve("pictures"));
        InkDigits ink = InkDigits.open();
        Stock stock = new Fetching(new CatalogueStock(new Catalogue(new DataFolder(data), ink, notice -> {})));
        DataSettings d = SomeRecipes.CIRESAN.data();
        Recipe recipe = SomeRecipes.CIRESAN.withData(
                new DataSettings(dataset.replace("!", ""), d.train(), d.validation(), d.normaliseWidth(), d.pixels()));
        long started = System.nanoTime();
        DataStage stage = Snapshots.onFx(() -> {
            DataStage made = new DataStage(
                    recipe,
                    stock,
                    folder.resolve("wall.properties"),
                    (near, title) -> Optional.empty(),
                    language,
                    width,
                    height);
            made.parts.look().darkProperty().set(dark);
            made.parts.look().projectorProperty().set(projector);
            return made;
        });
        DataViewModel model = stage.workspace.model();
        if (!dataset.equals("cifar-10")) {
            wait(() -> !model.pageProperty().get().cells().isEmpty());
            System.out.println(name + ": the wall hung after " + (System.nanoTime() - started) / 1_000_000 + " ms");
        }
        wait(() -> model.shelf().cards().size() >= 4
                && model.shelf().cards().stream()
                        .allMatch(c -> c.looksProperty().get().isPresent()));
        if (model.imagesProperty().get() != null
                || Snapshots.onFx(() -> model.loadingProperty().get()))
            wait(() -> !model.loadingProperty().get());
        if (Snapshots.onFx(() -> model.imagesProperty().get() != null))
            wait(() -> model.summaryProperty().get() != null
                    && model.specimenProperty().get() != null);
        Snapshots.onFx(() -> {
            then.accept(stage);
            return null;
        });
        Thread.sleep(900);
        Snapshots.onFx(() -> {
            List<Page.Cell> cells = model.pageProperty().get().cells();
            if (cells.size() > 20)
                model.look(dataset.equals("mnist") ? 1913 : cells.get(19).index());
            return null;
        });
        Thread.sleep(500);
        System.out.println(Snapshots.draw(name, stage.stage.getScene()));
        System.out.println(stage.lost);
        Snapshots.onFx(() -> {
            stage.workspace.close();
            stage.stage.close();
            return null;
        });
    }

    /** The real files, without CIFAR-10 unless it is wanted. */
    private void lay(Path data, boolean cifar) throws IOException {
        Files.createDirectories(data);
        for (String id : cifar ? List.of("mnist", "fashion-mnist", "cifar-10") : List.of("mnist", "fashion-mnist")) {
            Path link = data.resolve(id);
            if (Files.isDirectory(real.resolve(id)) && !Files.exists(link))
                Files.createSymbolicLink(link, real.resolve(id));
        }
    }

    private static void leaves(Path folder) throws IOException {
        if (Files.exists(folder)) return;
        SomePictures.write(folder, List.of("oak", "birch", "maple", "a very long name of a tree"), 60);
        Files.writeString(folder.resolve("oak").resolve("notes.txt"), "collected in autumn");
    }

    /** Many classes, and more data sets of one's own than the shelf has room for; one of them is none. */
    private static void kinds(Path folder) throws IOException {
        if (Files.exists(folder)) return;
        SomePictures.write(
                folder.resolve("kinds"),
                IntStream.range(0, 60).mapToObj(i -> "kind " + i).toList(),
                8);
        for (String name : List.of("butterflies", "mushrooms"))
            SomePictures.write(folder.resolve(name), List.of("a", "b"), 12);
        SomePictures.write(folder.resolve("one class"), List.of("only"), 3);
    }

    private static void wait(BooleanSupplier until) throws InterruptedException {
        for (int i = 0; i < 1500; i++) {
            if (Snapshots.onFx(until::getAsBoolean)) return;
            Thread.sleep(20);
        }
        throw new AssertionError("it did not come");
    }

    /** Fetching never ends, some way through; nothing is fetched really. */
    private record Fetching(Stock stock) implements Stock {
        @Override
        public List<Catalogue.Entry> entries() throws IOException {
            return stock.entries();
        }

        @Override
        public Looks look(String id) throws IOException {
            return stock.look(id);
        }

        @Override
        public Path remove(String id) throws IOException {
            return stock.remove(id);
        }

        @Override
        public void restore(String id, Path from) throws IOException {
            stock.restore(id, from);
        }

        @Override
        public DataStatus verify(String id, Progress progress) throws IOException {
            return stock.verify(id, progress);
        }

        @Override
        public void fetch(String id, Progress progress) throws IOException {
            try {
                while (!progress.cancelled()) {
                    progress.at("Fetching", 68L << 20, 162L << 20, 5 << 20);
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                throw new DataException("stopped", e);
            }
        }

        @Override
        public void importFrom(String id, Path from, Progress progress) throws IOException {
            stock.importFrom(id, from, progress);
        }

        @Override
        public String recognise(Path from, String preferred, Progress progress) throws IOException {
            return stock.recognise(from, preferred, progress);
        }

        @Override
        public Images open(Recipe recipe, Progress progress) throws IOException {
            return stock.open(recipe, progress);
        }
    }
}
