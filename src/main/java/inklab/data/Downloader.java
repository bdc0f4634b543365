package inklab.data;

import inklab.data.PublicSet.Download;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches files over HTTP. What has come so far is kept in a {@code .part} file beside the wanted one and continued from there,
 * after a fault, on another mirror, or when the program is started again. The wanted file itself is touched only by moving a
 * whole copy with the right SHA-256 onto it.
 */
final class Downloader {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Patience patience;

    /**
     * How long to wait for what.
     *
     * @param connect for a connection
     * @param stall for the next byte
     * @param rounds how often all mirrors are tried without getting any further before it is given up
     * @param pause between rounds; doubled after each that got nothing
     */
    record Patience(Duration connect, Duration stall, int rounds, Duration pause) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(15), Duration.ofSeconds(20), 4, Duration.ofSeconds(1));
    }

    /** A mirror that cannot serve this file: it is not asked again. */
    private static final class UselessMirror extends IOException {
        private static final long serialVersionUID = 1;

        UselessMirror(String message) {
            super(message);
        }
    }

    Downloader(Patience patience) {
        this.patience = patience;
    }

    /**
     * Fetches a file.
     *
     * @param to what is there is replaced when, and only when, the new copy is whole
     * @throws DataException if no mirror could give it, or it could not be written
     * @throws CancellationException if {@code progress} says so; what has come stays for the next time
     */
    void fetch(Download wanted, Path to, Progress progress) throws DataException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience.connect())
                .build();
        List<URI> mirrors = new ArrayList<>(wanted.addresses());
        Map<URI, String> faults = new LinkedHashMap<>();
        try (PartFile part = PartFile.open(to, wanted.bytes())) {
            long furthest = part.size();
            int fruitless = 0;
            Duration pause = patience.pause();
            while (true) {
                for (URI mirror : List.copyOf(mirrors)) {
                    try {
                        fetchFrom(client, mirror, wanted, part, progress);
                        return;
                    } catch (DataException e) {
                        throw e;
                    } catch (UselessMirror e) {
                        mirrors.remove(mirror);
                        faults.put(mirror, e.getMessage());
                    } catch (IOException e) {
                        faults.put(mirror, reason(e));
                    }
                }
                boolean further = part.size() > furthest;
                furthest = Math.max(furthest, part.size());
                fruitless = further ? 0 : fruitless + 1;
                if (fruitless == patience.rounds() || mirrors.isEmpty()) break;
                pause = further ? patience.pause() : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                sleep(pause, wanted, progress);
            }
        }
        throw new DataException(wanted.name() + " could not be fetched" + list(faults)
                + ": check the network and try again, or import it from a folder that has it.");
    }

    /** Brings the part to its end with this mirror's help, checks it and moves it into place. */
    private void fetchFrom(HttpClient client, URI mirror, Download wanted, PartFile part, Progress progress)
            throws IOException {
        transfer(client, mirror, wanted, part, progress);
        if (part.finish(wanted.sha256(), progress.muted())) return;
        boolean guilty = part.onlyFrom(mirror);
        part.restart();
        if (!guilty) {
            // A copy pieced together from several mirrors proves nothing against this one.
            transfer(client, mirror, wanted, part, progress);
            if (part.finish(wanted.sha256(), progress.muted())) return;
            part.restart();
        }
        throw new UselessMirror("another file than the one expected (its SHA-256 differs)");
    }

    /** Appends to the part what it lacks. */
    private void transfer(HttpClient client, URI mirror, Download wanted, PartFile part, Progress progress)
            throws IOException {
        if (part.size() == wanted.bytes()) return;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(mirror).header("User-Agent", "Inklab").GET();
        part.rangeHeaders(mirror).forEach(request::header);
        Meter meter = new Meter(progress, "Fetching " + wanted.name(), wanted.bytes(), part.size());
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(client, request.build(), meter);
        try (HttpBody body = new HttpBody(response.body())) {
            accept(response, mirror, wanted, part);
            Meter bytes = new Meter(progress, "Fetching " + wanted.name(), wanted.bytes(), part.size());
            receive(body, part, wanted, bytes);
        }
    }

    /** Looks at the head of an answer, and makes the part ready for its body. */
    private static void accept(HttpResponse<?> response, URI mirror, Download wanted, PartFile part)
            throws IOException {
        int status = response.statusCode();
        if (status == 200) {
            long length = response.headers().firstValueAsLong("Content-Length").orElse(wanted.bytes());
            if (length != wanted.bytes()) throw wrongLength(length, wanted);
            // The whole file, asked for or not: a server that knows no ranges, or whose file has changed since.
            part.restart();
        } else if (status == 206) {
            String range = response.headers().firstValue("Content-Range").orElse("");
            if (!range.startsWith("bytes " + part.size() + "-"))
                throw new IOException("another range than the one asked for");
            String total = range.substring(range.indexOf('/') + 1);
            if (!total.equals("*") && !total.equals(Long.toString(wanted.bytes())))
                throw new UselessMirror("another file than the one expected (" + total + " bytes)");
        } else {
            String message = "status " + status;
            if (status == 416) part.restart();
            boolean passing = status == 408 || status == 416 || status == 425 || status == 429 || status >= 500;
            throw passing ? new IOException(message) : new UselessMirror(message);
        }
        part.comesFrom(mirror, response.headers());
    }

    private void receive(HttpBody body, PartFile part, Download wanted, Meter meter) throws IOException {
        long lastByte = System.nanoTime();
        while (true) {
            List<ByteBuffer> buffers = take(body, part, wanted);
            if (buffers == null) break;
            long now = System.nanoTime();
            if (!buffers.isEmpty()) lastByte = now;
            else if (now - lastByte > patience.stall().toNanos())
                throw new IOException("nothing came for " + seconds(patience.stall()));
            for (ByteBuffer buffer : buffers) {
                int length = buffer.remaining();
                if (part.size() + length > wanted.bytes()) throw wrongLength(part.size() + length, wanted);
                part.append(buffer);
                meter.add(length);
            }
            if (buffers.isEmpty()) meter.add(0);
        }
        if (part.size() < wanted.bytes()) throw cutOff(part, wanted, null);
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpClient client, HttpRequest request, Meter meter)
            throws IOException {
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
                client.sendAsync(request, BodyHandlers.ofPublisher());
        long start = System.nanoTime();
        try {
            while (true) {
                try {
                    return answer.get(TICK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    meter.check();
                    if (System.nanoTime() - start > patience.stall().toNanos())
                        throw new IOException("no answer within " + seconds(patience.stall()), e);
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            answer.cancel(true);
        }
    }

    private static List<ByteBuffer> take(HttpBody body, PartFile part, Download wanted) throws IOException {
        try {
            return body.next(TICK.toMillis());
        } catch (IOException e) {
            throw cutOff(part, wanted, e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static void sleep(Duration pause, Download wanted, Progress progress) {
        long end = System.nanoTime() + pause.toNanos();
        Meter meter = new Meter(progress, "Waiting to fetch " + wanted.name(), wanted.bytes());
        try {
            for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TICK.toNanos()));
                meter.check();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }

    private static IOException cutOff(PartFile part, Download wanted, Throwable cause) {
        return new IOException("cut off after " + part.size() + " of " + wanted.bytes() + " bytes", cause);
    }

    private static UselessMirror wrongLength(long length, Download wanted) {
        return new UselessMirror(
                "another file than the one expected (" + length + " bytes instead of " + wanted.bytes() + ")");
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String list(Map<URI, String> faults) {
        if (faults.isEmpty()) return "";
        StringBuilder list = new StringBuilder(" (");
        faults.forEach((mirror, fault) -> list.append(list.length() > 2 ? "; " : "")
                .append(mirror.getHost())
                .append(": ")
                .append(fault));
        return list.append(')').toString();
    }

    private static String reason(Throwable fault) {
        if (fault instanceof java.net.http.HttpConnectTimeoutException) return "no connection in time";
        if (fault instanceof java.nio.channels.UnresolvedAddressException) return "unknown host, or no network";
        if (fault instanceof java.net.ConnectException)
            return fault.getCause() instanceof java.nio.channels.UnresolvedAddressException
                    ? "unknown host, or no network"
                    : "no connection";
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }
}
