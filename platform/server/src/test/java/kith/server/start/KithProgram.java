package kith.server.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kith.server.Main;

/**
 * The product's program in a JVM of its own; it lives at most two minutes, so no wait is longer.
 */
final class KithProgram implements AutoCloseable {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private KithProgram(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture.delayedExecutor(LONGEST_LIFE.toSeconds(), TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
    }

    /** Starts it with these settings and none of the surrounding shell's. */
    static KithProgram start(Map<String, String> settings) {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName())
                        .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.startsWith("KITH_") && !name.equals("KITH_CACHE_DIR"));
        environment.putAll(settings);
        try {
            return new KithProgram(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads up to a line that begins so; false if the program ends without it. */
    boolean says(String beginning) {
        try {
            String line = output.readLine();
            while (line != null) {
                lines.add(line);
                if (line.startsWith(beginning)) {
                    return true;
                }
                line = output.readLine();
            }
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What it has started by now, and what that started. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Asks it to stop, as service managers do; what it still says can be read. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for its end and answers with its exit code. */
    int exitCode() throws InterruptedException {
        output.lines().forEach(lines::add);
        return process.waitFor();
    }

    /** What was read of its output and errors. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
