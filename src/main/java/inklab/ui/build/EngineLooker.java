package inklab.ui.build;

import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.Weights;
import inklab.net.Cost;
import inklab.net.Inference;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Output;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import inklab.net.WeightInit;
import inklab.recipe.Preparation;
import inklab.recipe.Recipe;
import inklab.train.Checkpoint;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks through a real network. Of a net with mistakes it shows the layers before the first of them. */
public final class EngineLooker implements Looker {
    /** More weights than this take too long to draw for a look in passing: 20 M numbers are a fifth of a second. */
    private static final long MOST_WEIGHTS = 20_000_000;

    private static final long MOST_ACTIVATIONS = 200L << 20;

    private final Supplier<? extends Engine> engine;

    /** @param engine asked off the FX thread; the first answer may take seconds */
    public EngineLooker(Supplier<? extends Engine> engine) {
        this.engine = engine;
    }

    @Override
    public Optional<Depths> look(Recipe recipe, Specimen specimen, Optional<Path> run) {
        Shape in = recipe.net().input();
        if (in.channels() < 1 || in.height() < 1 || in.width() < 1) return Optional.empty();
        Preparation preparation = Preparation.of(recipe);
        byte[] prepared;
        try {
            prepared = preparation.apply(specimen.pixels(), specimen.shape());
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
        NetSpec sound = soundPart(recipe.net());
        int shown = Math.min(sound.layers().size(), recipe.net().layers().size());
        if (sound.layers().size() > recipe.net().layers().size()
                || !sound.layers().equals(recipe.net().layers()))
            shown = sound.layers().size() - 1;
        if (shown == 0) return Optional.of(new Depths(recipe.net(), prepared, List.of(), false));
        Inference inference = Inference.of(sound);
        Cost.Layer cost = Cost.of(inference).total();
        if (cost.parameters() > MOST_WEIGHTS || cost.activationBytes() > MOST_ACTIVATIONS) return Optional.empty();
        NetworkSettings settings =
                new NetworkSettings(new Optimizer.Sgd(), 0, 0, recipe.training().seed(), 1, 1, "cpu");
        try (Network network = engine.get().network(sound, settings)) {
            Optional<Weights> trained =
                    sound.equals(recipe.net()) ? run.flatMap(r -> weights(r, sound)) : Optional.empty();
            trained.ifPresent(network::load);
            List<float[]> seen = network.activations(preparation.numbers(prepared));
            List<float[]> blank = network.activations(preparation.numbers(new byte[prepared.length]));
            List<Depths.Layer> layers = new ArrayList<>();
            for (int i = 0; i < shown; i++) {
                float[] values = seen.get(i).clone();
                if (!(sound.layers().get(i) instanceof Output))
                    for (int k = 0; k < values.length; k++) values[k] -= blank.get(i)[k];
                layers.add(new Depths.Layer(inference.output(i).orElseThrow(), values));
            }
            return Optional.of(new Depths(recipe.net(), prepared, layers, trained.isPresent()));
        }
    }

    /** The net itself when it is sound; else its first layers, up to the first mistake, with an output that makes them a net. */
    private static NetSpec soundPart(NetSpec net) {
        if (Inference.of(net).isSound()) return net;
        int sound = 0;
        NetSpec part = ended(net, 0);
        while (sound < net.layers().size() && !(net.layers().get(sound) instanceof Output)) {
            NetSpec longer = ended(net, sound + 1);
            if (!Inference.of(longer).isSound()) break;
            part = longer;
            sound++;
        }
        return part;
    }

    private static NetSpec ended(NetSpec net, int layers) {
        List<LayerSpec> first = new ArrayList<>(net.layers().subList(0, layers));
        first.add(new Output(10, WeightInit.GLOROT));
        return new NetSpec(net.input(), first);
    }

    /** The run's best weights, or its last, if it trained this net; a run that cannot be read is as good as none here. */
    private static Optional<Weights> weights(Path run, NetSpec net) {
        try {
            RunFolder folder = new RunFolder(run);
            if (!folder.recipe().net().equals(net)) return Optional.empty();
            Optional<Checkpoint> checkpoint = folder.best();
            if (checkpoint.isEmpty()) checkpoint = folder.last();
            return checkpoint.isEmpty()
                    ? Optional.empty()
                    : Optional.of(checkpoint.get().weights());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
