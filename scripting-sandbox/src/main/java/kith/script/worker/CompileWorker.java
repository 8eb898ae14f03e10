package kith.script.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import kith.script.CompileResult;

/** A worker process as the host holds it, used by one thread at a time. */
final class CompileWorker implements AutoCloseable {

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream results;
    private final ScheduledExecutorService watchdog;
    private final Duration deadline;
    private final Duration startDeadline;
    private boolean isReady;
    private int compilations;

    private CompileWorker(
            Process process, ScheduledExecutorService watchdog, CompileWorkerSettings settings) {
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.results = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.watchdog = watchdog;
        this.deadline = settings.deadline();
        this.startDeadline = settings.startDeadline();
    }

    /** Starts a process and does not wait until it is ready. */
    static CompileWorker start(CompileWorkerSettings settings, ScheduledExecutorService watchdog) {
        var command =
                List.of(
                        settings.java().toString(),
                        "-Xmx" + settings.heapMegabytes() + "m",
                        "-XX:MaxMetaspaceSize=128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-UsePerfData",
                        "-cp",
                        settings.classPath(),
                        CompileWorkerMain.class.getName(),
                        Long.toString(settings.deadline().multipliedBy(2).toMillis()));
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        // Nothing of the host's environment, least of all its secrets.
        builder.environment().clear();
        try {
            return new CompileWorker(builder.start(), watchdog, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("a compile worker cannot be started", e);
        }
    }

    /**
     * @throws IOException where the process died or was killed at its deadline; it is of no use
     *     then
     */
    CompileResult compile(CompileWire.Request request) throws IOException {
        awaitReady();
        ScheduledFuture<?> kill = killAfter(deadline);
        try {
            CompileWire.writeRequest(requests, request);
            CompileResult result = CompileWire.readResult(results);
            compilations++;
            return result;
        } catch (IllegalArgumentException e) {
            throw new IOException("not an answer of a compile worker", e);
        } finally {
            kill.cancel(false);
        }
    }

    int compilations() {
        return compilations;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    void awaitReady() {
        if (isReady) {
            return;
        }
        ScheduledFuture<?> kill = killAfter(startDeadline);
        try {
            isReady = results.readInt() == CompileWire.READY;
        } catch (IOException e) {
            throw new UncheckedIOException("a compile worker did not become ready", e);
        } finally {
            kill.cancel(false);
        }
        if (!isReady) {
            throw new IllegalStateException("the process started is not a compile worker");
        }
    }

    private ScheduledFuture<?> killAfter(Duration time) {
        return watchdog.schedule(process::destroyForcibly, time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
