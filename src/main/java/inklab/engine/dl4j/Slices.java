package inklab.engine.dl4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** All of a network's weights (or gradients, or moments) in one vector, with a tensor for each by its name. */
final class Slices {
    private final DataBuffer data;
    private final INDArray flat;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Map<String, Integer> offsets = new LinkedHashMap<>();
    private final int length;

    /** Zeros in the layout given: names and shapes. */
    Slices(Map<String, List<Integer>> layout) {
        int size = layout.values().stream().mapToInt(Slices::product).sum();
        this.length = size;
        this.data = Nd4j.createBuffer(DataType.FLOAT, Math.max(1, size), true);
        this.flat = Nd4j.create(data, new long[] {1, Math.max(1, size)}, new long[] {Math.max(1, size), 1}, 0, 'c');
        int offset = 0;
        for (Map.Entry<String, List<Integer>> entry : layout.entrySet()) {
            List<Integer> shape = entry.getValue();
            long[] dimensions = shape.stream().mapToLong(Integer::longValue).toArray();
            tensors.put(entry.getKey(), new Tensor(data, offset, dimensions));
            offsets.put(entry.getKey(), offset);
            offset += product(shape);
        }
    }

    Tensor get(String name) {
        return tensors.get(name);
    }

    Map<String, Tensor> tensors() {
        return tensors;
    }

    int offset(String name) {
        return offsets.get(name);
    }

    /** The whole vector, {@code [1, length]}. */
    INDArray flat() {
        return flat;
    }

    DataBuffer data() {
        return data;
    }

    int length() {
        return length;
    }

    private static int product(List<Integer> shape) {
        int size = 1;
        for (int n : shape) size = Math.multiplyExact(size, n);
        return size;
    }
}
