package inklab.cli;

import java.io.IOException;

/** A command ends here. Its message is what the user reads: a sentence that says what is wrong and what to do. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    private final int exit;

    private CommandException(int exit, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exit = exit;
    }

    /** What the user gave cannot be used. */
    static CommandException wrongInput(String sentence) {
        return new CommandException(Cli.WRONG_INPUT, sentence, null);
    }

    /** What the user asked for was tried, and failed. */
    static CommandException failed(String sentence) {
        return new CommandException(Cli.FAILED, sentence, null);
    }

    int exit() {
        return exit;
    }

    /** Something that reads what the user gave. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads what the user gave; where that is impossible, it was the wrong thing to give. */
    static <T> T input(Reading<T> reading) throws CommandException {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new CommandException(Cli.WRONG_INPUT, Sentences.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new CommandException(Cli.WRONG_INPUT, Sentences.tidy(String.valueOf(e.getMessage())), e);
        }
    }
}
