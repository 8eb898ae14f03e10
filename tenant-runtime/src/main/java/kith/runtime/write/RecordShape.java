package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SlotKind;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.runtime.sql.Sql;
import kith.runtime.value.StoredValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which columns a statement reads to load whole records of some objects, and how its rows become
 * records.
 */
final class RecordShape {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final String OBJECT = "object";
    private static final String ID = "id";
    private static final String VERSION = "version";
    private static final String DELETION = "deletion";
    private static final String MORE = "more";

    private final Catalog catalog;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private RecordShape(Catalog catalog) {
        this.catalog = catalog;
        List.of(OBJECT, ID, VERSION, DELETION).forEach(this::add);
    }

    /** For whole records of these objects. */
    static RecordShape of(Catalog catalog, Collection<ObjectType> objects) {
        RecordShape shape = new RecordShape(catalog);
        for (ObjectType object : objects) {
            for (Field field : object.fields()) {
                switch (field.storage()) {
                    case Storage.Column(String name) -> shape.add(name);
                    case Storage.Slot slot -> shape.add(slot.column());
                    case Storage.Overflow _ -> shape.add(MORE);
                    case Storage.Links _, Storage.Computed _ -> {}
                }
            }
        }
        return shape;
    }

    private void add(String column) {
        columns.putIfAbsent(column, columns.size());
    }

    /** The columns of the table under this alias, for {@link #read}. */
    Sql columns(Sql alias) {
        return Sql.join(
                ", ",
                columns.keySet().stream()
                        .map(column -> Sql.of("{}.{}", alias, Sql.identifier(column)))
                        .toList());
    }

    /** A row of {@link #columns} as a record. */
    StoredRecord read(Readable row) {
        int key = required(row, OBJECT, Integer.class);
        ObjectType object =
                catalog.objectWithKey(key)
                        .orElseThrow(() -> new IllegalStateException("No object with key " + key));
        Optional<JsonNode> more =
                columns.containsKey(MORE)
                        ? Optional.ofNullable(value(row, MORE, String.class)).map(JSON::readTree)
                        : Optional.empty();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : object.fields()) {
            Object value = value(row, field, more);
            if (value != null) {
                values.put(field.name(), value);
            } else if (field.type() instanceof FieldType.Checkbox && !field.isComputed()) {
                values.put(field.name(), false);
            }
        }
        return new StoredRecord(
                object,
                required(row, ID, UUID.class),
                required(row, VERSION, Integer.class),
                Optional.ofNullable(value(row, DELETION, UUID.class)),
                values);
    }

    private @Nullable Object value(Readable row, Field field, Optional<JsonNode> more) {
        return switch (field.storage()) {
            case Storage.Column(String name) ->
                    typed(field, value(row, name, javaType(field.type(), name)));
            case Storage.Slot slot ->
                    typed(field, value(row, slot.column(), javaType(slot.kind())));
            case Storage.Overflow overflow ->
                    more.map(document -> document.get(overflow.key()))
                            .filter(stored -> !stored.isNull())
                            .map(stored -> StoredValues.fromOverflow(field.type(), stored))
                            .orElse(null);
            case Storage.Links _, Storage.Computed _ -> null;
        };
    }

    private static @Nullable Object typed(Field field, @Nullable Object stored) {
        return stored == null ? null : StoredValues.fromColumn(field.type(), stored);
    }

    private <T> @Nullable T value(Readable row, String column, Class<T> type) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new IllegalArgumentException("The statement does not read " + column);
        }
        return row.get(index, type);
    }

    private <T> T required(Readable row, String column, Class<T> type) {
        T value = value(row, column, type);
        if (value == null) {
            throw new IllegalStateException("A record without " + column);
        }
        return value;
    }

    private static Class<?> javaType(FieldType type, String column) {
        if (column.equals(VERSION)) {
            return Integer.class;
        }
        return switch (type) {
            case FieldType.Id _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _ ->
                    UUID.class;
            case FieldType.TargetObject _ -> Integer.class;
            case FieldType.DateTime _ -> OffsetDateTime.class;
            case FieldType.Date _ -> LocalDate.class;
            case FieldType.Checkbox _ -> Boolean.class;
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ -> Long.class;
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _,
                    FieldType.ManyToMany _ ->
                    String.class;
        };
    }

    private static Class<?> javaType(SlotKind kind) {
        return switch (kind) {
            case TEXT -> String.class;
            case NUMBER -> Long.class;
            case DATE -> LocalDate.class;
            case TIME -> OffsetDateTime.class;
            case BOOLEAN -> Boolean.class;
            case REFERENCE -> UUID.class;
            case OBJECT -> Integer.class;
        };
    }
}
