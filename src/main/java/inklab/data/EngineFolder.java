package inklab.data;

import inklab.data.PublicSet.Download;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The native libraries of optional engines, in a folder of the user's data: {@code engines/torch/*.so}. They come out of jars in Maven
 * Central, or in a mirror of it, whose lengths and checksums are pinned, so that nobody needs to build anything.
 */
public final class EngineFolder {
    private static final String LIST = "engines.txt";
    /** The public Maven repository. */
    public static final URI CENTRAL = URI.create("https://repo.maven.apache.org/maven2/");

    /** Shared libraries, with a version behind or without; what else is in a jar is of no use here. */
    private static final String LIBRARY = ".*\\.(so(\\.\\d+)*|dll|dylib)";

    private final Path root;
    private final URI repository;
    private final Downloader downloader;
    private final List<Jar> jars;

    /**
     * What is fetched for an engine.
     *
     * @param engine as installed: {@code torch}, {@code torch-gpu}
     * @param system which system's: {@code linux-x86_64}
     */
    private record Jar(String engine, String system, String path, long bytes, String sha256) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** @param root need not exist yet */
    public EngineFolder(Path root) {
        this(root, CENTRAL);
    }

    /**
     * @param repository a Maven repository's base, ending in a slash: {@link #CENTRAL}, or one that holds the same files
     */
    public EngineFolder(Path root, URI repository) {
        this(root, repository, new Downloader(Downloader.Patience.USUAL), list());
    }

    EngineFolder(Path root, URI repository, Downloader downloader, List<String> lines) {
        this.root = root;
        this.repository = repository;
        this.downloader = downloader;
        this.jars = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" "))
                .map(f -> new Jar(f[0], f[1], f[2], Long.parseLong(f[3]), f[4]))
                .toList();
    }

    private static List<String> list() {
        try (InputStream in = EngineFolder.class.getResourceAsStream(LIST)) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What could be installed on this system, such as {@code linux-x86_64}. */
    public List<String> engines(String system) {
        return jars.stream()
                .filter(jar -> jar.system().equals(system))
                .map(Jar::engine)
                .toList();
    }

    /** How many bytes would be fetched. */
    public long bytes(String engine, String system) {
        return find(engine, system).bytes();
    }

    /** Where an engine's libraries lie. */
    public Path folder(String engine) {
        return root.resolve(engine);
    }

    /** Whether the very libraries that would be fetched are here. */
    public boolean has(String engine, String system) {
        try {
            return Files.readString(folder(engine).resolve("from"))
                    .strip()
                    .equals(find(engine, system).name());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Fetches an engine's libraries, goes on where an earlier attempt was cut off, and unpacks them. What was there is replaced when, and
     * only when, all of the new is.
     *
     * @param from a folder that holds the jar already, or null to fetch it
     * @throws DataException in one sentence, if it cannot be had or unpacked
     */
    public void install(String engine, String system, Path from, Progress progress) throws DataException {
        Jar jar = find(engine, system);
        Path fetched = root.resolve(jar.name());
        try {
            Files.createDirectories(root);
            if (from == null) {
                URI address = repository.resolve(jar.path());
                downloader.fetch(
                        new Download(jar.name(), jar.bytes(), jar.sha256(), List.of(address)), fetched, progress);
                unpack(fetched, engine, jar, progress);
                Files.delete(fetched);
            } else {
                Path own = from.resolve(jar.name());
                if (!Files.isRegularFile(own))
                    throw new DataException(from + " does not hold " + jar.name() + ": choose the folder that does.");
                if (!Checksums.compute(own, progress).equals(jar.sha256()))
                    throw new DataException(own + " is another file than the one expected (its SHA-256 differs).");
                unpack(own, engine, jar, progress);
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw DataException.writing(root, e);
        }
    }

    /** Removes an engine's libraries; whether there were any. */
    public boolean remove(String engine) throws DataException {
        try {
            boolean there = Files.exists(folder(engine));
            Moves.delete(folder(engine));
            return there;
        } catch (IOException e) {
            throw DataException.writing(folder(engine), e);
        }
    }

    private Jar find(String engine, String system) {
        Optional<Jar> found = jars.stream()
                .filter(jar -> jar.engine().equals(engine) && jar.system().equals(system))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("there is no " + engine + " for " + system));
    }

    private void unpack(Path jar, String engine, Jar what, Progress progress) throws IOException {
        Path beside = root.resolve(engine + ".new");
        Moves.delete(beside);
        Files.createDirectories(beside);
        List<String> libraries = new ArrayList<>();
        Meter meter = new Meter(progress, "Unpacking " + what.name(), -1);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isDirectory() || !name.matches(LIBRARY)) continue;
                Files.copy(in, beside.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                meter.add(Files.size(beside.resolve(name)));
                libraries.add(name);
            }
        }
        if (libraries.isEmpty()) throw new DataException(jar + " holds no libraries: fetch it again.");
        Files.writeString(beside.resolve("from"), what.name() + "\n");
        Moves.delete(folder(engine));
        Moves.replace(beside, folder(engine));
    }
}
