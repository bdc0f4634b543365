package inklab.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a trained net can be written as. */
public enum ExportFormat {
    /** One file that every ONNX runtime runs; a committee too. */
    ONNX("onnx"),
    /** The weights, with the recipe beside. */
    SAFETENSORS("safetensors"),
    /** Python source that builds the net in PyTorch, with the weights beside. */
    PYTORCH("py"),
    /** Python source that builds the net in Keras, with the weights beside. */
    KERAS("py"),
    /** A model of DeepLearning4J's own layers. */
    DL4J("zip"),
    /** A run's curves, for TensorBoard. */
    TENSORBOARD("");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the file's name ends, without a dot; empty for a folder. */
    public String extension() {
        return extension;
    }

    /** The file that a net is written to where none is named; no two formats write over each other. */
    public String file(String net) {
        return net + (this == PYTORCH || this == KERAS ? "_" + id() : "") + "." + extension;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(ExportFormat::id).toList();
    }
}
