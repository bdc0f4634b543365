package inklab.recipe;

import inklab.distort.Distortion;
import inklab.distort.Elastic;
import inklab.net.Activation;
import inklab.net.LayerSpec;
import inklab.net.LayerSpec.Conv;
import inklab.net.LayerSpec.Dense;
import inklab.net.LayerSpec.Output;
import inklab.net.LayerSpec.Padding;
import inklab.net.NetSpec;
import inklab.net.Optimizer;
import inklab.net.Shape;
import inklab.net.WeightInit;
import inklab.recipe.DataSettings.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sound recipes by chance. */
final class RandomRecipes {
    private RandomRecipes() {}

    static Recipe recipe(Random random) {
        String dataset = pick(random, "ink", "mnist", "fashion-mnist", "cifar-10", "pictures/my cats");
        boolean digits = dataset.equals("mnist") || dataset.startsWith("pictures/");
        return new Recipe(
                "net-" + random.nextInt(1000) + pick(random, "", " é", "数字"),
                pick(random, "", "Shows \"this\"\nand \\ that.", "x".repeat(300)),
                new DataSettings(
                        dataset,
                        random.nextInt(30_000),
                        1 + random.nextInt(20_000),
                        digits && random.nextBoolean() ? random.nextInt(20_000) : 0,
                        random.nextBoolean() ? 0 : 4 + random.nextInt(20),
                        pick(random, Pixels.values())),
                distortion(random),
                net(random),
                new TrainingSettings(
                        1 + random.nextInt(256),
                        1 + random.nextInt(800),
                        random.nextBoolean() ? 0 : random.nextDouble() * 60,
                        random.nextInt(10),
                        optimizer(random),
                        schedule(random),
                        random.nextBoolean() ? 0 : random.nextDouble() * 1e-4,
                        random.nextBoolean() ? 0 : random.nextDouble() * 10,
                        random.nextBoolean() ? 1 : random.nextLong()));
    }

    private static Distortion distortion(Random random) {
        if (random.nextInt(4) == 0) return Distortion.NONE;
        return new Distortion(
                new Elastic(
                        0.1 + random.nextInt(100) / 10.0,
                        random.nextInt(40),
                        pick(random, Elastic.Noise.values()),
                        pick(random, Elastic.Field.values())),
                random.nextInt(20),
                random.nextInt(5) / 20.0,
                random.nextInt(5) / 20.0,
                random.nextDouble() * 20,
                random.nextInt(3),
                random.nextInt(3),
                random.nextInt(3) / 10.0,
                random.nextBoolean());
    }

    private static NetSpec net(Random random) {
        List<LayerSpec> layers = new ArrayList<>();
        WeightInit init = new WeightInit(pick(random, WeightInit.Kind.values()), 0.01 + random.nextDouble());
        Activation activation = pick(random, Activation.values());
        for (int i = random.nextInt(3); i > 0; i--)
            layers.add(new Conv(
                    1 + random.nextInt(30),
                    1 + random.nextInt(5),
                    1,
                    pick(random, Padding.values()),
                    activation,
                    init));
        for (int i = random.nextInt(3); i > 0; i--) layers.add(new Dense(1 + random.nextInt(300), activation, init));
        layers.add(new Output(10, WeightInit.GLOROT));
        return new NetSpec(new Shape(pick(random, 1, 3), 28 + random.nextInt(5), 28 + random.nextInt(5)), layers);
    }

    private static Optimizer optimizer(Random random) {
        double share = pick(random, 0.9, 0.0, 0.99, random.nextDouble());
        double epsilon = pick(random, 1e-8, 1e-7, random.nextDouble() + 1e-9);
        return switch (random.nextInt(5)) {
            case 0 -> new Optimizer.Sgd();
            case 1 -> new Optimizer.Momentum(share);
            case 2 -> new Optimizer.Nesterov(share);
            case 3 -> new Optimizer.RmsProp(share, epsilon);
            default -> new Optimizer.Adam(share, random.nextBoolean() ? 0.999 : random.nextDouble(), epsilon);
        };
    }

    private static Schedule schedule(Random random) {
        double rate = pick(random, 0.1, 1e-3, random.nextDouble() + 1e-6);
        double factor = pick(random, 0.5, 0.993, 1.0);
        double floor = pick(random, 0.0, rate / 3);
        return switch (random.nextInt(6)) {
            case 0 -> new Schedule.Constant(rate);
            case 1 -> new Schedule.Exponential(rate, factor, floor);
            case 2 -> new Schedule.StepDown(rate, factor, 1 + random.nextInt(9));
            case 3 -> new Schedule.Linear(rate, floor);
            case 4 -> new Schedule.Cosine(rate, floor);
            default -> new Schedule.Plateau(rate, factor, 1 + random.nextInt(9), floor);
        };
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
