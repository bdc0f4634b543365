package inklab.engine;

/**
 * Something that computes.
 *
 * @param id as given on the command line: {@code cpu}, {@code cuda:0}
 * @param name for people: the processor's or card's name
 * @param memoryBytes its memory; 0 when unknown
 * @param capability an NVIDIA card's compute capability, such as {@code 8.6}; else empty
 * @param usable whether this engine can train on it
 * @param reason why not, and what to do, in one sentence; empty when usable
 * @param needsRestart whether it takes another start of the program to use it, because this process computes on another with this engine
 */
public record Device(
        String id,
        String name,
        long memoryBytes,
        String capability,
        boolean usable,
        String reason,
        boolean needsRestart) {
    /** A device that can be used now, or not at all. */
    public Device(String id, String name, long memoryBytes, String capability, boolean usable, String reason) {
        this(id, name, memoryBytes, capability, usable, reason, false);
    }

    /** A device without a compute capability. */
    public Device(String id, String name, long memoryBytes, boolean usable, String reason) {
        this(id, name, memoryBytes, "", usable, reason);
    }

    /** This computer's processor, which every engine can train on. */
    public static Device processor() {
        return new Device("cpu", Processor.name(), Processor.memoryBytes(), true, "");
    }

    /** The same, but not usable. */
    public Device without(String why) {
        return new Device(id, name, memoryBytes, capability, false, why);
    }

    /** The same, from the program's next start on. */
    public Device later() {
        return new Device(id, name, memoryBytes, capability, usable, reason, usable);
    }

    /** The same device under another id. */
    public Device called(String other) {
        return new Device(other, name, memoryBytes, capability, usable, reason, needsRestart);
    }

    /** Whether it is the processor. */
    public boolean isProcessor() {
        return id.equals("cpu") || id.endsWith("/cpu");
    }
}
