package inklab.export;

import inklab.train.Curve;
import inklab.train.EpochMetrics;
import inklab.train.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.ToDoubleFunction;
import java.util.zip.CRC32C;
import org.nd4j.shade.protobuf.CodedOutputStream;

/**
 * A run's curves as TensorBoard's event file: records of {@code Event} messages, each with its length and masked CRC-32C checksums, as
 * TensorFlow's TFRecord writer makes them. Field numbers are those of {@code event.proto} and {@code summary.proto}.
 */
final class EventFile {
    private static final int MASK = 0xa282ead8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final double began;

    /** @param began seconds since 1970 */
    private EventFile(double began) {
        this.began = began;
    }

    /** The file's bytes. */
    static byte[] bytes(Metrics metrics, double began) {
        try {
            EventFile file = new EventFile(began);
            file.header();
            Metrics.Snapshot all = metrics.snapshot();
            file.curve("step/loss", all.loss());
            file.curve("step/error", all.error());
            for (EpochMetrics epoch : all.epochs()) file.epoch(epoch);
            return file.out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("an array takes all bytes", e);
        }
    }

    private void header() throws IOException {
        record(event -> event.writeString(3, "brain.Event:2"), began, 0);
    }

    private void curve(String tag, Curve curve) throws IOException {
        for (int i = 0; i < curve.size(); i++) scalar(tag, curve.step()[i], curve.mean()[i], began);
    }

    private void epoch(EpochMetrics epoch) throws IOException {
        at(epoch, "epoch/train_loss", EpochMetrics::trainLoss);
        at(epoch, "epoch/train_error", EpochMetrics::trainError);
        at(epoch, "epoch/validation_loss", EpochMetrics::validationLoss);
        at(epoch, "epoch/validation_error", EpochMetrics::validationError);
        at(epoch, "epoch/test_loss", EpochMetrics::testLoss);
        at(epoch, "epoch/test_error", EpochMetrics::testError);
        at(epoch, "epoch/learning_rate", EpochMetrics::rate);
        at(epoch, "epoch/images_per_s", EpochMetrics::imagesPerSecond);
    }

    private void at(EpochMetrics epoch, String tag, ToDoubleFunction<EpochMetrics> value) throws IOException {
        scalar(tag, epoch.epoch(), value.applyAsDouble(epoch), began + epoch.seconds());
    }

    private void scalar(String tag, long step, double value, double time) throws IOException {
        if (!Double.isFinite(value)) return;
        byte[] point = message(inner -> {
            inner.writeString(1, tag);
            inner.writeFloat(2, (float) value);
        });
        byte[] summary = message(inner -> inner.writeByteArray(1, point));
        record(event -> event.writeByteArray(5, summary), time, step);
    }

    @FunctionalInterface
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream coded = CodedOutputStream.newInstance(bytes);
        fields.write(coded);
        coded.flush();
        return bytes.toByteArray();
    }

    private void record(Fields fields, double time, long step) throws IOException {
        byte[] event = message(inner -> {
            inner.writeDouble(1, time);
            if (step != 0) inner.writeInt64(2, step);
            fields.write(inner);
        });
        byte[] length = little(Long.BYTES).putLong(event.length).array();
        out.write(length);
        out.write(little(Integer.BYTES).putInt(checksum(length)).array());
        out.write(event);
        out.write(little(Integer.BYTES).putInt(checksum(event)).array());
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Masked, because a checksum of data that hold checksums is weak. */
    static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }
}
