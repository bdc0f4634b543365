package inklab.fuzz;

import inklab.data.ArchiveFuzz;
import inklab.data.CifarFuzz;
import inklab.data.IdxFuzz;
import inklab.data.PictureFuzz;
import inklab.engine.SafetensorsFuzz;
import inklab.evaluate.CommitteeFuzz;
import inklab.export.KerasFuzz;
import inklab.net.NotationFuzz;
import inklab.pad.StrokesFuzz;
import inklab.recipe.RecipeFuzz;
import inklab.recipe.ResultsFuzz;
import inklab.sweep.SweepFuzz;
import inklab.train.RunFuzz;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * A reader of files from elsewhere, as a fuzzer feeds it.
 *
 * @param name of its folder of inputs in the tests' resources
 * @param type the class whose {@code fuzzerTestOneInput} takes an input
 */
record FuzzTargets(String name, Class<?> type, Consumer<byte[]> feed, Callable<List<byte[]>> seeds) {
    static List<FuzzTargets> all() {
        List<FuzzTargets> all = new ArrayList<>();
        all.add(new FuzzTargets("recipe", RecipeFuzz.class, RecipeFuzz::fuzzerTestOneInput, RecipeFuzz::seeds));
        all.add(new FuzzTargets("notation", NotationFuzz.class, NotationFuzz::fuzzerTestOneInput, NotationFuzz::seeds));
        all.add(new FuzzTargets("idx", IdxFuzz.class, IdxFuzz::fuzzerTestOneInput, IdxFuzz::seeds));
        all.add(new FuzzTargets("cifar", CifarFuzz.class, CifarFuzz::fuzzerTestOneInput, CifarFuzz::seeds));
        all.add(new FuzzTargets(
                "safetensors", SafetensorsFuzz.class, SafetensorsFuzz::fuzzerTestOneInput, SafetensorsFuzz::seeds));
        all.add(new FuzzTargets("strokes", StrokesFuzz.class, StrokesFuzz::fuzzerTestOneInput, StrokesFuzz::seeds));
        all.add(new FuzzTargets("keras", KerasFuzz.class, KerasFuzz::fuzzerTestOneInput, KerasFuzz::seeds));
        all.add(new FuzzTargets("sweep", SweepFuzz.class, SweepFuzz::fuzzerTestOneInput, SweepFuzz::seeds));
        all.add(new FuzzTargets("results", ResultsFuzz.class, ResultsFuzz::fuzzerTestOneInput, ResultsFuzz::seeds));
        all.add(new FuzzTargets(
                "committee", CommitteeFuzz.class, CommitteeFuzz::fuzzerTestOneInput, CommitteeFuzz::seeds));
        all.add(new FuzzTargets("run", RunFuzz.class, RunFuzz::fuzzerTestOneInput, RunFuzz::seeds));
        all.add(new FuzzTargets("picture", PictureFuzz.class, PictureFuzz::fuzzerTestOneInput, PictureFuzz::seeds));
        all.add(new FuzzTargets("archive", ArchiveFuzz.class, ArchiveFuzz::fuzzerTestOneInput, ArchiveFuzz::seeds));
        return all;
    }
}
