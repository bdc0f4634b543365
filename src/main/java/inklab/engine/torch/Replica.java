package inklab.engine.torch;

import inklab.engine.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** One thread's way of computing chunks: the tensors that Java writes images and labels into, and the layers over shared weights. */
final class Replica implements AutoCloseable {
    private static final int SUM = 2; // at::Reduction::Sum

    private final Place place;
    private final Layers layers;
    private final List<String> learned;
    private final Map<String, Tensor> weights;
    private final int size;
    private final Tensor images;
    private final FloatPointer imageNumbers;
    private final Tensor labels;
    private final LongPointer labelNumbers;

    /**
     * What a chunk came to.
     *
     * @param loss summed over its images
     * @param errors misread images
     * @param gradients of the mini-batch's mean loss, and what running statistics take up, to be {@link Place#drop dropped}
     * @param shown the layers' outputs where they were asked for; the scope's
     */
    record Chunk(double loss, int errors, Map<String, Tensor> gradients, List<Tensor> shown) {
        void drop() {
            gradients.values().forEach(Place::drop);
        }
    }

    /**
     * @param learned the names of the weights that have gradients
     * @param shape {@code [most, channels, height, width]} of the largest chunk
     */
    Replica(Place place, Layers layers, Map<String, Tensor> weights, List<String> learned, long... shape) {
        this.place = place;
        this.layers = layers;
        this.weights = weights;
        this.learned = learned;
        this.size = Math.toIntExact(shape[1] * shape[2] * shape[3]);
        this.images = Place.keep(place.staging(torch.ScalarType.Float, shape));
        this.imageNumbers = Place.keep(images.data_ptr_float());
        this.labels = Place.keep(place.staging(torch.ScalarType.Long, shape[0]));
        this.labelNumbers = Place.keep(labels.data_ptr_long());
    }

    /** Forward and backward on images {@code from … to} of a mini-batch. Within the caller's scope. */
    Chunk step(Batch batch, int from, int to, long step, int ghost, boolean shows) {
        int n = to - from;
        Map<String, Tensor> found = new LinkedHashMap<>();
        Pass pass = Pass.training(shows, step, from, batch.size(), ghost, found);
        for (int i = 0; i < n; i++) labelNumbers.put(i, batch.labels()[from + i]);
        Tensor wanted = place.here(labels.narrow(0, 0, n));
        Tensor logits = layers.logits(load(batch.images(), from, n), pass);
        Tensor sum = torch.cross_entropy_loss(logits, wanted, new TensorOptional(), SUM, -100, 0);
        // Read before the way back is begun: a card then works on that while the processor brings the next mini-batch.
        double loss = sum.item_double();
        if (!Double.isFinite(loss)) {
            found.values().forEach(Place::drop);
            return new Chunk(loss, 0, Map.of(), pass.shown());
        }
        Tensor misread =
                logits.detach().argmax(new LongOptional(1), false).ne(wanted).sum();
        int errors = Math.toIntExact(misread.item_long());
        Tensor mean = sum.mul(new Scalar(1.0 / batch.size()));
        TensorVector inputs = new TensorVector();
        for (String name : learned) inputs.push_back(weights.get(name));
        TensorVector gradients = torch.grad(new TensorVector(mean), inputs);
        // What a vector gives out is its own and goes with it: a handle of ours keeps the tensor.
        for (int i = 0; i < learned.size(); i++) found.put(learned.get(i), Place.keep(new Tensor(gradients.get(i))));
        return new Chunk(loss, errors, found, pass.shown());
    }

    /** The first layer whose output on these images is not finite, or −1. */
    int firstBadLayer(Batch batch, int from, int to, long step, int ghost) {
        Map<String, Tensor> found = new LinkedHashMap<>();
        Pass pass = Pass.training(true, step, from, batch.size(), ghost, found);
        layers.logits(load(batch.images(), from, to - from), pass);
        found.values().forEach(Place::drop);
        for (int i = 0; i < pass.shown().size(); i++)
            if (!pass.shown().get(i).isfinite().all().item_bool()) return i;
        return pass.shown().size() - 1;
    }

    /** Probabilities of images {@code from … from + n}. */
    float[] predict(float[] all, int from, int n) {
        return Place.read(torch.softmax(layers.logits(load(all, from, n), Pass.predicting(false)), 1));
    }

    /** Every layer's output for one image. */
    List<float[]> activations(float[] image) {
        Pass pass = Pass.predicting(true);
        layers.logits(load(image, 0, 1), pass);
        List<float[]> shown = new ArrayList<>();
        for (Tensor output : pass.shown()) shown.add(Place.read(output));
        return shown;
    }

    float[] saliency(float[] image, int label) {
        Tensor x = load(image, 0, 1).detach();
        x.set_requires_grad(true);
        Tensor logit = layers.logits(x, Pass.predicting(false)).select(1, label).sum();
        return Place.read(
                torch.grad(new TensorVector(logit), new TensorVector(x)).get(0));
    }

    private Tensor load(float[] all, int from, int n) {
        imageNumbers.position(0).put(all, from * size, n * size);
        return place.here(images.narrow(0, 0, n));
    }

    @Override
    public void close() {
        Place.drop(imageNumbers);
        Place.drop(labelNumbers);
        Place.drop(images);
        Place.drop(labels);
    }
}
