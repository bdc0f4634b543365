package inklab.recipe;

import inklab.distort.Distortion;
import inklab.net.NetSpec;

/**
 * All that a training run depends on: the same recipe gives the same weights.
 *
 * @param name short, as a file name: {@code ciresan-elastic}
 * @param says what it shows, in words
 */
public record Recipe(
        String name, String says, DataSettings data, Distortion distortion, NetSpec net, TrainingSettings training) {
    public Recipe withDistortion(Distortion distortion) {
        return new Recipe(name, says, data, distortion, net, training);
    }

    public Recipe withNet(NetSpec net) {
        return new Recipe(name, says, data, distortion, net, training);
    }

    public Recipe withData(DataSettings data) {
        return new Recipe(name, says, data, distortion, net, training);
    }

    public Recipe withTraining(TrainingSettings training) {
        return new Recipe(name, says, data, distortion, net, training);
    }
}
