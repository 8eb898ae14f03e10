package kith.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Redis of our own on the loopback interface, behind a password. It keeps a snapshot in the data
 * directory; nothing in it is beyond rebuilding.
 */
public final class RedisProcess implements AutoCloseable {

    static final String SERVICE = "redis";
    private static final String HOST = "127.0.0.1";
    private static final Duration READY_LIMIT = Duration.ofSeconds(30);
    private static final int ANSWER_LIMIT_MILLIS = 1_000;

    private final SupervisedChild child;
    private final int port;
    private final String password;

    private RedisProcess(SupervisedChild child, int port, String password) {
        this.child = child;
        this.port = port;
        this.password = password;
    }

    /** Starts it; the orphan of a killed parent is ended first. */
    public static RedisProcess start(DataDirectory data, int portOr0) {
        RedisBinary binary = RedisBinary.unpacked(CacheDirectory.ofUser());
        data.pidFile(SERVICE).endOrphan(StopSignal.TERM);
        int port = data.ports().choose(SERVICE, portOr0);
        String password = data.secrets().get("redis");
        ChildCommand command =
                new ChildCommand(
                        SERVICE,
                        List.of(
                                binary.program().toString(),
                                configuration(data, port, password).toString()),
                        Map.of(),
                        data.root(),
                        StopSignal.TERM);
        ChildProcess child = ChildProcess.start(command, data);
        child.awaitReady(() -> answers(port, password), READY_LIMIT);
        return new RedisProcess(
                SupervisedChild.over(child, () -> ChildProcess.start(command, data)),
                port,
                password);
    }

    /** In a file, because a password among the arguments is readable to every user. */
    private static Path configuration(DataDirectory data, int port, String password) {
        try {
            Path folder = Files.createDirectories(data.folder(SERVICE));
            Path file = folder.resolve("redis.conf");
            PropertiesFile.writePrivately(
                    file,
                    """
                    bind %s
                    port %d
                    requirepass %s
                    dir %s
                    appendonly no
                    save 300 100
                    """
                            .formatted(HOST, port, password, folder));
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String host() {
        return HOST;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /** {@code redis://:password@host:port}. */
    public String url() {
        return "redis://:" + password + "@" + HOST + ":" + port;
    }

    /** True when it takes the password and answers a ping. */
    boolean answers() {
        return answers(port, password);
    }

    private static boolean answers(int port, String password) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    ANSWER_LIMIT_MILLIS);
            socket.setSoTimeout(ANSWER_LIMIT_MILLIS);
            socket.getOutputStream()
                    .write(
                            ("AUTH " + password + "\r\nPING\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            return "+OK".equals(answers.readLine()) && "+PONG".equals(answers.readLine());
        } catch (IOException _) {
            // Not listening yet, or loading its snapshot; the caller asks again.
            return false;
        }
    }

    public boolean isAlive() {
        return child.current().isAlive();
    }

    ChildProcess child() {
        return child.current();
    }

    @Override
    public void close() {
        child.close();
    }
}
