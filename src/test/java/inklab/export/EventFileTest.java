package inklab.export;

import static org.assertj.core.api.Assertions.assertThat;

import inklab.train.Metrics;
import inklab.train.RunFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.protobuf.CodedInputStream;

class EventFileTest {
    private static final String LOG = """
            {"step":0,"epoch":1,"loss":2.5,"error":0.75,"rate":0.1,"images_per_s":100.0}
            {"step":1,"epoch":1,"loss":1.5,"error":0.5,"rate":0.1,"images_per_s":100.0}
            {"epoch":1,"steps":2,"train_loss":2.0,"train_error":0.625,"validation_loss":1.25,"validation_error":0.25,"test_loss":null,"test_error":null,"rate":0.1,"images_per_s":100.0,"seconds":3.0,"layers":[]}
            """;

    @Test
    void curves_come_back_from_the_events(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("metrics.jsonl"), LOG);
        Metrics metrics = new RunFolder(folder).metrics();
        List<String> events = events(EventFile.bytes(metrics, 1000));
        assertThat(events)
                .contains(
                        "1000.0 brain.Event:2",
                        "1000.0 0 step/loss 2.5",
                        "1000.0 1 step/loss 1.5",
                        "1000.0 1 step/error 0.5",
                        "1003.0 1 epoch/train_loss 2.0",
                        "1003.0 1 epoch/validation_error 0.25")
                .noneMatch(event -> event.contains("test_loss"));
    }

    /** CRC-32C of "123456789" is e3069283 (RFC 3720's polynomial); masking as TensorFlow's crc32c.h has it. */
    @Test
    void checksums_are_masked() {
        int crc = 0xe3069283;
        assertThat(EventFile.checksum("123456789".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(((crc >>> 15) | (crc << 17)) + 0xa282ead8);
    }

    private static List<String> events(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> events = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] length = new byte[8];
            in.get(length);
            assertThat(in.getInt()).isEqualTo(EventFile.checksum(length));
            byte[] event = new byte
                    [(int) ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong()];
            in.get(event);
            assertThat(in.getInt()).isEqualTo(EventFile.checksum(event));
            events.add(event(event));
        }
        return events;
    }

    private static String event(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        double time = 0;
        long step = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag())
            switch (tag >>> 3) {
                case 1 -> time = in.readDouble();
                case 2 -> step = in.readInt64();
                case 3 -> {
                    return time + " " + in.readString();
                }
                default -> {
                    CodedInputStream value = nested(nested(in));
                    value.readTag();
                    String name = value.readString();
                    value.readTag();
                    return time + " " + step + " " + name + " " + value.readFloat();
                }
            }
        throw new AssertionError(Arrays.toString(bytes));
    }

    private static CodedInputStream nested(CodedInputStream in) throws IOException {
        if (in.getLastTag() == 0) in.readTag();
        return CodedInputStream.newInstance(in.readByteArray());
    }
}
