package inklab.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named tensors in a fixed order.
 *
 * <p>Names: the layer's index in the net, {@code .body.j} for layer j of a residual block, then PyTorch's own word. Dense and output:
 * {@code weight [out, in]}, {@code bias [out]}. Convolution: {@code weight [maps, channels, k, k]}, {@code bias [maps]}. Batch
 * normalisation: {@code weight}, {@code bias}, {@code running_mean}, {@code running_var}, each {@code [channels]}.
 */
public final class Weights {
    /**
     * One tensor, row-major.
     *
     * @param shape its dimensions
     * @param values as many as the shape's product
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared through its owner only.
    public record Tensor(List<Integer> shape, float[] values) {
        public Tensor {
            shape = List.copyOf(shape);
            long size = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
            if (size != values.length)
                throw new IllegalArgumentException(
                        "a tensor of shape " + shape + " has " + size + " values, not " + values.length);
        }
    }

    private final Map<String, Tensor> tensors;

    /** Takes over the map's order; the caller must not change the arrays afterwards. */
    public Weights(Map<String, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** No tensors at all. */
    public static Weights none() {
        return new Weights(Map.of());
    }

    public Map<String, Tensor> tensors() {
        return tensors;
    }

    public List<String> names() {
        return new ArrayList<>(tensors.keySet());
    }

    /**
     * The tensor of this name.
     *
     * @throws IllegalArgumentException naming it, when there is none
     */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null)
            throw new IllegalArgumentException("there is no tensor " + name + "; there are " + tensors.keySet());
        return tensor;
    }

    /** How many numbers in all. */
    public long size() {
        return tensors.values().stream().mapToLong(t -> t.values().length).sum();
    }
}
