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
import java.util.stream.Collectors;
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
     * What is fetched for an engine; it may need more than one.
     *
     * @param engine as installed: {@code torch}, {@code torch-gpu}
     * @param system which system's: {@code linux-x86_64}
     * @param without libraries whose names begin so, behind {@code lib} and {@code jni}, stay in the jar
     */
    private record Jar(String engine, String system, String path, long bytes, String sha256, List<String> without) {
        static Jar of(String line) {
            String[] f = line.split(" ");
            return new Jar(
                    f[0], f[1], f[2], Long.parseLong(f[3]), f[4], f.length < 6 ? List.of() : List.of(f[5].split(",")));
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        boolean isWanted(String library) {
            String bare = library.replaceFirst("^(lib)?(jni)?", "");
            return library.matches(LIBRARY) && without.stream().noneMatch(bare::startsWith);
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
                .map(Jar::of)
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
                .distinct()
                .toList();
    }

    /** How many bytes would be fetched. */
    public long bytes(String engine, String system) {
        return find(engine, system).stream().mapToLong(Jar::bytes).sum();
    }

    /** Where an engine's libraries lie. */
    public Path folder(String engine) {
        return root.resolve(engine);
    }

    /** Whether the very libraries that would be fetched are here. */
    public boolean has(String engine, String system) {
        try {
            return Files.readString(folder(engine).resolve("from")).strip().equals(names(find(engine, system)));
        } catch (IOException e) {
            return false;
        }
    }

    /** One a line. */
    private static String names(List<Jar> jars) {
        return jars.stream().map(Jar::name).collect(Collectors.joining("\n"));
    }

    /**
     * Fetches an engine's libraries, goes on where an earlier attempt was cut off, and unpacks them. What was there is replaced when, and
     * only when, all of the new is.
     *
     * @param from a folder that holds the jars already, or null to fetch them
     * @throws DataException in one sentence, if they cannot be had or unpacked
     */
    public void install(String engine, String system, Path from, Progress progress) throws DataException {
        List<Jar> wanted = find(engine, system);
        try {
            Files.createDirectories(root);
            List<Path> here = new ArrayList<>();
            for (Jar jar : wanted) here.add(from == null ? fetched(jar, progress) : own(jar, from, progress));
            Path beside = root.resolve(engine + ".new");
            Moves.delete(beside);
            Files.createDirectories(beside);
            for (int i = 0; i < here.size(); i++) unpack(here.get(i), wanted.get(i), beside, progress);
            Files.writeString(beside.resolve("from"), names(wanted) + "\n");
            Moves.delete(folder(engine));
            Moves.replace(beside, folder(engine));
            if (from == null) for (Path jar : here) Files.delete(jar);
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw DataException.writing(root, e);
        }
    }

    /** From the network, unless an attempt that was cut off at a later jar has left it here. */
    private Path fetched(Jar jar, Progress progress) throws IOException {
        Path to = root.resolve(jar.name());
        boolean whole = Files.isRegularFile(to)
                && Files.size(to) == jar.bytes()
                && Checksums.compute(to, progress).equals(jar.sha256());
        URI address = repository.resolve(jar.path());
        if (!whole)
            downloader.fetch(new Download(jar.name(), jar.bytes(), jar.sha256(), List.of(address)), to, progress);
        return to;
    }

    private static Path own(Jar jar, Path from, Progress progress) throws IOException {
        Path own = from.resolve(jar.name());
        if (!Files.isRegularFile(own))
            throw new DataException(from + " does not hold " + jar.name() + ": choose the folder that does.");
        if (!Checksums.compute(own, progress).equals(jar.sha256()))
            throw new DataException(own + " is another file than the one expected (its SHA-256 differs).");
        return own;
    }

    /** Removes an engine's libraries, and jars that an installation which was cut off has left; whether there were libraries. */
    public boolean remove(String engine) throws DataException {
        try {
            boolean there = Files.exists(folder(engine));
            for (Jar jar : jars) if (jar.engine().equals(engine)) Files.deleteIfExists(root.resolve(jar.name()));
            Moves.delete(folder(engine));
            return there;
        } catch (IOException e) {
            throw DataException.writing(folder(engine), e);
        }
    }

    private List<Jar> find(String engine, String system) {
        List<Jar> found = jars.stream()
                .filter(jar -> jar.engine().equals(engine) && jar.system().equals(system))
                .toList();
        if (found.isEmpty()) throw new IllegalArgumentException("there is no " + engine + " for " + system);
        return found;
    }

    private static void unpack(Path jar, Jar what, Path to, Progress progress) throws IOException {
        boolean any = false;
        Meter meter = new Meter(progress, "Unpacking " + what.name(), -1);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isDirectory() || !what.isWanted(name)) continue;
                Files.copy(in, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                meter.add(Files.size(to.resolve(name)));
                any = true;
            }
        }
        if (!any) throw new DataException(jar + " holds no libraries: fetch it again.");
    }
}
