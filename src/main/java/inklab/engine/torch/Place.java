package inklab.engine.torch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Where a network's tensors lie, and how numbers get there and back. What a {@link PointerScope} around the call frees is everything but
 * what is {@link #keep kept}.
 */
@SuppressWarnings("try") // A scope is there for its end.
final class Place implements AutoCloseable {
    private final String id;
    private final Device device;

    /**
     * @param id {@code cpu}, {@code cuda:0}, {@code mps}
     */
    Place(String id) {
        this.id = id;
        this.device = keep(new Device(id));
    }

    /** Whether it is the processor itself, which computes in the tensors that Java writes. */
    boolean isCpu() {
        return id.equals("cpu");
    }

    /** Out of the scope's hands, until it is {@link #drop dropped}. */
    static <P extends Pointer> P keep(P pointer) {
        return pointer.retainReference();
    }

    /** Frees what was kept. */
    static void drop(Pointer pointer) {
        pointer.releaseReference();
    }

    Tensor zeros(long... shape) {
        return torch.zeros(shape, options(torch.ScalarType.Float));
    }

    /** A tensor for Java to write into, from which the device can read while the processor goes on: page-locked for a card. */
    Tensor staging(torch.ScalarType type, long... shape) {
        TensorOptions options = new TensorOptions(type);
        if (id.startsWith("cuda")) options = options.pinned_memory(new BoolOptional(true));
        return torch.empty(shape, options, null);
    }

    /** The tensor on this device; the copy to a card runs beside whatever the processor does next. */
    Tensor here(Tensor staged) {
        if (isCpu()) return staged;
        return staged.to(
                new ScalarTypeOptional(),
                new org.bytedeco.pytorch.LayoutOptional(),
                new DeviceOptional(device),
                new BoolOptional(),
                true,
                false,
                new org.bytedeco.pytorch.MemoryFormatOptional());
    }

    Tensor of(long... values) {
        return here(torch.tensor(values, new TensorOptions(torch.ScalarType.Long)));
    }

    TensorOptions options(torch.ScalarType type) {
        return new TensorOptions(type).device(new DeviceOptional(device));
    }

    /** A copy of all numbers, row-major; waits for the device. */
    static float[] read(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            Tensor host = tensor.detach().cpu().contiguous();
            float[] values = new float[Math.toIntExact(host.numel())];
            host.data_ptr_float().get(values);
            return values;
        }
    }

    /** Writes all numbers of a tensor, wherever it is. */
    static void write(Tensor to, float[] values) {
        try (PointerScope scope = new PointerScope()) {
            FloatPointer numbers = new FloatPointer(values);
            to.detach().view(-1).copy_(torch.from_blob(numbers, values.length));
        }
    }

    @Override
    public void close() {
        drop(device);
    }
}
