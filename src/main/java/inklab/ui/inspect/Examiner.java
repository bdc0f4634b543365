package inklab.ui.inspect;

import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.recipe.Recipe;
import inklab.train.EpochOutputs;
import inklab.train.Outputs;
import inklab.train.Scorer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What a net answered to all images after an epoch: as the run kept it, or read once more, on a network of its own. The answers of epochs
 * looked at are remembered. For one thread at a time.
 */
final class Examiner implements AutoCloseable {
    /** Ten thousand images of ten classes are half a megabyte. */
    private static final int REMEMBERED = 64;

    /** @param images null while, or because, they are not to be had */
    record Ask(Subject subject, int epoch, TestImages images) {}

    private record Key(Choice choice, int epoch) {}

    private final Supplier<? extends Engine> engine;
    private final WeightCache cache;
    private final int threads;
    private final Map<Key, Score> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Score> eldest) {
            return size() > REMEMBERED;
        }
    };
    private Recipe recipe;
    private Network network;

    Examiner(Supplier<? extends Engine> engine, WeightCache cache, int threads) {
        this.engine = engine;
        this.cache = cache;
        this.threads = threads;
    }

    /** What is known without reading anything. */
    Optional<Score> remembered(Subject subject, int epoch) {
        synchronized (known) {
            return Optional.ofNullable(known.get(new Key(subject.choice(), epoch)));
        }
    }

    /**
     * @param cancelled asked now and then whether to leave off
     * @return empty when left off, or when nothing was kept and there are no images to read
     * @throws IOException in one sentence, when the epoch's files cannot be read
     */
    Optional<Score> examine(Ask ask, BooleanSupplier cancelled) throws IOException {
        Optional<Score> before = remembered(ask.subject(), ask.epoch());
        if (before.isPresent()) return before;
        Optional<Score> score = kept(ask);
        if (score.isEmpty() && ask.images() != null) score = read(ask, cancelled);
        score.ifPresent(found -> {
            synchronized (known) {
                known.put(new Key(ask.subject().choice(), ask.epoch()), found);
            }
        });
        return score;
    }

    private static Optional<Score> kept(Ask ask) throws IOException {
        Optional<EpochOutputs> kept = ask.subject().pages().outputs(ask.epoch());
        if (kept.isEmpty()) return Optional.empty();
        boolean test = kept.get().test().size() > 0;
        Outputs outputs = test ? kept.get().test() : kept.get().validation();
        if (outputs.size() == 0) return Optional.empty();
        return Optional.of(Score.of(ask.subject().choice(), ask.epoch(), test, outputs));
    }

    private Optional<Score> read(Ask ask, BooleanSupplier cancelled) throws IOException {
        Recipe wanted = ask.subject().recipe();
        if (recipe == null || !recipe.net().equals(wanted.net())) {
            close();
            network = engine.get().network(wanted.net(), NetworkSettings.forReading(threads));
        }
        recipe = wanted;
        network.load(cache.get(ask.subject(), ask.epoch()));
        return new Scorer(wanted.data().pixels())
                .score(network, ask.images().set(), cancelled)
                .map(outputs -> Score.of(
                        ask.subject().choice(), ask.epoch(), ask.images().test(), outputs));
    }

    /** Forgets everything: other files may lie under the same names. */
    void forget() {
        synchronized (known) {
            known.clear();
        }
    }

    @Override
    public void close() {
        if (network != null) network.close();
        network = null;
        recipe = null;
    }
}
