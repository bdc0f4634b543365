package inklab.data;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Puts finished files into place, all or none. */
final class Moves {
    private Moves() {}

    /** Moves a file onto another in one step, where the file system can. */
    static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Moves files into a folder. If any of it fails, everything is put back as it was.
     *
     * @param from the folder where the new files are, on the same disk
     * @param names the files to move
     * @param to where they go; the old files are kept in its sub-folder {@code .replaced} meanwhile
     * @param retired files of the folder that the new ones take the place of beside those with the same names
     */
    static void install(Path from, Collection<String> names, Path to, Collection<String> retired) throws IOException {
        Path old = to.resolve(".replaced");
        Deque<Path[]> done = new ArrayDeque<>();
        try {
            Files.createDirectories(to);
            Files.createDirectories(old);
            Set<String> before = new LinkedHashSet<>(names);
            before.addAll(retired);
            for (String name : before)
                if (Files.exists(to.resolve(name))) move(to.resolve(name), old.resolve(name), done);
            for (String name : names) move(from.resolve(name), to.resolve(name), done);
        } catch (IOException e) {
            for (Path[] move : done) Files.move(move[1], move[0], StandardCopyOption.REPLACE_EXISTING);
            delete(old);
            throw e;
        }
        delete(old);
    }

    private static void move(Path from, Path to, Deque<Path[]> done) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        done.push(new Path[] {from, to});
    }

    /** Deletes a folder and all in it. Links in it are deleted, not what they lead to. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException fault) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
