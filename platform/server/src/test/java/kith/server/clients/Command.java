package kith.server.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What became of a program that was run to its end.
 *
 * @param output what it printed
 * @param notes what it printed as errors
 */
record Command(int status, String output, String notes) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Runs it, and stops it when its time is up. */
    static Command run(List<String> words, Path folder, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("kith-output", ".txt");
            Path notes = Files.createTempFile("kith-notes", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(words)
                            .directory(folder.toFile())
                            .redirectOutput(output.toFile())
                            .redirectError(notes.toFile());
            builder.environment().putAll(environment);
            int status = ended(builder.start());
            return new Command(status, taken(output), taken(notes));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a program that must succeed printed. */
    static String output(List<String> words) {
        Command command = run(words, Path.of("."), Map.of());
        if (command.status() != 0) {
            throw new AssertionError(words + " ended with " + command);
        }
        return command.output().strip();
    }

    private static int ended(Process process) {
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError("still at work after " + LIMIT);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", failure);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String taken(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
