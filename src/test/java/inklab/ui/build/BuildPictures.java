package inklab.ui.build;

import inklab.data.Catalogue;
import inklab.data.DataFolder;
import inklab.data.ink.InkDigits;
import inklab.engine.Engine;
import inklab.engine.dl4j.Dl4jEngine;
import inklab.recipe.Recipe;
import inklab.ui.Snapshots;
import inklab.ui.SomeRecipes;
import inklab.ui.Theme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Draws the workspace as it is, on real images and a real network, into {@code target/pictures}: to be looked at. */
public final class BuildPictures {
    private BuildPictures() {}

    /** @param args the data folder, then the pictures' names; none for all */
    public static void main(String[] args) {
        try {
            draw(args);
            System.exit(0);
        } catch (Exception | AssertionError fault) {
            fault.printStackTrace();
            System.exit(1);
        }
    }

    private static void draw(String[] args) throws Exception {
        InkDigits ink = InkDigits.open();
        CatalogueSpecimens specimens =
                new CatalogueSpecimens(new Catalogue(new DataFolder(Path.of(args[0])), ink, notice -> {}), ink);
        Engine engine = new Dl4jEngine();
        Looker looker = new EngineLooker(() -> engine);
        SpeedMeter meter =
                new EngineSpeedMeter(() -> engine, Runtime.getRuntime().availableProcessors());
        Recipe ciresan = SomeRecipes.CIRESAN;
        // Timed once, off the FX thread: every picture shows the same net.
        Optional<Speed> speed = meter.measure(ciresan, specimens.of(ciresan), () -> false);
        System.out.println(speed);
        SpeedMeter measured = (recipe, sample, cancelled) -> speed;
        Scenes scenes = new Scenes(specimens, looker, measured);
        Consumer<BuildBench> pool = bench -> {
            bench.workspace.model().choose(3);
            bench.workspace.model().add(LayerKind.MAX_POOL);
            bench.workspace.model().choose(2);
        };
        scenes.draw("build-light", 1440, 900, Theme.LIGHT, Locale.ENGLISH, ciresan, pool);
        if (args.length > 1) return;
        scenes.draw("build-dark", 1440, 900, Theme.DARK, Locale.ENGLISH, ciresan, bench -> {});
        scenes.draw("build-1280", 1280, 800, Theme.LIGHT, Locale.ENGLISH, ciresan, pool);
        scenes.draw("build-1920", 1920, 1080, Theme.LIGHT, Locale.ENGLISH, ciresan, bench -> {});
        scenes.draw("build-projector", 1440, 900, Theme.PROJECTOR, Locale.ENGLISH, ciresan, bench -> {});
        scenes.draw("build-chinese", 1440, 900, Theme.LIGHT, Locale.CHINESE, ciresan, pool);
        scenes.draw(
                "build-problems",
                1440,
                900,
                Theme.LIGHT,
                Locale.ENGLISH,
                BuildBench.recipe("1x28x28:relu-32C3-BN-MP2-R(32C3:same-16C3:same:id)-MP5-64C3-D0.5-128N:he-GAP"),
                bench -> {});
        scenes.draw(
                "build-empty",
                1440,
                900,
                Theme.DARK,
                Locale.ENGLISH,
                ciresan,
                bench -> bench.workspace.model().clear());
    }

    private record Scenes(Specimens specimens, Looker looker, SpeedMeter meter) {
        void draw(
                String name,
                int width,
                int height,
                Theme theme,
                Locale language,
                Recipe recipe,
                Consumer<BuildBench> then) {
            System.out.println(Snapshots.draw(name, width, height, theme, language, () -> {
                BuildBench bench = new BuildBench(recipe, language, specimens, looker, meter);
                bench.look.darkProperty().set(theme == Theme.DARK);
                bench.look.projectorProperty().set(theme == Theme.PROJECTOR);
                then.accept(bench);
                return bench.shell;
            }));
        }
    }
}
