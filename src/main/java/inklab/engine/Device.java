package inklab.engine;

/**
 * Something that computes.
 *
 * @param id as given on the command line: {@code cpu}, {@code cuda:0}
 * @param name for people: the processor's or card's name
 * @param memoryBytes its memory
 * @param usable whether this engine can train on it
 * @param reason why not, and what to do; empty when usable
 */
public record Device(String id, String name, long memoryBytes, boolean usable, String reason) {}
