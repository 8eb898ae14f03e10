package kith.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kith.embedded.testing.TestRedis;
import kith.embedded.testing.TestServices;

/** A way to the Redis of the tests that a test may cut, so that only its own server loses Redis. */
public final class RedisCable implements AutoCloseable {

    private final TestRedis redis = TestServices.redis();
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket entrance;
    private volatile boolean isBlocked;

    private RedisCable() throws IOException {
        this.entrance = listen(0);
        this.port = entrance.getLocalPort();
    }

    public static RedisCable lay() {
        try {
            return new RedisCable();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where a server finds Redis. */
    public URI url() {
        return URI.create("redis://:" + redis.password() + "@127.0.0.1:" + port);
    }

    /** From now on Redis is as if it had ended: nobody listens any more. */
    public void cut() {
        try {
            entrance.close();
            closeAll();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** From now on Redis is as if behind a wall: connections stay, and nothing is answered. */
    public void block() {
        isBlocked = true;
    }

    /** Redis is there again. */
    public void mend() {
        try {
            isBlocked = false;
            closeAll();
            if (entrance.isClosed()) {
                entrance = listen(port);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ServerSocket listen(int wanted) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        Thread.ofVirtual().start(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                join(socket.accept(), new Socket(redis.host(), redis.port()));
            } catch (IOException _) {
                // The entrance was closed, and with it all that came through it.
                ends.removeIf(Socket::isClosed);
            }
        }
    }

    private void join(Socket near, Socket far) {
        ends.add(near);
        ends.add(far);
        Thread.ofVirtual().start(() -> carry(near, far));
        Thread.ofVirtual().start(() -> carry(far, near));
    }

    private void carry(Socket from, Socket to) {
        byte[] some = new byte[8192];
        try (from;
                to) {
            InputStream source = from.getInputStream();
            for (int read = source.read(some); read >= 0; read = source.read(some)) {
                if (!isBlocked) {
                    to.getOutputStream().write(some, 0, read);
                }
            }
        } catch (IOException _) {
            // One end was closed; so is the other now.
            ends.remove(from);
        }
    }

    private void closeAll() throws IOException {
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    @Override
    public void close() {
        cut();
    }
}
