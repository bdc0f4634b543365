package inklab.evaluate;

import inklab.engine.Safetensors;
import inklab.recipe.RecipeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays networks into the folder of those that come with Inklab: {@code NAME/recipe.json}, {@code NAME/weights.safetensors} and {@code
 * NAME/result.json}; a committee's members lie in {@code NAME/1}, {@code NAME/2} and so on. {@code index.txt} lists the names.
 */
public final class NetWriter {
    private final Path folder;

    /** @param folder need not exist */
    public NetWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a network in the place of the one of this name, beside and then moved.
     *
     * @return how many bytes it takes
     * @throws IOException when that fails
     */
    public long write(Model model, Claim claim) throws IOException {
        if (model.members().size() != claim.members().size())
            throw new IllegalArgumentException(model.members().size() + " networks, claims about "
                    + claim.members().size());
        Path target = folder.resolve(model.name());
        Path beside = folder.resolve("." + model.name() + ".new");
        delete(beside);
        Files.createDirectories(beside);
        boolean one = model.members().size() == 1;
        for (int i = 0; i < model.members().size(); i++) {
            Path place = one ? beside : Files.createDirectories(beside.resolve(String.valueOf(i + 1)));
            Model.Member member = model.members().get(i);
            RecipeFile.write(place.resolve(Models.RECIPE), member.recipe());
            Safetensors.write(place.resolve(Models.WEIGHTS), member.weights());
        }
        Files.writeString(beside.resolve(Models.RESULT), claim.text());
        long bytes = bytes(beside);
        delete(target);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        list(model.name());
        return bytes;
    }

    private void list(String name) throws IOException {
        Path index = folder.resolve(Models.INDEX);
        List<String> names = new ArrayList<>(Files.exists(index) ? Files.readAllLines(index) : List.of());
        names.removeIf(String::isBlank);
        if (names.contains(name)) return;
        names.add(name);
        Path beside = folder.resolve("." + Models.INDEX + ".new");
        Files.write(beside, names);
        Files.move(beside, index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** How many bytes all networks there take. */
    public long bytes() throws IOException {
        return bytes(folder);
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : tree(folder)) if (Files.isRegularFile(file)) bytes += Files.size(file);
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        for (Path file : tree(folder)) Files.delete(file);
    }

    /** What is in a folder before the folder itself. */
    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
