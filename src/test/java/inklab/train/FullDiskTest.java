package inklab.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import inklab.engine.tiny.TinyEngine;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.NetSpec;
import inklab.net.Shape;
import inklab.net.WeightInit;
import inklab.recipe.Recipe;
import inklab.train.Trainer.Habits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up in the midst of a checkpoint, played by the shell's limit on the size of a file. */
class FullDiskTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    Path runs;

    /** Trains in a folder for so many epochs, and prints the result's hash or the fault's sentence. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) {
            try {
                System.out.println(train(Path.of(args[0]), Integer.parseInt(args[1])));
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static String train(Path folder, int epochs) throws IOException {
        NetSpec wide = new NetSpec(
                new Shape(1, 6, 6),
                List.of(
                        new LayerSpec.Dense(900, Activation.TANH, WeightInit.GLOROT),
                        new LayerSpec.Output(4, WeightInit.GLOROT)));
        Recipe recipe = Tiny.recipe(epochs).withNet(wide);
        TrainingJob job =
                new TrainingJob(recipe, new RunFolder(folder), (r, cancelled) -> Tiny.data(), Habits.onCpu(1), true);
        return job.run(new TinyEngine()).weightsSha256();
    }

    @Test
    void the_checkpoint_before_stays_whole_and_training_goes_on_from_it_when_there_is_room() throws Exception {
        assumeTrue(Files.exists(SHELL), "there is no /bin/sh on this system");
        Path folder = runs.resolve("a");
        String two = train(folder, 2);
        Path checkpoint = folder.resolve("checkpoints/epoch-0002");
        assertThat(Files.size(checkpoint.resolve("weights.safetensors"))).isGreaterThan(130_000);

        ProcessBuilder child = Children.java(Child.class, folder.toString(), "4");
        // 128 blocks of 512 or 1024 bytes: enough for the log, half a file of weights, or all but its end.
        child.command().addAll(0, List.of(SHELL.toString(), "-c", "ulimit -f 128 && exec \"$@\"", "sh"));
        Process process = child.start();
        String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(says)
                .startsWith("Cannot write " + folder.resolve("checkpoints"))
                .contains("free some disk space", "resume the run");

        assertThat(new RunFolder(folder).last().orElseThrow().folder()).isEqualTo(checkpoint);
        assertThat(new RunFolder(folder).last().orElseThrow().weightsSha256()).isEqualTo(two);
        assertThat(train(folder, 4)).isEqualTo(train(runs.resolve("b"), 4));
    }
}
