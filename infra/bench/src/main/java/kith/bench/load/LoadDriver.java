package kith.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps a number of connections busy: each sends the next request as soon as its answer is there.
 */
public final class LoadDriver {

    /** How long answers that are under way at the end are waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int MOST_FAILURES = 1_000;

    private final InetSocketAddress address;
    private final Supplier<byte[]> requests;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private long[] micros = new long[1 << 16];
    private int count;
    private long failures;
    private long bytes;

    private LoadDriver(InetSocketAddress address, Supplier<byte[]> requests) {
        this.address = address;
        this.requests = requests;
    }

    /**
     * Sends requests for a time.
     *
     * @param requests whole HTTP requests
     */
    public static LoadResult run(
            InetSocketAddress address,
            Supplier<byte[]> requests,
            int connections,
            Duration duration) {
        try {
            return new LoadDriver(address, requests).run(connections, duration);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private LoadResult run(int connections, Duration duration) throws IOException {
        List<LoadConnection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int index = 0; index < connections; index++) {
                open.add(LoadConnection.open(address, selector));
            }
            long begun = System.nanoTime();
            long end = begun + duration.toNanos();
            for (LoadConnection connection : open) {
                connection.send(requests.get());
            }
            drive(selector, open, end);
            return new LoadResult(
                    Duration.ofNanos(System.nanoTime() - begun),
                    Arrays.copyOf(micros, count),
                    failures,
                    bytes);
        } finally {
            for (LoadConnection connection : open) {
                connection.close();
            }
        }
    }

    private void drive(Selector selector, List<LoadConnection> open, long end) throws IOException {
        int busy = open.size();
        while (busy > 0 && failures < MOST_FAILURES) {
            selector.select(1_000);
            for (SelectionKey key : selector.selectedKeys()) {
                LoadConnection connection = (LoadConnection) key.attachment();
                try {
                    if (connection.proceed(buffer)) {
                        completed(connection);
                        if (System.nanoTime() < end) {
                            connection.send(requests.get());
                        } else {
                            busy--;
                        }
                    }
                } catch (IOException _) {
                    failures++;
                    open.remove(connection);
                    connection.close();
                    if (System.nanoTime() < end && failures < MOST_FAILURES) {
                        LoadConnection next = LoadConnection.open(address, selector);
                        open.add(next);
                        next.send(requests.get());
                    } else {
                        busy--;
                    }
                }
            }
            selector.selectedKeys().clear();
            if (System.nanoTime() > end + PATIENCE.toNanos()) {
                failures += busy;
                return;
            }
        }
    }

    private void completed(LoadConnection connection) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = connection.elapsedNanos() / 1_000;
        bytes += connection.answer().length();
        if (!connection.answer().isGood()) {
            failures++;
        }
    }
}
