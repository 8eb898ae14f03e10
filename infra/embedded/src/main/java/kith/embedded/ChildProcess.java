package kith.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A running child with its log, its pid file and the watch that ends it should we be killed. */
final class ChildProcess implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long LOG_LIMIT_BYTES = 16L * 1024 * 1024;
    private static final int LAST_LINES = 15;

    private final ChildCommand command;
    private final Process process;
    private final OrphanWatch watch;
    private final Path log;
    private final PidFile pidFile;

    private ChildProcess(
            ChildCommand command, Process process, OrphanWatch watch, Path log, PidFile pidFile) {
        this.command = command;
        this.process = process;
        this.watch = watch;
        this.log = log;
        this.pidFile = pidFile;
    }

    static ChildProcess start(ChildCommand command, DataDirectory data) {
        Path log = data.log(command.service());
        try {
            turnOver(log);
            Process process =
                    command.inOwnSession()
                            .builder()
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            return watched(command, process, data);
        } catch (IOException failure) {
            throw new StartProblem(
                    StartProblem.Code.CHILD_DIED,
                    command.service() + " could not be started: " + failure.getMessage(),
                    "See " + log + ".",
                    failure);
        }
    }

    /** A child that nobody could end later must not stay. */
    private static ChildProcess watched(ChildCommand command, Process process, DataDirectory data)
            throws IOException {
        try {
            PidFile pidFile = data.pidFile(command.service());
            pidFile.remember(process.toHandle());
            OrphanWatch watch = OrphanWatch.over(process, command.stopSignal());
            return new ChildProcess(command, process, watch, data.log(command.service()), pidFile);
        } catch (IOException | RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static void turnOver(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Waits until the child answers; one that ends or stays silent is a problem, and is ended. */
    void awaitReady(BooleanSupplier isReady, Duration limit) {
        try {
            requireReady(isReady, limit);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void requireReady(BooleanSupplier isReady, Duration limit) {
        boolean ready =
                Waiting.until(
                        () -> {
                            requireAlive();
                            return isReady.getAsBoolean();
                        },
                        limit);
        if (!ready) {
            throw new StartProblem(
                    StartProblem.Code.NOT_READY_IN_TIME,
                    "%s did not answer within %d s.%n%s"
                            .formatted(command.service(), limit.toSeconds(), lastLines()),
                    "See " + log + ".");
        }
    }

    private void requireAlive() {
        if (!process.isAlive()) {
            throw new StartProblem(
                    StartProblem.Code.CHILD_DIED,
                    "%s ended with exit code %d while starting.%n%s"
                            .formatted(command.service(), process.exitValue(), lastLines()),
                    "See " + log + ".");
        }
    }

    String service() {
        return command.service();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    String lastLines() {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                command.stopSignal().send(process.pid());
                if (!ProcessEnd.within(process.toHandle(), STOP_LIMIT)) {
                    process.destroyForcibly();
                    ProcessEnd.within(process.toHandle(), STOP_LIMIT);
                }
            }
        } finally {
            watch.close();
            pidFile.forget();
        }
    }
}
