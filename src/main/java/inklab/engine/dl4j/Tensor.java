package inklab.engine.dl4j;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Floats in native memory, row-major, seen three ways: as ND4J's array for ops, as a pointer for BLAS, and as a buffer for Java.
 */
final class Tensor {
    private final INDArray array;
    private final FloatPointer pointer;
    private final FloatBuffer buffer;
    private final int length;
    private Tensor maps;

    /** A view of a data buffer from an offset on, in the given shape. */
    Tensor(DataBuffer data, long offset, long... shape) {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        this.length = Math.toIntExact(size);
        this.array = Nd4j.create(data, shape, strides(shape), offset, 'c');
        this.pointer = new FloatPointer(data.pointer())
                .getPointer(FloatPointer.class, offset)
                .capacity(size);
        this.buffer = pointer.asBuffer();
    }

    /** A fresh tensor of zeros. */
    static Tensor zeros(long... shape) {
        long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return new Tensor(Nd4j.createBuffer(DataType.FLOAT, Math.max(1, size), true), 0, shape);
    }

    /** The first {@code shape[0]} rows of this tensor's memory, in another shape. */
    Tensor head(long... shape) {
        return new Tensor(array.data(), 0, shape);
    }

    /** The same memory as {@code [n, c, 1, 1]} where it is seen as vectors {@code [n, c]}: the ops over maps want four dimensions. */
    Tensor maps() {
        if (array.rank() != 2) return this;
        if (maps == null) maps = head(array.size(0), array.size(1), 1, 1);
        return maps;
    }

    INDArray array() {
        return array;
    }

    FloatPointer pointer() {
        return pointer;
    }

    int length() {
        return length;
    }

    void read(int from, float[] to, int offset, int count) {
        buffer.get(from, to, offset, count);
    }

    void write(int at, float[] from, int offset, int count) {
        buffer.put(at, from, offset, count);
    }

    float[] toArray() {
        float[] values = new float[length];
        read(0, values, 0, length);
        return values;
    }

    private static long[] strides(long[] shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }
}
