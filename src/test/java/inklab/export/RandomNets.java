package inklab.export;

import inklab.distort.Distortion;
import inklab.engine.Engine;
import inklab.engine.Network;
import inklab.engine.NetworkSettings;
import inklab.engine.WeightLayout;
import inklab.engine.Weights;
import inklab.net.Inference;
import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.recipe.Presets;
import inklab.recipe.Recipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Nets of all kinds of layers with weights by chance, and what Inklab itself answers to images by chance. */
final class RandomNets {
    static final int IMAGES = 5;
    private static final String[] ACTIVATIONS = {
        "tanh", "stanh", "relu", "lrelu", "sigmoid", "elu", "gelu", "swish", "id"
    };

    /** A net, images for it, and Inklab's probabilities. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Case(Exported net, float[] images, float[] probabilities) {
        NetSpec spec() {
            return net.members().get(0).recipe().net();
        }

        @Override
        public String toString() {
            return Notation.print(spec());
        }
    }

    private RandomNets() {}

    /** All kinds of layers for certain, then so many more by chance. */
    static List<Case> cases(Engine engine, int count) {
        List<String> texts = new ArrayList<>(List.of(
                "1x29x29-20C4-MP2-40C5-MP3-150N-10N",
                "2x9x11:stanh-3C4/2:same-5C2:same:gelu-LP2/1-AP3/2-BN-7N:swish-BN-4N",
                "3x12x12:relu:same-6C3-BN-MP2-R(6C3-BN-R(6C2:lrelu)-D0.3-6C3:id)-relu-GAP-elu-5N",
                "784:sigmoid-20N-D0.5-R(20N:stanh-20N:id)-BN-stanh-10N",
                "1x7x7-4C7-BN-R(4N)-6C1-3N"));
        Random random = new Random(11);
        while (texts.size() < count) texts.add(draw(random));
        List<Case> cases = new ArrayList<>();
        for (String text : texts) {
            Optional<NetSpec> net =
                    Notation.parse(text).net().filter(spec -> Inference.of(spec).isSound());
            if (net.isPresent()) cases.add(of(engine, net.get(), random));
        }
        return cases;
    }

    private static String draw(Random random) {
        StringBuilder text = new StringBuilder();
        text.append(1 + random.nextInt(3) + "x" + (6 + random.nextInt(12)) + "x" + (6 + random.nextInt(12)));
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int maps = 1 + random.nextInt(6);
            String f = ":" + ACTIVATIONS[random.nextInt(ACTIVATIONS.length)];
            text.append('-')
                    .append(
                            switch (random.nextInt(9)) {
                                case 0 -> maps + "C" + (1 + random.nextInt(4)) + f;
                                case 1, 2 ->
                                    maps + "C" + (1 + random.nextInt(5)) + "/" + (1 + random.nextInt(3)) + ":same" + f;
                                case 3 -> "MP" + (2 + random.nextInt(2)) + "/" + (1 + random.nextInt(3));
                                case 4 -> "AP2-" + f.substring(1);
                                case 5 -> "LP" + (2 + random.nextInt(2));
                                case 6 -> "BN-D0.25";
                                default -> maps + "C3:same-R(" + maps + "C3:same" + f + "-BN-" + f.substring(1) + ")";
                            });
        }
        if (random.nextBoolean()) text.append(random.nextBoolean() ? "-GAP" : "-9N:stanh-BN");
        return text + "-" + (2 + random.nextInt(9)) + "N";
    }

    /** The net with weights by chance; statistics of batch normalisation as no fresh net has them. */
    static Case of(Engine engine, NetSpec spec, Random random) {
        Recipe base = new Presets().find("quick-ink").orElseThrow();
        Recipe recipe = new Recipe("net", "", base.data(), Distortion.NONE, spec, base.training());
        try (Network network = engine.network(spec, NetworkSettings.forPredicting())) {
            Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
            for (WeightLayout.Entry entry : WeightLayout.of(Inference.of(spec)).entries()) {
                float[] values = network.weights().get(entry.name()).values().clone();
                if (entry.role() != WeightLayout.Role.WEIGHT)
                    for (int i = 0; i < values.length; i++)
                        values[i] = entry.name().endsWith("running_var")
                                ? 0.5f + random.nextFloat()
                                : values[i] + 0.5f * (float) random.nextGaussian();
                tensors.put(entry.name(), new Weights.Tensor(entry.shape(), values));
            }
            Weights weights = new Weights(tensors);
            network.load(weights);
            float[] images = new float[IMAGES * spec.input().size()];
            for (int i = 0; i < images.length; i++) images[i] = random.nextFloat();
            int classes =
                    Inference.of(spec).shapes().get(spec.layers().size() - 1).size();
            List<String> names = new ArrayList<>();
            for (int k = 0; k < classes; k++) names.add("class " + k);
            Exported net = new Exported(
                    "net", List.of(new Exported.Member("net", recipe, weights)), names, "Misreads nothing.");
            return new Case(net, images, network.predict(images, IMAGES));
        }
    }
}
