package inklab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.engine.InitialWeights;
import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedTest {
    private final Recipe recipe = new Presets().find("quick-ink").orElseThrow();

    @Test
    void a_run_is_exported_as_it_is_and_classes_that_do_not_fit_are_numbered(@TempDir Path folder) throws IOException {
        Weights weights = InitialWeights.draw(Inference.of(recipe.net()), 3);
        RunFolder run = new RunFolder(folder.resolve("mine"));
        run.adopt(recipe, weights);
        Exported net = Exported.of(run, List.of("a", "b"));
        assertThat(net.name()).isEqualTo("mine");
        assertThat(net.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(net.measured()).isEmpty();
        assertThat(net.members().get(0).weights().get("0.weight").values())
                .containsExactly(weights.get("0.weight").values());
    }

    @Test
    void a_run_without_weights_is_refused(@TempDir Path folder) throws IOException {
        RunFolder run = new RunFolder(folder.resolve("mine"));
        run.promise(recipe);
        assertThatThrownBy(() -> Exported.of(run, List.of())).hasMessageContaining("no weights yet");
    }
}
