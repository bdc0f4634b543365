/**
 * The command line, one class a command. A command reads its arguments, calls the rooms below, and says what came out: what was asked for
 * on standard output, everything else on standard error. With {@code --json} the last line of standard output is one JSON object.
 */
package inklab.cli;
