package inklab.cli;

import inklab.net.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line as it was typed, in a sentence that says what to type instead. */
final class WrongUsage {
    private WrongUsage() {}

    static String say(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched)
            return unknown(command, unmatched.getUnmatched().get(0));
        if (wrong instanceof MissingParameterException missing) return missing(missing.getMissing(), wrong);
        ArgSpec arg = wrong.getArgSpec();
        if (wrong instanceof OverwrittenOptionException twice)
            return name(twice.getOverwritten()) + " is given twice: give it once.";
        if (arg != null && wrong.getValue() != null)
            return name(arg) + " is " + wrong.getValue() + ": give " + expected(arg) + ".";
        return wrong.getMessage();
    }

    private static String unknown(CommandLine command, String word) {
        if (word.startsWith("-")) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            List<String> options = command.getCommandSpec().options().stream()
                    .filter(one -> !one.hidden())
                    .map(OptionSpec::longestName)
                    .toList();
            return "There is no option " + option + ": " + guess(option, options);
        }
        Collection<String> commands = command.getSubcommands().keySet();
        if (!commands.isEmpty()) return "There is no command " + word + ": " + guess(word, commands);
        return "There is one word too many, " + word + ": leave it out, or quote a name with spaces.";
    }

    private static String guess(String word, Collection<String> among) {
        Optional<String> near = Spelling.nearest(word, among);
        return near.map(name -> "did you mean " + name + "?").orElse("there are " + String.join(", ", among) + ".");
    }

    private static String missing(List<ArgSpec> args, ParameterException wrong) {
        if (args.isEmpty()) return wrong.getMessage();
        boolean value =
                args.size() == 1 && args.get(0).isOption() && !args.get(0).required();
        // An option that must be there may be there without its value.
        if (value || wrong.getMessage().contains(" for option "))
            return name(args.get(0)) + " lacks its value: give " + expected(args.get(0)) + ".";
        List<String> names = new ArrayList<>();
        for (ArgSpec arg : args) names.add(arg.isOption() ? name(arg) + " " + arg.paramLabel() : name(arg));
        return String.join(" and ", names) + (names.size() == 1 ? " is missing." : " are missing.");
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String expected(ArgSpec arg) {
        Class<?> type = arg.typeInfo().isMultiValue()
                ? arg.typeInfo().getAuxiliaryTypes()[0]
                : arg.typeInfo().getType();
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class)
            return "a whole number";
        if (type == Double.class || type == double.class || type == Float.class || type == float.class)
            return "a number";
        if (type.isEnum())
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        return arg.paramLabel().matches("[A-Z]+") ? article(arg.paramLabel().toLowerCase(Locale.ROOT)) : "one";
    }

    private static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
}
