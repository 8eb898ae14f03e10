package kith.runtime.testing;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.runtime.tenant.Tenant;
import kith.runtime.value.StoredValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts records into the tables as their owner, beside the path of writes: for tests of reads.
 * Values have the Java types of their fields.
 */
public final class SampleRecords implements AutoCloseable {

    /** When records are made that do not say when. */
    public static final OffsetDateTime MADE_AT =
            OffsetDateTime.of(2026, 1, 31, 12, 0, 0, 0, ZoneOffset.UTC);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Tenant tenant;
    private final Connection connection;

    private SampleRecords(Tenant tenant, Connection connection) {
        this.tenant = tenant;
        this.connection = connection;
    }

    public static SampleRecords into(RuntimeDatabase runtime, Tenant tenant) throws SQLException {
        Connection connection = runtime.owner();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set kith.tenant = '" + tenant.key() + "'");
        }
        connection.setAutoCommit(false);
        return new SampleRecords(tenant, connection);
    }

    /** A short id for readable tests. */
    public static UUID id(long number) {
        return UUID.fromString("00000000-0000-7000-8000-%012d".formatted(number));
    }

    /** Adds a record; what is not given takes a plain value. */
    public void add(ObjectType object, UUID id, Map<Field, Object> values) throws SQLException {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("tenant", tenant.key());
        columns.put("object", object.key());
        columns.put("id", id);
        columns.put("version", 1);
        columns.put("created_at", MADE_AT);
        columns.put("updated_at", MADE_AT);
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        values.forEach((field, value) -> put(columns, more, field, value));
        insert(columns, more);
    }

    private static void put(
            Map<String, Object> columns, ObjectNode more, Field field, Object value) {
        switch (field.storage()) {
            case Storage.Column(var name) ->
                    columns.put(
                            name,
                            name.equals("version")
                                    ? ((BigDecimal) value).intValueExact()
                                    : StoredValues.toColumn(value));
            case Storage.Slot slot ->
                    columns.put(slot.column(), StoredValues.toColumn(field.type(), value));
            case Storage.Overflow overflow ->
                    more.set(overflow.key(), StoredValues.toOverflow(value));
            case Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException(field.name() + " has no home in the record");
        }
    }

    private void insert(Map<String, Object> columns, ObjectNode more) throws SQLException {
        List<String> names = List.copyOf(columns.keySet());
        String sql =
                "insert into record (%s, more) values (%s?::jsonb)"
                        .formatted(String.join(", ", names), "?, ".repeat(names.size()));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int index = 0; index < names.size(); index++) {
                insert.setObject(index + 1, forDriver(columns.get(names.get(index))));
            }
            insert.setString(
                    names.size() + 1, more.isEmpty() ? null : JSON.writeValueAsString(more));
            insert.executeUpdate();
        }
    }

    /** The driver knows no instants. */
    private static @Nullable Object forDriver(@Nullable Object value) {
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
    }

    /** Links two records through a many-to-many field. */
    public void link(Field field, UUID source, UUID target) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into link (tenant, field, source, target) values (?, ?, ?, ?)")) {
            insert.setInt(1, tenant.key());
            insert.setObject(2, field.id());
            insert.setObject(3, source);
            insert.setObject(4, target);
            insert.executeUpdate();
        }
    }

    /** Keeps what was added. */
    @Override
    public void close() throws SQLException {
        connection.commit();
        connection.close();
    }
}
