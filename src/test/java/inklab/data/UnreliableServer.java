package inklab.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this computer that serves one file, as badly as it is told to. */
final class UnreliableServer implements AutoCloseable {
    /** What a path does to its n-th request, n from 0. */
    interface Behaviour {
        void answer(HttpExchange exchange, int n) throws IOException;
    }

    /** A request as it came: its path, and its headers of interest, "-" where there was none. */
    record Request(String path, String range, String ifRange) {}

    private final byte[] file;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    UnreliableServer(byte[] file) throws IOException {
        this.file = file;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** Lets a path behave so, and says its address. */
    URI at(String path, Behaviour behaviour) {
        int[] count = {0};
        server.createContext(path, exchange -> {
            requests.add(new Request(path, header(exchange, "Range"), header(exchange, "If-Range")));
            int n;
            synchronized (count) {
                n = count[0]++;
            }
            try (exchange) {
                behaviour.answer(exchange, n);
            } catch (IOException e) {
                // The client has gone: as some tests want it to.
                exchange.close();
            }
        });
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** What was asked, in order. */
    List<Request> requests() {
        return requests;
    }

    /** Serves the file, and the rest of it to those who ask for the rest. */
    void serve(HttpExchange exchange) throws IOException {
        send(exchange, file.length);
    }

    /** As {@link #serve}, but closes the connection when this many bytes of the file have gone out. */
    void serveUntil(HttpExchange exchange, int end) throws IOException {
        send(exchange, end);
    }

    /** As {@link #serve}, but falls silent after this many bytes of the file. */
    void serveThenStall(HttpExchange exchange, int end) throws IOException {
        int from = begin(exchange);
        OutputStream out = exchange.getResponseBody();
        out.write(file, from, end - from);
        out.flush();
        stall();
    }

    /** Serves the whole file whatever range was asked for. */
    void serveWithoutRanges(HttpExchange exchange, int end) throws IOException {
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file, 0, end);
    }

    /** Serves other bytes. */
    static void serveOther(HttpExchange exchange, byte[] other) throws IOException {
        exchange.sendResponseHeaders(200, other.length);
        exchange.getResponseBody().write(other);
    }

    static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    /** Does nothing until the test is over. */
    void stall() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, int end) throws IOException {
        int from = begin(exchange);
        exchange.getResponseBody().write(file, from, Math.max(0, end - from));
    }

    private int begin(HttpExchange exchange) throws IOException {
        String range = header(exchange, "Range");
        String ifRange = header(exchange, "If-Range");
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        if (range.equals("-") || !(ifRange.equals("-") || ifRange.equals("\"v1\""))) {
            exchange.sendResponseHeaders(200, file.length);
            return 0;
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        exchange.sendResponseHeaders(206, file.length - from);
        return from;
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "-" : value;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
