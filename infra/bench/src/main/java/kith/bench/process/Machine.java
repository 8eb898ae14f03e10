package kith.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine on which a run takes place. */
public final class Machine {

    private Machine() {}

    /** Cores, processor, memory, system. */
    public static String described() {
        return "%d cores of %s, %s GiB, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        found("/proc/cpuinfo", "model name").orElse("an unknown processor"),
                        found("/proc/meminfo", "MemTotal")
                                .map(text -> Long.parseLong(text.replaceAll("[^0-9]", "")))
                                .map(kilobytes -> Long.toString(kilobytes / (1024 * 1024)))
                                .orElse("?"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"));
    }

    private static Optional<String> found(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
