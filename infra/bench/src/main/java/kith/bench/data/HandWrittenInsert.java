package kith.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalDouble;

/**
 * The rows that a request left in Kith's tables, inserted once more by hand: the least that keeping
 * a record with its history and its event costs.
 *
 * @param records the table of the records
 * @param condition which of its rows the request left
 * @param happened which rows of history and outbox it left
 */
record HandWrittenInsert(String records, String condition, String happened) {

    private static final String GIVEN_COLUMNS =
            """
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped
                and attgenerated = '' and attidentity = ''
            """;

    /** Records a second; empty where the request left none. */
    OptionalDouble run(Connection database) throws SQLException {
        database.setAutoCommit(false);
        Sql.run(
                database,
                keep("records", records, condition)
                        + keep("history", "history", happened)
                        + keep("outbox", "outbox", happened));
        long count =
                Long.parseLong(
                        String.valueOf(
                                Sql.value(
                                        database,
                                        "select coalesce(cardinality(rows), 0) from kept_records")));
        String inserts =
                insert(database, "records", records)
                        + insert(database, "history", "history")
                        + insert(database, "outbox", "outbox");
        database.commit();
        long begun = System.nanoTime();
        Sql.run(database, inserts);
        database.commit();
        double seconds = (System.nanoTime() - begun) / 1e9;
        database.setAutoCommit(true);
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(count / seconds);
    }

    private static String keep(String name, String table, String rows) {
        return """
        create temp table kept_%1$s as select array_agg(r) as rows from %2$s r where %3$s;
        delete from %2$s r where %3$s;
        """
                .formatted(name, table, rows);
    }

    private static String insert(Connection database, String name, String table)
            throws SQLException {
        return "insert into %2$s (%3$s) select %3$s from kept_%1$s k, unnest(k.rows) r;"
                .formatted(name, table, Sql.value(database, GIVEN_COLUMNS, table));
    }
}
