package inklab.fuzz;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Feeds each reader with inputs that a coverage-guided fuzzer (Jazzer) makes up: {@code mvn -Pfuzz test-compile exec:exec}. Arguments: the
 * folder for what was tried and found, the seconds for each, then the targets' names; all when none is named.
 */
public final class FuzzRun {
    private FuzzRun() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int seconds = Integer.parseInt(args[1]);
        List<String> wanted = List.of(args).subList(2, args.length);
        int findings = 0;
        for (FuzzTargets target : FuzzTargets.all())
            if (wanted.isEmpty() || wanted.contains(target.name())) findings += fuzz(target, folder, seconds) ? 0 : 1;
        System.out.println(findings + " readers with findings");
        System.exit(findings == 0 ? 0 : 1);
    }

    private static boolean fuzz(FuzzTargets target, Path folder, int seconds) throws Exception {
        Path inputs = Files.createDirectories(folder.resolve(target.name()).resolve("inputs"));
        List<byte[]> seeds = target.seeds().call();
        for (int i = 0; i < seeds.size(); i++) Files.write(inputs.resolve("seed-" + i), seeds.get(i));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=inklab.**:io.jhdf.**",
                "--custom_hook_includes=inklab.**",
                "--reproducer_path=" + inputs.getParent(),
                "-artifact_prefix=" + inputs.getParent() + File.separator,
                "-max_total_time=" + seconds,
                "-rss_limit_mb=1500",
                "-timeout=600",
                "-max_len=30000",
                "-print_final_stats=1",
                inputs.toString()));
        Path log = inputs.resolveSibling("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        System.out.println(target.name() + ": exit " + exit);
        Files.readAllLines(log).stream()
                .filter(line ->
                        line.startsWith("stat::number_of_executed_units") || line.startsWith("== Java Exception"))
                .forEach(System.out::println);
        return exit == 0;
    }
}
