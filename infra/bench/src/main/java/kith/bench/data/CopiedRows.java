package kith.bench.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by {@code copy}. */
final class CopiedRows {

    private static final int CHUNK = 1 << 16;

    private CopiedRows() {}

    /** A column and what a record holds in it. */
    record Column(String name, Function<BenchRecord, @Nullable Object> value) {}

    static void copy(
            Connection connection, String table, List<Column> columns, Stream<BenchRecord> records)
            throws SQLException {
        String names = String.join(", ", columns.stream().map(Column::name).toList());
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " (" + names + ") from stdin");
        try {
            StringBuilder rows = new StringBuilder(CHUNK + 4096);
            for (BenchRecord record : (Iterable<BenchRecord>) records::iterator) {
                append(rows, columns, record);
                if (rows.length() >= CHUNK) {
                    send(copy, rows);
                }
            }
            send(copy, rows);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void append(StringBuilder rows, List<Column> columns, BenchRecord record) {
        char separator = 0;
        for (Column column : columns) {
            if (separator != 0) {
                rows.append(separator);
            }
            separator = '\t';
            Object value = column.value().apply(record);
            rows.append(value == null ? "\\N" : value);
        }
        rows.append('\n');
    }

    private static void send(CopyIn copy, StringBuilder rows) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }
}
