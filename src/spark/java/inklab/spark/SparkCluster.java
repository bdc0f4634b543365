package inklab.spark;

import inklab.sweep.Cluster;
import inklab.sweep.Crew;
import inklab.sweep.SweepFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;

/** Apache Spark. */
public final class SparkCluster implements Cluster {
    private static final int CONNECT_MILLIS = 4000;
    private static final int ANSWER_SECONDS = 10;
    /** On a busy machine Spark takes its time to start; a queue of yarn may be long. */
    private static final int LONGEST_SECONDS = 300;

    private static final Pattern HOST = Pattern.compile("(?:k8s://)?(?:spark|https?)://([^:/,]+|\\[[^]]+]):(\\d+).*");

    /** A Spark that is starting, to be stopped if it comes too late. */
    private static final class Starting {
        private final CompletableFuture<JavaSparkContext> context = new CompletableFuture<>();

        Starting(SparkConf conf) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            JavaSparkContext started = new JavaSparkContext(conf);
                            if (!context.complete(started)) started.stop();
                        } catch (RuntimeException | Error e) {
                            context.completeExceptionally(e);
                        }
                    },
                    "inklab-spark-start");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public Crew open(String master, String data, SweepFolder folder, String shared) throws IOException {
        if (!master.matches("local(\\[.*])?|yarn|spark://.+|k8s://.+"))
            throw new IOException("“" + master
                    + "” is no Spark master: give spark://HOST:7077, local[2], yarn or k8s://https://HOST:PORT.");
        reach(master);
        String place = shared == null ? Cluster.address(folder.path()) : shared;
        place(place);
        place(data);
        JavaSparkContext context = context(master, conf(master, folder));
        return new SparkCrew(context, master, data, place, folder);
    }

    private static void place(String address) throws IOException {
        try {
            if (new URI(address).getScheme() != null) return;
        } catch (URISyntaxException e) {
            throw new IOException(
                    address + " is no address: give file:///FOLDER, hdfs://HOST/FOLDER or s3a://BUCKET.", e);
        }
        throw new IOException(address + " has no scheme: give file:///FOLDER, hdfs://HOST/FOLDER or s3a://BUCKET.");
    }

    /** Spark itself would try for a minute before it gives up. */
    private static void reach(String master) throws IOException {
        Matcher host = HOST.matcher(master);
        if (!host.matches()) return;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.group(1), Integer.parseInt(host.group(2))), CONNECT_MILLIS);
        } catch (IOException | IllegalArgumentException e) {
            throw silent(master, e);
        }
    }

    private static JavaSparkContext context(String master, SparkConf conf) throws IOException {
        if (master.startsWith("spark:")) ask(master, conf);
        Starting starting = new Starting(conf);
        try {
            return starting.context.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // If it comes yet, it is stopped.
            starting.context.completeExceptionally(e);
            throw silent(master, e);
        } catch (ExecutionException e) {
            throw new IOException(
                    "Spark could not be started on " + master + " ("
                            + e.getCause().getMessage() + "): check the master's address and its log.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Left off.", e);
        }
    }

    /** Asks a standalone master whether it is one; Spark itself would go on asking for a minute. */
    private static void ask(String master, SparkConf conf) throws IOException {
        SparkConf asking = conf.clone().set("spark.rpc.lookupTimeout", ANSWER_SECONDS + "s");
        SecurityManager security = new SecurityManager(
                asking, SecurityManager.$lessinit$greater$default$2(), SecurityManager.$lessinit$greater$default$3());
        RpcEnv line =
                RpcEnv.create("inklab-asks", InetAddress.getLocalHost().getHostAddress(), 0, asking, security, true);
        try {
            // Several may stand by for each other.
            for (String one : master.substring("spark://".length()).split(",", -1))
                if (answers(line, "spark://" + one)) return;
        } finally {
            line.shutdown();
        }
        throw silent(master, null);
    }

    private static boolean answers(RpcEnv line, String master) {
        try {
            return line.setupEndpointRef(RpcAddress.fromSparkURL(master), "Master") != null;
        } catch (RuntimeException e) {
            return false;
        } catch (Exception e) {
            // Scala throws SparkException without declaring it.
            return false;
        }
    }

    private static IOException silent(String master, Exception cause) {
        return new IOException(
                "The Spark master " + master + " does not answer: check that it runs, its host and its port.", cause);
    }

    private static SparkConf conf(String master, SweepFolder folder) throws IOException {
        SparkConf conf = new SparkConf()
                .setMaster(master)
                .setAppName("Inklab " + folder.name())
                // A lost machine is no fault of the member's; the task goes on elsewhere from its checkpoint.
                .setIfMissing("spark.task.maxFailures", "20")
                .setIfMissing("spark.speculation", "false")
                .setIfMissing("spark.log.level", "ERROR")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                // One OpenMP thread within an operation: the engine uses the cores itself.
                .setIfMissing("spark.executorEnv.OMP_NUM_THREADS", "1")
                .setIfMissing("spark.network.timeout", "60s");
        Path jar = ownJar();
        if (jar != null) conf.setIfMissing("spark.jars", jar.toUri().toString());
        return conf;
    }

    /** The assembly that this class lies in; null when it runs from class files. */
    private static Path ownJar() throws IOException {
        try {
            Path code = Path.of(SparkCluster.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(code) ? code : null;
        } catch (URISyntaxException e) {
            throw new IOException("Inklab's own jar has an odd name: move it to a plain folder.", e);
        }
    }
}
