package kith.bench.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kith.bench.data.DatabaseServer;
import kith.bench.data.ResourceText;
import kith.bench.load.LoadResult;
import kith.bench.process.ChildProgram;
import kith.bench.work.Ask;
import kith.bench.work.NewContact;
import kith.bench.work.Operation;
import tools.jackson.databind.json.JsonMapper;

/** What PostgreSQL can do at most: one hand-written statement an operation, run by pgbench. */
public final class RawSql {

    public static final String KEY = "raw";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PROCESSED = Pattern.compile("actually processed: ([0-9]+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("failed transactions: ([0-9]+)");
    private static final Duration SLACK = Duration.ofMinutes(3);

    private final DatabaseServer database;
    private final Path folder;

    /**
     * @param folder for scripts and logs
     */
    public RawSql(DatabaseServer database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Keeps PostgreSQL busy with an operation. */
    public LoadResult load(
            Operation operation, List<Ask> asks, int connections, Duration duration) {
        try {
            Files.createDirectories(folder);
            Path script = folder.resolve(operation.key() + ".sql");
            Files.writeString(script, script(operation, asks));
            forgetLogs();
            Path output = folder.resolve("pgbench.out");
            ChildProgram.run(
                    "pgbench",
                    words(operation, script, connections, duration),
                    environment(),
                    folder,
                    output,
                    duration.plus(SLACK));
            return result(Files.readString(output));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> words(
            Operation operation, Path script, int connections, Duration duration) {
        List<String> words = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared"));
        words.addAll(List.of("-f", script.toString(), "-c", Integer.toString(connections)));
        words.addAll(List.of("-j", "1", "-l", "--log-prefix=times"));
        if (operation.isSingleFile()) {
            words.addAll(List.of("-t", "3"));
        } else {
            words.addAll(List.of("-T", Long.toString(Math.max(1, duration.toSeconds()))));
        }
        return words;
    }

    private Map<String, String> environment() {
        return Map.of(
                "PGHOST", database.host(),
                "PGPORT", Integer.toString(database.port()),
                "PGUSER", DatabaseServer.ROLE,
                "PGPASSWORD", database.rolePassword(),
                "PGDATABASE", DatabaseServer.NATIVE);
    }

    private static String script(Operation operation, List<Ask> asks) {
        String text = ResourceText.read("sql/" + operation.file() + ".sql");
        return asks.getFirst() instanceof Ask.NewContacts(var contacts)
                ? text.replace("{contacts}", json(contacts))
                : text;
    }

    /** With spaces after the colons: pgbench takes words right behind one for its variables. */
    private static String json(List<NewContact> contacts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (NewContact contact : contacts) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("account_id", contact.account());
            row.put("owner_id", contact.owner());
            row.put("first_name", contact.firstName());
            row.put("last_name", contact.lastName());
            row.put("email", contact.email());
            row.put("phone", contact.phone());
            row.put("title", contact.title());
            row.put("status", contact.status());
            row.put("score", contact.score());
            rows.add(row);
        }
        return JSON.writeValueAsString(rows).replace("\":", "\": ");
    }

    private LoadResult result(String output) throws IOException {
        long count = Long.parseLong(found(PROCESSED, output));
        double rate = Double.parseDouble(found(RATE, output));
        Matcher failed = FAILED.matcher(output);
        long failures = failed.find() ? Long.parseLong(failed.group(1)) : 0;
        Duration elapsed =
                Duration.ofNanos(BigDecimal.valueOf(count / rate).movePointRight(9).longValue());
        return new LoadResult(elapsed, micros(), failures, 0);
    }

    private static String found(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench tells nothing of " + pattern + ": " + output);
        }
        return matcher.group(1);
    }

    /** Each line of its logs is a transaction; the third word is its time. */
    private long[] micros() throws IOException {
        List<long[]> parts = new ArrayList<>();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "times.*")) {
            for (Path log : logs) {
                try (Stream<String> lines = Files.lines(log)) {
                    parts.add(
                            lines.mapToLong(line -> Long.parseLong(line.split(" ", 4)[2]))
                                    .toArray());
                }
            }
        }
        return parts.stream().flatMapToLong(java.util.Arrays::stream).toArray();
    }

    private void forgetLogs() throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "times.*")) {
            for (Path log : logs) {
                Files.delete(log);
            }
        }
    }
}
