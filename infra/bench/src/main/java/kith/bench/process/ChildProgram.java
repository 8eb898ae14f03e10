package kith.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program of this run: it writes into a log of its own and ends with the run. */
public final class ChildProgram implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final String name;
    private final Process process;
    private final Path log;
    private final long begunNanos = System.nanoTime();

    private ChildProgram(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param environment added to the own one; an empty value takes a variable away
     */
    public static ChildProgram start(
            String name,
            List<String> words,
            Map<String, String> environment,
            Path directory,
            Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        environment.forEach((variable, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(variable);
            } else {
                builder.environment().put(variable, value);
            }
        });
        try {
            Files.createDirectories(log.resolveSibling("."));
            Files.createDirectories(directory);
            ChildProgram program = new ChildProgram(name, builder.start(), log);
            Runtime.getRuntime().addShutdownHook(new Thread(program::end, "end-" + name));
            return program;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs it to its end and answers with what it wrote. */
    public static String run(
            String name,
            List<String> words,
            Map<String, String> environment,
            Path directory,
            Path log,
            Duration limit) {
        try (ChildProgram program = start(name, words, environment, directory, log)) {
            if (!program.process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " did not end; see " + log);
            }
            if (program.process.exitValue() != 0) {
                throw new IllegalStateException(
                        name + " failed; the end of " + log + ":\n" + program.lastLines());
            }
            return program.output();
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", failure);
        }
    }

    /** Waits until a condition holds and tells how long that took since the start. */
    public Duration awaitReady(BooleanSupplier isReady, Duration limit) {
        while (!isReady.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        name + " ended; the end of " + log + ":\n" + lastLines());
            }
            if (elapsed().compareTo(limit) > 0) {
                throw new IllegalStateException(name + " is not ready after " + limit);
            }
            Pause.of(PAUSE);
        }
        return elapsed();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    public long pid() {
        return process.pid();
    }

    /** All that it has written so far. */
    public String output() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String lastLines() {
        List<String> lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
    }
}
