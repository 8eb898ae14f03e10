package kith.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL's own directory inside the data directory: made once, refused if of another major
 * version.
 */
final class PostgresCluster {

    static final String SUPERUSER = "postgres";

    private final DataDirectory data;
    private final PostgresBinaries binaries;
    private final Path folder;

    PostgresCluster(DataDirectory data, PostgresBinaries binaries) {
        this.data = data;
        this.binaries = binaries;
        this.folder = data.folder("postgres");
    }

    Path folder() {
        return folder;
    }

    void prepare() {
        try {
            if (!Files.exists(folder)) {
                initialize();
            }
            requireSameMajorVersion();
            forgetStrangerInPidFile();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void requireSameMajorVersion() throws IOException {
        Path file = folder.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new StartProblem(
                    StartProblem.Code.DAMAGED,
                    folder + " exists but holds no PostgreSQL data.",
                    "Restore it from a backup, or move it away to begin with an empty database.");
        }
        String found = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (!found.equals(binaries.majorVersion())) {
            throw new StartProblem(
                    StartProblem.Code.OTHER_MAJOR_VERSION,
                    "%s was written by PostgreSQL %s; this Kith brings PostgreSQL %s."
                            .formatted(folder, found, binaries.majorVersion()),
                    "Export it with the old version and import it here, or name another"
                            + " KITH_DATA_DIR.");
        }
    }

    /** Initializes beside and moves, so that an interrupted start leaves no half-made cluster. */
    private void initialize() throws IOException {
        Path unfinished = data.folder("postgres.unfinished");
        CacheDirectory.delete(unfinished);
        data.secrets().withFileOf("postgres", passwordFile -> runInitdb(unfinished, passwordFile));
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void runInitdb(Path target, Path passwordFile) throws IOException {
        List<String> words = new ArrayList<>(Machine.asOrdinaryUser());
        words.addAll(
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + target,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // Text compares by code point; what must sort for people names its
                        // collation.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions"));
        ChildCommand command =
                new ChildCommand("initdb", words, Map.of(), data.root(), StopSignal.INT);
        Path log = data.log("initdb");
        Process initdb =
                command.builder().redirectErrorStream(true).redirectOutput(log.toFile()).start();
        int exit = waitFor(initdb);
        if (exit != 0) {
            throw new StartProblem(
                    StartProblem.Code.CHILD_DIED,
                    "initdb ended with exit code %d.%n%s"
                            .formatted(exit, Files.readString(log, StandardCharsets.UTF_8)),
                    "See " + log + ".");
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException failure) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while initializing", failure);
        }
    }

    /**
     * After a crash of the machine, PostgreSQL's own pid file may name a number that some other
     * program has now; PostgreSQL would refuse to start because of it.
     */
    private void forgetStrangerInPidFile() throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid =
                Long.parseLong(Files.readAllLines(file, StandardCharsets.UTF_8).getFirst().strip());
        boolean isStranger =
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().commandLine())
                        .map(command -> !command.contains(folder.toString()))
                        .orElse(false);
        if (isStranger) {
            Files.delete(file);
        }
    }

    /** PostgreSQL writes its state into the eighth line of its pid file. */
    boolean isReady() {
        try {
            Path file = folder.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return false;
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() >= 8 && lines.get(7).strip().equals("ready");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
