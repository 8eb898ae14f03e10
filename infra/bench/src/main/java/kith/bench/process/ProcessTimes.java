package kith.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What processes have cost the machine so far, in seconds of one core; from {@code /proc}. */
public final class ProcessTimes {

    private static final Path PROC = Path.of("/proc");

    /** Linux counts in hundredths of a second on every machine that Kith runs on. */
    private static final double TICKS = 100;

    private ProcessTimes() {}

    /** Of one process with those of its children that have ended. */
    public static double of(long pid) {
        return stat(PROC.resolve(Long.toString(pid)))
                .map(stat -> stat.own() + stat.ofEndedChildren())
                .orElse(0.0);
    }

    /** Of a process and all its children, running or ended. */
    public static double ofFamily(long pid) {
        double sum = of(pid);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                sum +=
                        stat(process)
                                .filter(stat -> stat.parent() == pid)
                                .map(Stat::own)
                                .orElse(0.0);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sum;
    }

    /** Of everything on the machine, whoever started it. */
    public static double ofMachine() {
        String[] fields =
                read(PROC.resolve("stat"))
                        .orElseThrow()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .trim()
                        .split("\\s+", -1);
        double busy = 0;
        for (int index = 1; index <= 8; index++) {
            boolean isIdle = index == 4 || index == 5;
            busy += isIdle ? 0 : Long.parseLong(fields[index]);
        }
        return busy / TICKS;
    }

    /** The memory that a process holds, in megabytes. */
    public static long residentMegabytes(long pid) {
        return read(PROC.resolve(pid + "/status")).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static Optional<Stat> stat(Path process) {
        return read(process.resolve("stat")).map(Stat::of);
    }

    /** Empty for a process that has ended meanwhile. */
    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException failure) {
            if (String.valueOf(failure.getMessage()).contains("No such process")) {
                return Optional.empty();
            }
            throw new UncheckedIOException(failure);
        }
    }

    private record Stat(long parent, double own, double ofEndedChildren) {
        static Stat of(String line) {
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return new Stat(
                    Long.parseLong(fields[1]),
                    (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS,
                    (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS);
        }
    }
}
