package inklab.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A standalone Spark master and workers on loopback, started from Spark's own jars, which the build has laid together. */
final class SparkMachines implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("inklab.spark.home"));
    private static final Path ARGUMENTS = Path.of("packaging", "spark.args").toAbsolutePath();

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    SparkMachines(Path folder) throws Exception {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "" + port);
        // It opens its port before it listens to anybody.
        for (int i = 0; i < 1200 && !isAlive(); i++) Thread.sleep(100);
        if (!isAlive())
            throw new IOException("The master did not start: " + Files.readString(folder.resolve("master.log")));
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

    /** As a power cut would: a machine, and what it had started. */
    static void kill(Process worker) {
        List<ProcessHandle> all = new ArrayList<>(List.of(worker.toHandle()));
        worker.descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) each.onExit().join();
    }

    /** Holds a machine at a standstill, with all that it has started. */
    static void freeze(Process worker) throws IOException, InterruptedException {
        signal("-STOP", worker);
    }

    /** Lets it go on. */
    static void thaw(Process worker) throws IOException, InterruptedException {
        signal("-CONT", worker);
    }

    private static void signal(String signal, Process worker) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal, "" + worker.pid()));
        worker.descendants().forEach(each -> command.add("" + each.pid()));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private boolean isAlive() throws IOException {
        Path log = folder.resolve("master.log");
        return Files.exists(log) && Files.readString(log).contains("New state: ALIVE");
    }

    private Process start(String name, String main, String... arguments) throws IOException {
        List<String> command = java("-Dspark.master.rest.enabled=false");
        command.addAll(List.of("-cp", HOME.resolve("jars") + "/*", main, "--webui-port", "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", HOME.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_NO_DAEMONIZE", "1");
        // Executors inherit it: what a worker's executor has in work lies in a folder of the worker's.
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + Files.createDirectories(work(name)));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Where a worker's executor trains its members. */
    Path work(String worker) {
        return folder.resolve(worker + "-tmp");
    }

    /** A driver as README starts one, in a process of its own: the command line, {@code sweep} and what follows. */
    Process driver(Path log, String... arguments) throws IOException {
        List<String> command = java("-Xmx1g");
        String jar = Path.of(URI.create(System.getProperty("spark.jars"))).toString();
        command.addAll(List.of("-cp", HOME.resolve("jars") + "/*" + File.pathSeparator + jar, "inklab.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private static List<String> java(String more) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArrayList<>(List.of(java, "-Xmx512m", "-XX:+UseSerialGC", "@" + ARGUMENTS, more));
    }

    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) kill(processes.get(i));
    }
}
