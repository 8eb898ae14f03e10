package kith.script.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kith.script.ScriptFailure.LimitName;
import org.jspecify.annotations.Nullable;

/** A process that runs rules as the host holds it, used by one thread at a time. */
final class RunProcess {

    static final int READY = 0x4b524e31;

    /** No message of a rule within its limits is larger. */
    private static final long MAX_MESSAGE_BYTES = 32L << 20;

    private static final int MAX_SCRIPTS = 300;
    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 137;
    private static final long PATIENCE_SECONDS = 5;
    private static final long NEVER = Long.MAX_VALUE;

    private final Process process;
    private final WireWriter out;
    private final WireReader in;
    private final RunProcessSettings settings;
    private final Set<Integer> loaded = new HashSet<>();
    private final long startedAt = System.nanoTime();
    private volatile long patienceNanos = NEVER;
    private volatile @Nullable LimitName breach;
    private volatile boolean isClosed;
    private boolean isReady;

    private RunProcess(Process process, RunProcessSettings settings) {
        this.process = process;
        this.out = new WireWriter(process.getOutputStream());
        this.in = new WireReader(process.getInputStream(), MAX_MESSAGE_BYTES);
        this.settings = settings;
    }

    /** Starts a process and does not wait until it is ready. */
    static RunProcess start(RunProcessSettings settings) {
        List<String> command = new ArrayList<>(settings.launcher());
        command.addAll(
                List.of(
                        settings.java().toString(),
                        "-Xmx" + settings.heapMegabytes() + "m",
                        "-Xms8m",
                        "-XX:MaxMetaspaceSize=96m",
                        "-XX:MaxDirectMemorySize=1m",
                        "-XX:ReservedCodeCacheSize=48m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+DisplayVMOutputToStderr",
                        "-XX:-UsePerfData",
                        // An error that a rule makes often would lose its line.
                        "-XX:-OmitStackTraceInFastThrow",
                        "-XX:+DisableAttachMechanism",
                        "-cp",
                        settings.classPath(),
                        RunProcessMain.class.getName()));
        var builder =
                new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectError(Redirect.DISCARD);
        // Nothing of the host's environment, least of all its secrets.
        builder.environment().clear();
        try {
            return new RunProcess(builder.start(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("a process for rules cannot be started", e);
        }
    }

    void awaitReady() {
        if (isReady) {
            return;
        }
        allow(settings.startDeadline().toNanos());
        try {
            isReady = in.number() == READY;
        } catch (IOException e) {
            throw new UncheckedIOException("a process for rules did not become ready", e);
        } finally {
            allowAll();
        }
        if (!isReady) {
            throw new IllegalStateException("what was started does not run rules");
        }
    }

    WireWriter out() {
        return out;
    }

    WireReader in() {
        return in;
    }

    /** Gives the process a rule that it has not got yet. */
    void load(RemoteScript script) throws IOException {
        if (loaded.add(script.number())) {
            out.kind(Message.LOAD).number(script.number()).bytes(script.bytes());
        }
    }

    /** Between runs: lets the process forget its rules where there are many. */
    void tidy() throws IOException {
        if (loaded.size() >= MAX_SCRIPTS) {
            loaded.clear();
            out.kind(Message.FORGET);
        }
    }

    /** It is killed unless it is done before so much time and some grace have passed. */
    void allow(long nanos) {
        patienceNanos = System.nanoTime() - startedAt + nanos + settings.grace().toNanos();
    }

    void allowAll() {
        patienceNanos = NEVER;
    }

    void killIfOverdue() {
        if (System.nanoTime() - startedAt > patienceNanos) {
            kill(LimitName.WALL_TIME);
        }
    }

    void kill(LimitName reason) {
        breach = reason;
        isClosed = true;
        process.destroyForcibly();
    }

    void close() {
        isClosed = true;
        process.destroyForcibly();
    }

    boolean isAlive() {
        return !isClosed && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** The limit for which the process ended by now, {@code null} where it ended for none. */
    @Nullable LimitName breach() {
        LimitName known = breach;
        if (known != null) {
            return known;
        }
        return switch (exitCode()) {
            case OUT_OF_MEMORY, KILLED -> LimitName.ALLOCATION;
            default -> null;
        };
    }

    private int exitCode() {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
