package inklab.data;

import inklab.data.PictureFolder.Contents;
import inklab.data.PictureFolder.PictureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a folder of pictures into the data folder, all of them or none. */
final class PictureImporter {
    private final Path from;
    private final Path target;
    private final Path staging;

    /** @param staging an empty or missing folder on the target's disk */
    PictureImporter(Path from, Path target, Path staging) {
        this.from = from;
        this.target = target;
        this.staging = staging;
    }

    void run(Progress progress) throws DataException {
        Contents contents = new PictureFolder(from.toString(), from).contents();
        Path fresh = staging.resolve("new");
        Meter meter = new Meter(progress, "Copying " + from.getFileName(), contents.pictures());
        for (PictureClass c : contents.classes()) {
            Path to = fresh.resolve(c.name());
            create(to);
            for (Path picture : c.pictures()) {
                Picture.read(picture);
                copy(picture, to.resolve(picture.getFileName().toString()));
                meter.add(1);
            }
        }
        create(target.toAbsolutePath().getParent());
        swap(fresh);
    }

    private void swap(Path fresh) throws DataException {
        // Beside the target and not among what is cleared away, should putting it back fail as well.
        Path old = target.resolveSibling("." + target.getFileName() + ".replaced");
        try {
            Moves.delete(old);
            boolean earlier = Files.exists(target);
            if (earlier) Files.move(target, old);
            try {
                Files.move(fresh, target);
            } catch (IOException e) {
                if (earlier) Files.move(old, target);
                throw e;
            }
            Moves.delete(old);
        } catch (IOException e) {
            throw DataException.writing(target, e);
        }
    }

    private static void create(Path folder) throws DataException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DataException.writing(folder, e);
        }
    }

    private static void copy(Path from, Path to) throws DataException {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw DataException.writing(to, e);
        }
    }
}
