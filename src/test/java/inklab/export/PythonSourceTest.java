package inklab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import inklab.engine.dl4j.Dl4jEngine;
import inklab.net.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python sources run and answer as Inklab does, where there is a Python with their library. */
class PythonSourceTest {
    private static final Exporter EXPORTER = new Exporter((file, net, weights) -> {
        throw new IOException("not asked for");
    });
    private static final String DRIVER = """
            import runpy, sys
            for folder in sys.argv[1:]:
                sys.argv = ["net.py", folder + "/in.npy", folder + "/out.npy"]
                runpy.run_path(folder + "/net.py", run_name="__main__")
            """;

    @Test
    void pytorch_answers_the_same(@TempDir Path folder) throws Exception {
        Optional<String> python = python("import torch, numpy");
        assumeTrue(python.isPresent(), "no Python with PyTorch here");
        compare(python.get(), ExportFormat.PYTORCH, folder, List.of());
    }

    /** Keras itself where there is one, else a stand-in of its layers on NumPy, written after its documentation. */
    @Test
    void keras_answers_the_same(@TempDir Path folder) throws Exception {
        Optional<String> keras = python("import keras, numpy; assert keras.__version__ >= '3'");
        Optional<String> numpy = keras.isPresent() ? keras : python("import numpy");
        assumeTrue(numpy.isPresent(), "no Python with NumPy here");
        List<String> path =
                keras.isPresent() ? List.of() : List.of(resource("/python").toString());
        compare(numpy.get(), ExportFormat.KERAS, folder, path);
    }

    private static void compare(String python, ExportFormat format, Path folder, List<String> path) throws Exception {
        List<RandomNets.Case> cases;
        try (Dl4jEngine engine = new Dl4jEngine()) {
            cases = RandomNets.cases(engine, 40);
        }
        List<String> command = new ArrayList<>(List.of(python, "-c", DRIVER));
        for (int i = 0; i < cases.size(); i++) {
            Path one = Files.createDirectories(folder.resolve(String.valueOf(i)));
            EXPORTER.write(cases.get(i).net(), format, one.resolve("net.py"));
            Shape in = cases.get(i).spec().input();
            write(
                    one.resolve("in.npy"),
                    cases.get(i).images(),
                    RandomNets.IMAGES,
                    in.channels(),
                    in.height(),
                    in.width());
            command.add(one.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (!path.isEmpty()) builder.environment().put("PYTHONPATH", path.get(0));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        for (int i = 0; i < cases.size(); i++) {
            float[] answers = read(folder.resolve(i + "/out.npy"));
            float[] wanted = cases.get(i).probabilities();
            assertThat(answers).as(cases.get(i).toString()).hasSameSizeAs(wanted);
            for (int k = 0; k < wanted.length; k++)
                assertThat(answers[k]).as("%s, number %d", cases.get(i), k).isCloseTo(wanted[k], within(1e-5f));
        }
    }

    private static Path resource(String name) throws Exception {
        return Path.of(PythonSourceTest.class.getResource(name).toURI());
    }

    /** A Python that can do this. */
    private static Optional<String> python(String imports) throws InterruptedException {
        for (String name : List.of("python3", "/usr/bin/python3", "python")) {
            try {
                Process process = new ProcessBuilder(name, "-c", imports)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor() == 0) return Optional.of(name);
            } catch (IOException e) {
                // There is no such program.
            }
        }
        return Optional.empty();
    }

    /** NumPy's file of an array of floats, version 1.0. */
    private static void write(Path file, float[] numbers, int... shape) throws IOException {
        StringBuilder header = new StringBuilder("{'descr': '<f4', 'fortran_order': False, 'shape': (");
        for (int side : shape) header.append(side).append(", ");
        header.append("), }");
        while ((header.length() + 11) % 64 != 0) header.append(' ');
        header.append('\n');
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + numbers.length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length()).put(header.toString().getBytes(StandardCharsets.US_ASCII));
        bytes.asFloatBuffer().put(numbers);
        Files.write(file, bytes.array());
    }

    private static float[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        String header = new String(bytes.array(), 10, bytes.getShort(8), StandardCharsets.US_ASCII);
        assertThat(header).contains("'<f4'").contains("'fortran_order': False");
        bytes.position(10 + bytes.getShort(8));
        float[] numbers = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(numbers);
        return numbers;
    }
}
