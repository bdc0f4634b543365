import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lays the licences of all that a package holds into it, and lets the build fail where one is missing. Arguments: the folder of the libraries, the folder of
 * licences (this one), Inklab's own licence, and the folder to fill.
 */
final class Licences {
    /** {@code name-1.2.jar}, {@code name-1.2-linux.jar}. */
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    private static final Pattern TEXT = Pattern.compile("(?i)(META-INF/|.*/)?[^/]*(licen[cs]e|notice|copying)[^/]*");

    private final Path texts;
    private final Path own;
    private final Path out;
    private final Map<String, List<String>> parts = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<String, String> list = new TreeMap<>();

    private Licences(Path texts, Path own, Path out) {
        this.texts = texts;
        this.own = own;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Licences licences = new Licences(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
        licences.collect(Path.of(args[0]));
        if (licences.missing.isEmpty()) return;
        licences.missing.forEach(System.err::println);
        System.exit(1);
    }

    private void collect(Path libraries) throws IOException {
        for (String line : Files.readAllLines(texts.resolve("parts.txt")))
            if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(':');
                parts.put(line.substring(0, colon), List.of(line.substring(colon + 1).strip().split(" +")));
            }
        Files.createDirectories(out);
        Files.copy(own, out.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> all = Files.list(libraries)) {
            for (Path jar : all.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) part(jar);
        }
        List<String> lines = new ArrayList<>();
        lines.add("Inklab is under the Apache License 2.0 (LICENSE). It comes with these libraries, and with a Java runtime, whose licences");
        lines.add("lie in runtime/legal beside this folder's parent. Each library's licences, by the names of the files here:");
        lines.add("");
        list.forEach((name, what) -> lines.add("%-50s %s".formatted(name, what)));
        Files.write(out.resolve("README.txt"), lines);
    }

    private void part(Path jar) throws IOException {
        String file = jar.getFileName().toString();
        Matcher name = JAR.matcher(file);
        List<String> licences = name.matches() ? parts.get(name.group(1)) : null;
        if (licences == null) {
            missing.add(file + " has no line in packaging/licences/parts.txt: say there which licences it has.");
            return;
        }
        TreeSet<String> found = new TreeSet<>();
        for (String licence : licences) {
            if (licence.equals("own")) {
                List<String> brought = brought(jar, name.group(1));
                if (brought.isEmpty()) missing.add(file + " brings no licence's text: name one in parts.txt.");
                found.addAll(brought);
                continue;
            }
            Path text = licence.equals("Apache-2.0") ? own : texts.resolve(licence + ".txt");
            if (!Files.isRegularFile(text)) {
                missing.add(file + " is under " + licence + ", whose text is not in packaging/licences.");
                continue;
            }
            Files.copy(text, out.resolve(licence + ".txt"), StandardCopyOption.REPLACE_EXISTING);
            found.add(licence + ".txt");
        }
        list.put(file, String.join(" ", found));
    }

    /** Copies the texts in a library itself. */
    private List<String> brought(Path jar, String name) throws IOException {
        List<String> brought = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String path = entry.getName();
                if (entry.isDirectory() || path.toLowerCase(Locale.ROOT).endsWith(".class") || !TEXT.matcher(path).matches())
                    continue;
                String last = path.substring(path.lastIndexOf('/') + 1);
                Path to = Files.createDirectories(out.resolve(name)).resolve(last);
                Files.copy(zip.getInputStream(entry), to, StandardCopyOption.REPLACE_EXISTING);
                brought.add(name + "/" + last);
            }
        }
        return brought;
    }
}
