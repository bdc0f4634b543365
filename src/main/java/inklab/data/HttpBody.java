package inklab.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an HTTP answer, taken piece by piece with a limit on the wait, which a plain stream does not have. Closing it ends
 * the transfer.
 */
final class HttpBody implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private sealed interface Event {
        record Bytes(List<ByteBuffer> buffers) implements Event {}

        record End(Throwable fault) implements Event {}
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private Flow.Subscription subscription;
    private boolean closed;

    HttpBody(Flow.Publisher<List<ByteBuffer>> publisher) {
        publisher.subscribe(this);
    }

    /**
     * Waits for the next piece.
     *
     * @return the piece; an empty list if none came in time; null at the end
     * @throws IOException if the connection failed
     */
    List<ByteBuffer> next(long milliseconds) throws IOException, InterruptedException {
        Event event = events.poll(milliseconds, TimeUnit.MILLISECONDS);
        if (event == null) return List.of();
        if (event instanceof Event.Bytes bytes) {
            request();
            return bytes.buffers();
        }
        Throwable fault = ((Event.End) event).fault();
        if (fault != null) throw new IOException(fault.getMessage(), fault);
        return null;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (closed) subscription.cancel();
        else subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Event.Bytes(buffers));
    }

    @Override
    public void onError(Throwable fault) {
        events.add(new Event.End(fault));
    }

    @Override
    public void onComplete() {
        events.add(new Event.End(null));
    }

    private synchronized void request() {
        if (!closed) subscription.request(1);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) subscription.cancel();
    }
}
