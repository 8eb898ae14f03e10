package kith.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * Remembers which process a service ran as, so that the next start ends the orphan of a killed
 * parent and never a stranger that got the same number: start time and command line must match as
 * well.
 */
final class PidFile {

    // Linux derives start times from its boot time, which a clock correction moves a little.
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Path file;
    private final String marker;

    /** The marker is a text that the command line of every such process contains. */
    PidFile(Path file, String marker) {
        this.file = file;
        this.marker = marker;
    }

    void remember(ProcessHandle process) {
        Properties mark = new Properties();
        mark.setProperty("pid", Long.toString(process.pid()));
        mark.setProperty("started", startOf(process).toString());
        PropertiesFile.write(file, mark);
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The process that this file names, if it still runs. */
    Optional<ProcessHandle> orphan() {
        Properties mark = PropertiesFile.read(file);
        if (!mark.containsKey("pid")) {
            return Optional.empty();
        }
        Instant started = Instant.parse(mark.getProperty("started"));
        return ProcessHandle.of(Long.parseLong(mark.getProperty("pid")))
                .filter(ProcessHandle::isAlive)
                .filter(process -> isClose(startOf(process), started))
                .filter(process -> process.info().commandLine().orElse("").contains(marker));
    }

    void endOrphan(StopSignal signal) {
        orphan().ifPresent(process -> end(process, signal));
        forget();
    }

    private static void end(ProcessHandle process, StopSignal signal) {
        signal.send(process.pid());
        if (!ProcessEnd.within(process, STOP_LIMIT)) {
            process.destroyForcibly();
            ProcessEnd.within(process, STOP_LIMIT);
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static boolean isClose(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(START_TOLERANCE) <= 0;
    }
}
