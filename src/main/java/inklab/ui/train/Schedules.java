package inklab.ui.train;

import inklab.net.Optimizer;
import inklab.recipe.Schedule;
import inklab.recipe.Schedule.Constant;
import inklab.recipe.Schedule.Cosine;
import inklab.recipe.Schedule.Exponential;
import inklab.recipe.Schedule.Linear;
import inklab.recipe.Schedule.Plateau;
import inklab.recipe.Schedule.StepDown;
import inklab.recipe.TrainingSettings;

/** Schedules and settings with one thing changed. */
final class Schedules {
    private Schedules() {}

    /** The same course at another height. */
    static Schedule scaled(Schedule s, double by) {
        if (s instanceof Exponential e) return new Exponential(tidy(e.rate() * by), e.factor(), e.floor() * by);
        if (s instanceof StepDown d) return new StepDown(tidy(d.rate() * by), d.factor(), d.every());
        if (s instanceof Linear l) return new Linear(tidy(l.rate() * by), l.last() * by);
        if (s instanceof Cosine c) return new Cosine(tidy(c.rate() * by), c.last() * by);
        if (s instanceof Plateau p) return new Plateau(tidy(p.rate() * by), p.factor(), p.patience(), p.floor() * by);
        return new Constant(tidy(s.rate() * by));
    }

    /** 0.1 × 0.2 is 0.02, not 0.020000000000000004. */
    private static double tidy(double rate) {
        return Double.parseDouble(Float.toString((float) rate));
    }

    /** The kinds, in the order they are offered. */
    static Schedule ofKind(int kind, double rate, int epochs) {
        return switch (kind) {
            case 1 -> new Exponential(rate, 0.95, 0);
            case 2 -> new StepDown(rate, 0.1, Math.max(1, epochs / 3));
            case 3 -> new Linear(rate, 0);
            case 4 -> new Cosine(rate, 0);
            case 5 -> new Plateau(rate, 0.5, 5, 0);
            default -> new Constant(rate);
        };
    }

    static int kind(Schedule s) {
        if (s instanceof Exponential) return 1;
        if (s instanceof StepDown) return 2;
        if (s instanceof Linear) return 3;
        if (s instanceof Cosine) return 4;
        return s instanceof Plateau ? 5 : 0;
    }

    /** The usual optimisers, in the order they are offered. */
    static Optimizer optimizer(int kind) {
        return switch (kind) {
            case 1 -> new Optimizer.Momentum(0.9);
            case 2 -> new Optimizer.Nesterov(0.9);
            case 3 -> new Optimizer.RmsProp(0.9, 1e-8);
            case 4 -> new Optimizer.Adam(0.9, 0.999, 1e-8);
            default -> new Optimizer.Sgd();
        };
    }

    static int kind(Optimizer o) {
        if (o instanceof Optimizer.Momentum) return 1;
        if (o instanceof Optimizer.Nesterov) return 2;
        if (o instanceof Optimizer.RmsProp) return 3;
        return o instanceof Optimizer.Adam ? 4 : 0;
    }

    static TrainingSettings with(TrainingSettings t, Schedule schedule) {
        return new TrainingSettings(
                t.batch(), t.epochs(), t.minutes(), t.patience(), t.optimizer(), schedule, t.l2(), t.clip(), t.seed());
    }

    static TrainingSettings with(TrainingSettings t, Optimizer optimizer) {
        return new TrainingSettings(
                t.batch(), t.epochs(), t.minutes(), t.patience(), optimizer, t.schedule(), t.l2(), t.clip(), t.seed());
    }

    static TrainingSettings withBatch(TrainingSettings t, int batch) {
        return new TrainingSettings(
                batch, t.epochs(), t.minutes(), t.patience(), t.optimizer(), t.schedule(), t.l2(), t.clip(), t.seed());
    }

    static TrainingSettings withPatience(TrainingSettings t, int patience) {
        return new TrainingSettings(
                t.batch(), t.epochs(), t.minutes(), patience, t.optimizer(), t.schedule(), t.l2(), t.clip(), t.seed());
    }

    static TrainingSettings withMinutes(TrainingSettings t, double minutes) {
        return new TrainingSettings(
                t.batch(), t.epochs(), minutes, t.patience(), t.optimizer(), t.schedule(), t.l2(), t.clip(), t.seed());
    }

    static TrainingSettings withL2(TrainingSettings t, double l2) {
        return new TrainingSettings(
                t.batch(), t.epochs(), t.minutes(), t.patience(), t.optimizer(), t.schedule(), l2, t.clip(), t.seed());
    }

    static TrainingSettings withClip(TrainingSettings t, double clip) {
        return new TrainingSettings(
                t.batch(), t.epochs(), t.minutes(), t.patience(), t.optimizer(), t.schedule(), t.l2(), clip, t.seed());
    }
}
