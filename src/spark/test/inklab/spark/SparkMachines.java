package inklab.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A standalone Spark master and workers on loopback, started from the Spark jars of the class path. */
final class SparkMachines implements AutoCloseable {
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final Path folder;
    private final Path home;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    SparkMachines(Path folder) throws Exception {
        this.folder = folder;
        this.home = home(folder.resolve("spark"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "" + port);
        // It opens its port before it listens to anybody.
        for (int i = 0; i < 1200 && !isAlive(); i++) Thread.sleep(100);
    }

    String master() {
        return "spark://127.0.0.1:" + port;
    }

    /** A worker of one core. */
    Process worker(String name) throws IOException {
        return start(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "1",
                "--memory",
                "2g",
                "--work-dir",
                folder.resolve(name + "-work").toString(),
                master());
    }

    /** As a power cut would: the worker, and what it had started. */
    static void kill(Process worker) {
        List<ProcessHandle> all = new ArrayList<>(List.of(worker.toHandle()));
        worker.descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) each.onExit().join();
    }

    private boolean isAlive() throws IOException {
        Path log = folder.resolve("master.log");
        return Files.exists(log) && Files.readString(log).contains("New state: ALIVE");
    }

    /** Spark's own jars, and none of Inklab's: what machines have installed. */
    private static Path home(Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            boolean inklabs = entry.matches(".*(nd4j|deeplearning4j|bytedeco|openjfx|javafx|inklab|slf4j-nop).*");
            boolean there = !entry.isEmpty() && Files.isRegularFile(jar) && !inklabs;
            Path link = jars.resolve(String.valueOf(jar.getFileName()));
            if (there && !Files.exists(link)) Files.createSymbolicLink(link, jar.toRealPath());
        }
        return home;
    }

    private Process start(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC"));
        for (String opened : OPENED) command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        command.add("-Dspark.master.rest.enabled=false");
        command.addAll(List.of("-cp", home.resolve("jars") + "/*", main, "--webui-port", "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_NO_DAEMONIZE", "1");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) kill(processes.get(i));
    }
}
