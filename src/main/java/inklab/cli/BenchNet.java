package inklab.cli;

import inklab.net.NetSpec;
import inklab.net.Notation;
import inklab.net.Spelling;
import java.util.Arrays;
import java.util.List;

/** The networks that are measured. */
enum BenchNet {
    /** One column of the multi-column networks (Cireşan, Meier and Schmidhuber, 2012). */
    CIRESAN("ciresan", "1x29x29:tanh-20C4-MP2-40C5-MP3-150N-10N"),
    /** The Keras examples' convolutional network. */
    KERAS("keras", "1x28x28:relu-32C3-64C3-MP2-128N-10N"),
    MLP512("mlp512", "1x28x28:relu-512N-512N-10N"),
    /** The deep, big, simple network (Cireşan et al., 2010). */
    DEEPBIG("deepbig", "1x28x28:tanh-2500N-2000N-1500N-1000N-500N-10N");

    private final String code;
    private final String notation;

    BenchNet(String code, String notation) {
        this.code = code;
        this.notation = notation;
    }

    /** The name on the command line. */
    String code() {
        return code;
    }

    NetSpec net() {
        return Notation.parse(notation).net().orElseThrow();
    }

    static BenchNet named(String code) throws CommandException {
        List<String> codes = Arrays.stream(values()).map(BenchNet::code).toList();
        for (BenchNet net : values()) if (net.code.equals(code)) return net;
        throw CommandException.wrongInput("There is no benchmark net " + code + ": "
                + Spelling.nearest(code, codes)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("choose among " + String.join(", ", codes) + "."));
    }
}
