package inklab.export;

import inklab.net.Notation;
import inklab.net.Shape;
import inklab.recipe.DataSettings;
import inklab.recipe.Recipe;
import inklab.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file of weights does not say: which numbers the net wants, how an image becomes them, and what its answers are called. */
final class Notes {
    private Notes() {}

    /** As Markdown, for the file beside an export. */
    static String of(Exported net, ExportFormat format) {
        StringBuilder text = new StringBuilder("# " + net.name() + "\n\nExported by Inklab.\n");
        if (net.members().size() > 1)
            text.append("A committee of ")
                    .append(net.members().size())
                    .append(" nets: its answer is the mean of their probabilities.\n");
        text.append("\n").append(opening(format)).append("\n");
        text.append("\nOutput: probabilities `[n, ")
                .append(net.members().get(0).classes())
                .append("]` of the classes ")
                .append(String.join(", ", net.classes()))
                .append(", in this order.\n");
        if (!net.measured().isEmpty()) text.append("\n").append(net.measured()).append("\n");
        List<String> inputs = format == ExportFormat.ONNX ? OnnxFile.inputs(net) : List.of();
        for (int i = 0; i < net.members().size(); i++)
            member(text, net, net.members().get(i), inputs.isEmpty() ? "" : "`" + inputs.get(i) + "` ");
        return text.toString();
    }

    private static String opening(ExportFormat format) {
        return switch (format) {
            case ONNX -> "An ONNX model of operator set 13, for ONNX Runtime and its like.";
            case SAFETENSORS ->
                "Weights by PyTorch's names and layout, a layer's index first; each recipe lies beside.";
            case PYTORCH -> "Python source for PyTorch, its weights beside: `load()` gives the net.";
            case KERAS -> "Python source for Keras 3, its weights beside: `load()` gives the model.";
            case DL4J -> "DeepLearning4J opens it by `ComputationGraph.load(file, false)`.";
            case TENSORBOARD -> "Curves for TensorBoard.";
        };
    }

    private static void member(StringBuilder text, Exported net, Exported.Member member, String input) {
        Recipe recipe = member.recipe();
        if (net.members().size() > 1) text.append("\n## ").append(member.name()).append("\n");
        text.append("\nNet: `").append(Notation.print(recipe.net())).append("`\n\n");
        text.append("Input: ")
                .append(input)
                .append("`[n, ")
                .append(recipe.net().input().toString().replace("x", ", "))
                .append("]`, floats, channels before rows before columns.\n");
        text.append("\nHow an image is prepared, which is no part of the net:\n\n");
        int number = 1;
        for (String step : preparation(recipe))
            text.append(number++).append(". ").append(step).append("\n");
        text.append("\nIts recipe:\n\n```json\n")
                .append(RecipeFile.text(recipe))
                .append("```\n");
    }

    /** The steps from an image to numbers. */
    static List<String> preparation(Recipe recipe) {
        Shape input = recipe.net().input();
        DataSettings data = recipe.data();
        List<String> steps = new ArrayList<>();
        steps.add("Bytes: 0 is paper (background), 255 full ink" + (input.channels() == 3 ? "; RGB." : "; grey."));
        steps.add("Size " + input.height() + "x" + input.width()
                + ": an image at most 4 pixels larger or smaller gets zeros around it or loses its border, the odd row and"
                + " column below and to the right (28x28 lies at the top left corner of 29x29); others are resampled by area, keeping"
                + " their proportions.");
        if (data.normaliseWidth() > 0)
            steps.add("Width normalisation: the image is scaled horizontally so that the ink's bounding box is "
                    + data.normaliseWidth()
                    + " pixels wide, as Inklab's WidthNormaliser does; narrow digits such as 1 stay.");
        steps.add(
                data.pixels() == DataSettings.Pixels.UNIT
                        ? "Numbers: byte / 255, from 0 to 1."
                        : "Numbers: byte / 127.5 - 1, from -1 to 1.");
        return steps;
    }

    /** In short, for a format's own metadata. */
    static Map<String, String> metadata(Exported net) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("producer", "Inklab");
        metadata.put("classes", String.join(",", net.classes()));
        if (!net.measured().isEmpty()) metadata.put("measured", net.measured());
        for (int i = 0; i < net.members().size(); i++) {
            Recipe recipe = net.members().get(i).recipe();
            String suffix = net.members().size() == 1 ? "" : String.valueOf(i + 1);
            metadata.put("net" + suffix, Notation.print(recipe.net()));
            metadata.put("pixels" + suffix, recipe.data().pixels().code());
            metadata.put("preparation" + suffix, String.join(" ", preparation(recipe)));
            metadata.put("recipe" + suffix, RecipeFile.text(recipe));
        }
        return metadata;
    }
}
