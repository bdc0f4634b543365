package inklab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inklab.data.PublicSet.Download;
import inklab.data.UnreliableServer.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloaderTest {
    private static final int LENGTH = 300_000;
    private static final int HALF = LENGTH / 2;

    @TempDir
    Path folder;

    private final byte[] file = new byte[LENGTH];
    private final Downloader downloader = withStall(Duration.ofSeconds(10));
    private final Downloader hasty = withStall(Duration.ofSeconds(1));
    private UnreliableServer server;
    private Path target;

    @BeforeEach
    void start() throws IOException {
        new Random(1).nextBytes(file);
        server = new UnreliableServer(file);
        target = folder.resolve("data.gz");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFileIsFetchedWholeAndNothingElseIsLeft() throws IOException {
        URI home = server.at("/home", (exchange, n) -> server.serve(exchange));
        List<String> told = new ArrayList<>();
        fetch((what, done, total, perSecond) -> told.add(what + " " + done + "/" + total), home);
        assertFetched();
        assertThat(told).contains("Fetching data.gz " + LENGTH + "/" + LENGTH);
        assertThat(server.requests()).containsExactly(new Request("/home", "-", "-"));
    }

    @Test
    void aCutOffFileIsContinuedWhereItEnded() throws IOException {
        URI home = server.at("/home", (exchange, n) -> {
            if (n == 0) server.serveUntil(exchange, HALF);
            else server.serve(exchange);
        });
        fetch(home);
        assertFetched();
        assertThat(server.requests()).hasSize(2);
        Request second = server.requests().get(1);
        assertThat(second.ifRange()).isEqualTo("\"v1\"");
        assertThat(start(second)).isBetween(1, HALF);
    }

    @Test
    void aServerThatCutsOffAgainAndAgainIsBorneAsLongAsMoreComes() throws IOException {
        URI home = server.at("/home", (exchange, n) -> server.serveUntil(exchange, (n + 1) * LENGTH / 10));
        fetch(home);
        assertFetched();
    }

    @Test
    void aStalledTransferIsLeftAndContinuedOnTheMirror() throws IOException {
        URI home = server.at("/home", (exchange, n) -> server.serveThenStall(exchange, HALF));
        URI mirror = server.at("/mirror", (exchange, n) -> server.serve(exchange));
        fetch(hasty, Progress.NONE, home, mirror);
        assertFetched();
        Request second = server.requests().get(1);
        assertThat(second.path()).isEqualTo("/mirror");
        assertThat(second.ifRange()).as("a validator is its own server's").isEqualTo("-");
        assertThat(start(second)).isEqualTo(HALF);
    }

    @Test
    void aServerThatNeverAnswersIsLeftForTheMirror() throws IOException {
        URI home = server.at("/home", (exchange, n) -> server.stall());
        URI mirror = server.at("/mirror", (exchange, n) -> server.serve(exchange));
        fetch(hasty, Progress.NONE, home, mirror);
        assertFetched();
    }

    @Test
    void aServerThatKnowsNoRangesBeginsAgain() throws IOException {
        URI home = server.at("/home", (exchange, n) -> server.serveWithoutRanges(exchange, n == 0 ? HALF : LENGTH));
        fetch(home);
        assertFetched();
    }

    @Test
    void aServerThatCutsOffAtTheSamePlaceForeverIsGivenUp() {
        URI home = server.at("/home", (exchange, n) -> server.serveWithoutRanges(exchange, HALF));
        assertThatThrownBy(() -> fetch(home))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("data.gz could not be fetched (localhost: cut off after")
                .hasMessageContaining("import it from a folder");
        assertThat(server.requests()).hasSize(4);
        assertThat(target).doesNotExist();
    }

    @Test
    void aFileThatChangedOnItsServerIsFetchedAnew() throws IOException {
        URI home = server.at("/home", (exchange, n) -> server.serve(exchange));
        Files.write(folder.resolve("data.gz.part"), new byte[HALF]);
        Files.write(folder.resolve("data.gz.part.from"), List.of(home.toString(), "\"v0\""));
        fetch(home);
        assertFetched();
        assertThat(server.requests()).containsExactly(new Request("/home", "bytes=" + HALF + "-", "\"v0\""));
    }

    @Test
    void wrongBytesAreNeverTakenAndTheMirrorIsAsked() throws IOException {
        byte[] wrong = file.clone();
        wrong[LENGTH - 1] ^= 1;
        URI home = server.at("/home", (exchange, n) -> UnreliableServer.serveOther(exchange, wrong));
        URI mirror = server.at("/mirror", (exchange, n) -> server.serve(exchange));
        fetch(home, mirror);
        assertFetched();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aCopyHalfFromAWrongMirrorIsFetchedAnewFromTheRightOne() throws IOException {
        byte[] wrong = file.clone();
        wrong[0] ^= 1;
        URI home = server.at("/home", (exchange, n) -> {
            exchange.sendResponseHeaders(200, LENGTH);
            exchange.getResponseBody().write(wrong, 0, HALF);
        });
        URI mirror = server.at("/mirror", (exchange, n) -> server.serve(exchange));
        fetch(home, mirror);
        assertFetched();
        assertThat(server.requests().get(2)).isEqualTo(new Request("/mirror", "-", "-"));
    }

    @Test
    void aPageInPlaceOfTheFileIsRefusedByItsLength() {
        URI home = server.at("/home", (exchange, n) -> UnreliableServer.serveOther(exchange, new byte[5_000]));
        assertThatThrownBy(() -> fetch(home))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("another file than the one expected (5000 bytes instead of 300000)");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anEndlessAnswerIsStoppedAtTheLengthOfTheFile() {
        AtomicLong sent = new AtomicLong();
        URI home = server.at("/home", (exchange, n) -> {
            exchange.sendResponseHeaders(200, 0);
            while (sent.get() < 1L << 30) {
                exchange.getResponseBody().write(new byte[1 << 16]);
                sent.addAndGet(1 << 16);
            }
        });
        assertThatThrownBy(() -> fetch(home))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("another file than the one expected");
        assertThat(sent.get()).isLessThan(1L << 30);
    }

    @Test
    void aMirrorWithoutTheFileIsAskedOnceAndOneInTroubleAgain() throws IOException {
        URI without = server.at("/without", (exchange, n) -> UnreliableServer.status(exchange, 404));
        URI trouble = server.at("/trouble", (exchange, n) -> {
            if (n < 2) UnreliableServer.status(exchange, n == 0 ? 500 : 503);
            else server.serve(exchange);
        });
        fetch(without, trouble);
        assertFetched();
        assertThat(server.requests().stream().map(Request::path))
                .containsExactly("/without", "/trouble", "/trouble", "/trouble");
    }

    @Test
    void whenNobodyHasItTheMessageSaysWhatEachSaid() {
        URI a = server.at("/a", (exchange, n) -> UnreliableServer.status(exchange, 404));
        URI b = URI.create("http://localhost:1/b");
        assertThatThrownBy(() -> fetch(a, b))
                .isInstanceOf(DataException.class)
                .hasMessage("data.gz could not be fetched (localhost: status 404; localhost: no connection):"
                        + " check the network and try again, or import it from a folder that has it.");
    }

    @Test
    void anEarlierCopyStaysUntilTheNewOneIsWhole() throws IOException {
        byte[] earlier = {1, 2, 3};
        Files.write(target, earlier);
        URI broken = server.at("/broken", (exchange, n) -> server.serveWithoutRanges(exchange, HALF));
        assertThatThrownBy(() -> fetch(broken)).isInstanceOf(DataException.class);
        assertThat(target).hasBinaryContent(earlier);
        URI home = server.at("/home", (exchange, n) -> server.serve(exchange));
        fetch(home);
        assertFetched();
    }

    @Test
    void aCancelledFetchIsContinuedTheNextTime() throws IOException {
        URI home = server.at("/home", (exchange, n) -> {
            if (n == 0) server.serveThenStall(exchange, HALF);
            else server.serve(exchange);
        });
        AtomicLong got = new AtomicLong();
        Progress impatient = new Progress() {
            @Override
            public void at(String what, long done, long total, double perSecond) {
                got.set(done);
            }

            @Override
            public boolean cancelled() {
                return got.get() >= HALF;
            }
        };
        assertThatThrownBy(() -> fetch(impatient, home)).isInstanceOf(CancellationException.class);
        assertThat(target).doesNotExist();
        assertThat(folder.resolve("data.gz.part")).hasSize(HALF);
        fetch(home);
        assertFetched();
        assertThat(server.requests().get(1)).isEqualTo(new Request("/home", "bytes=" + HALF + "-", "\"v1\""));
    }

    @Test
    void anInterruptedThreadStopsFetching() {
        URI home = server.at("/home", (exchange, n) -> server.stall());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> fetch(home)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aPartThatOnlyWantedMovingIsNotFetchedAgain() throws IOException {
        Files.write(folder.resolve("data.gz.part"), file);
        fetch(URI.create("http://localhost:1/nobody"));
        assertFetched();
    }

    @Test
    void aPartThatIsLongerThanTheFileIsThrownAway() throws IOException {
        Files.write(folder.resolve("data.gz.part"), new byte[LENGTH + 1]);
        fetch(server.at("/home", (exchange, n) -> server.serve(exchange)));
        assertFetched();
    }

    @Test
    void theSpeedIsTheServersOwn() throws IOException {
        // 6,000 bytes, then at least 10 ms of rest, fifty times: never above 600,000 bytes a second.
        URI home = server.at("/home", (exchange, n) -> {
            exchange.sendResponseHeaders(200, LENGTH);
            for (int i = 0; i < 50; i++) {
                exchange.getResponseBody().write(file, i * LENGTH / 50, LENGTH / 50);
                exchange.getResponseBody().flush();
                pause(10);
            }
        });
        List<Double> speeds = new ArrayList<>();
        fetch((what, done, total, perSecond) -> speeds.add(perSecond), home);
        double last = speeds.get(speeds.size() - 2);
        assertThat(last).isBetween(50_000.0, 700_000.0);
    }

    @Test
    void aFileLargerThanTheDiskIsRefusedBeforeAnythingIsFetched() {
        URI home = server.at("/home", (exchange, n) -> server.serve(exchange));
        assertThatThrownBy(() ->
                        downloader.fetch(new Download("huge", 1L << 60, "", List.of(home)), target, Progress.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("make room or choose another data folder");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theSameFileIsNotFetchedTwiceAtOnce() throws IOException {
        try (PartFile other = PartFile.open(target, LENGTH)) {
            assertThat(other.size()).isZero();
            assertThatThrownBy(() -> fetch(URI.create("http://localhost:1/nobody")))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("is being fetched already");
        }
    }

    private void fetch(URI... mirrors) throws DataException {
        fetch(Progress.NONE, mirrors);
    }

    private void fetch(Progress progress, URI... mirrors) throws DataException {
        fetch(downloader, progress, mirrors);
    }

    private void fetch(Downloader with, Progress progress, URI... mirrors) throws DataException {
        with.fetch(new Download("data.gz", LENGTH, TestFiles.sha256(file), List.of(mirrors)), target, progress);
    }

    private void assertFetched() throws IOException {
        assertThat(Arrays.equals(Files.readAllBytes(target), file)).isTrue();
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    private static Downloader withStall(Duration stall) {
        return new Downloader(new Downloader.Patience(Duration.ofSeconds(10), stall, 3, Duration.ofMillis(10)));
    }

    private static int start(Request request) {
        return Integer.parseInt(request.range().replaceAll("\\D", ""));
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
