package inklab.engine.torch;

/** How to tell that a card's memory is full: LibTorch says it in words alone. */
final class TorchMemory {
    private TorchMemory() {}

    static boolean isFull(RuntimeException fault) {
        String message = String.valueOf(fault.getMessage());
        return message.contains("out of memory") || message.contains("OutOfMemoryError");
    }
}
