/**
 * Many trainings at once: a {@link inklab.sweep.Sweep} is a recipe with axes over its fields; a {@link inklab.sweep.Strategy} says which of
 * their combinations are trained, and how far; a {@link inklab.sweep.SweepRun} has a {@link inklab.sweep.Crew} train them and writes down
 * in the {@link inklab.sweep.Ledger} what came out. Every member is an ordinary run folder.
 *
 * <p>The room knows recipes, the training and what is told of its outcome ({@code recipe}, {@code train}, {@code engine}, {@code
 * evaluate}, {@code data}, {@code net}). The crew on this machine lives here; another, on a cluster, lives in a room of its own that knows
 * this one.
 */
package inklab.sweep;
