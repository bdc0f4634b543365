package inklab.ui.draw;

import inklab.engine.Network;
import inklab.net.Shape;
import inklab.recipe.Preparation;
import inklab.ui.widget.Picture;

/** A chosen net with a network of the pad's own. For the pad's thread alone. */
final class Voter implements AutoCloseable {
    private static final Shape FIELD = new Shape(1, 28, 28);

    private final Candidate net;
    private final Network network;
    private final Preparation preparation;

    Voter(Candidate net, Network network) {
        this.net = net;
        this.network = network;
        preparation = Preparation.of(net.recipe());
    }

    Candidate net() {
        return net;
    }

    /** @param field 28×28 bytes, 255 is full ink */
    Vote vote(byte[] field) {
        float[] answer = network.predict(preparation.numbers(preparation.apply(field, FIELD)), 1);
        double[] shares = new double[answer.length];
        for (int k = 0; k < shares.length; k++) shares[k] = answer[k];
        return new Vote(net, shares);
    }

    /** The field as this net is given it: in its own size and width. */
    Picture input(byte[] field) {
        Shape input = preparation.input();
        return new Picture(input.channels(), input.height(), input.width(), preparation.apply(field, FIELD));
    }

    @Override
    public void close() {
        network.close();
    }
}
