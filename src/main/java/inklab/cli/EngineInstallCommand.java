package inklab.cli;

import inklab.data.DataException;
import inklab.data.EngineFolder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the native libraries of an optional engine. */
@Command(
        description =
                "Fetches an optional engine's native libraries from Maven Central, or a mirror of it, into the data folder; checked, and resumed when cut off.")
final class EngineInstallCommand implements Callable<Integer> {
    private static final String MIRROR_VARIABLE = "INKLAB_MAVEN";

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "ENGINE",
            description = "torch, torch-gpu or cuda, the last two for NVIDIA's cards. See: engine list.")
    private String engine;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "A folder that holds the jars already, where there is no network.")
    private Path from;

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description =
                    "The base of a Maven repository to fetch from in place of Maven Central; $INKLAB_MAVEN when not given.")
    private String mirror;

    EngineInstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, DataException {
        if (from != null && mirror != null)
            throw CommandException.wrongInput("--from and --mirror name two sources: keep one of the two.");
        EngineFolder folder = new EngineFolder(surroundings.installedEngines(), repository());
        String system = EngineCommand.system(surroundings);
        EngineCommand.find(folder, system, engine);
        StatusLine status = new StatusLine(surroundings);
        if (!folder.has(engine, system)) folder.install(engine, system, from, DataOption.progress(status));
        status.clear();
        surroundings.out().println(engine + " is in " + folder.folder(engine) + ". See: devices.");
        if (engine.endsWith("-gpu"))
            surroundings.out().println("It needs CUDA 13 and cuDNN 9 from NVIDIA on this system.");
        if (engine.equals("cuda"))
            surroundings
                    .out()
                    .println("It is the engine dl4j on NVIDIA's cards: --device cuda. It needs NVIDIA's driver alone.");
        return Cli.DONE;
    }

    private URI repository() throws CommandException {
        String named = surroundings.environment().get(MIRROR_VARIABLE);
        if (mirror != null) return repository("--mirror", mirror);
        if (from == null && named != null && !named.isBlank()) return repository("$" + MIRROR_VARIABLE, named);
        return EngineFolder.CENTRAL;
    }

    private static URI repository(String what, String address) throws CommandException {
        try {
            URI uri = new URI(address.strip());
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
            if (web && plain && uri.getHost() != null)
                return address.strip().endsWith("/") ? uri : new URI(address.strip() + "/");
        } catch (URISyntaxException e) {
            // Refused below, like any other address that is of no use.
        }
        throw CommandException.wrongInput(what + " is " + address
                + ", which is no repository's address: give its base, such as https://maven.example.org/maven2.");
    }
}
