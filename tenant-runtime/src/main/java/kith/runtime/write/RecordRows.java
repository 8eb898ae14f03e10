package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.SystemFields;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;
import kith.runtime.value.OwnValues;
import kith.runtime.value.StoredValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the rows of records, a batch of one object at a time. */
final class RecordRows {

    private static final String ID = "id";
    private static final String MORE = "more";

    private final WriteSession session;

    RecordRows(WriteSession session) {
        this.session = session;
    }

    /**
     * Inserts new records, in the order of their ids, which keeps two batches from waiting for each
     * other.
     *
     * @param inserted is told the ids of those whose id was free
     */
    void insert(ObjectType object, List<Draft> drafts, Consumer<Set<UUID>> inserted) {
        GivenRows<Draft> given = GivenRows.of(drafts).column(ID, ColumnType.UUID, Draft::id);
        addColumns(given, object, used(drafts));
        Sql user = Sql.bind(SqlType.UUID, session.caller().user().orElse(null));
        Sql now = Sql.bind(session.now());
        session.send(
                Sql.of(
                        """
                        with inserted as (
                            insert into {} (tenant, object, version, created_at, created_by, updated_at, updated_by, {})
                            select {}, {}, 1, {}, {}, {}, {}, {} from {} where {} order by given.id
                            on conflict do nothing
                            returning id
                        )
                        select array_agg(id) from inserted\
                        """,
                        RecordTable.of(object).name(),
                        given.columns(),
                        session.tenant(),
                        Sql.bind(object.key()),
                        now,
                        user,
                        now,
                        user,
                        given.values(),
                        given.source(),
                        isFree(object)),
                RecordRows::ids,
                ids -> inserted.accept(ids.getFirst()));
        session.noteIfMoving(object, drafts.stream().map(Draft::id).toList());
    }

    /** The table itself keeps an id from being taken twice, but only within it. */
    private Sql isFree(ObjectType object) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(Sql.text("true"));
        for (RecordTable other : RecordTable.all(session.catalog())) {
            if (!other.equals(RecordTable.of(object))) {
                conditions.add(
                        Sql.of(
                                "not exists (select from {} o where o.tenant = {} and o.id = given.id)",
                                other.name(),
                                session.tenant()));
            }
        }
        return Sql.join(" and ", conditions);
    }

    /** One row that holds them all costs the driver less than a row for each. */
    private static Set<UUID> ids(Readable row) {
        UUID[] ids = row.get(0, UUID[].class);
        return ids == null ? Set.of() : new HashSet<>(Arrays.asList(ids));
    }

    /** Names of the fields that have a value in any of the new records. */
    static Set<String> used(List<Draft> drafts) {
        Set<String> used = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            draft.set()
                    .forEach((field, value) -> {
                        if (value != null) {
                            used.add(field);
                        }
                    });
        }
        return used;
    }

    /**
     * Writes changed records, which this transaction has locked. Each takes the columns that change
     * in any of them, with what it will hold there.
     */
    void update(ObjectType object, List<Draft> drafts) {
        GivenRows<Draft> given = GivenRows.of(drafts).column(ID, ColumnType.UUID, Draft::id);
        Set<String> changed = new LinkedHashSet<>();
        drafts.forEach(draft -> changed.addAll(draft.changed()));
        addColumns(given, object, changed);
        List<Sql> assignments = new ArrayList<>();
        assignments.add(Sql.text("version = changed.version + 1"));
        assignments.add(Sql.of("updated_at = {}", Sql.bind(session.now())));
        assignments.add(
                Sql.of(
                        "updated_by = {}",
                        Sql.bind(SqlType.UUID, session.caller().user().orElse(null))));
        assignments.addAll(given.assignments(RecordRows::merged));
        session.send(
                Sql.of(
                        "update {} changed set {} from {} where changed.tenant = {} and changed.id = given.id",
                        RecordTable.of(object).name(),
                        Sql.join(", ", assignments),
                        given.source(),
                        session.tenant()));
        session.noteIfMoving(object, drafts.stream().map(Draft::id).toList());
    }

    /** The home of a field in the table, of those that have one. */
    record Place(String column, ColumnType type) {}

    /** Where a field that has a column keeps its values. */
    static Place place(Field field) {
        return switch (field.storage()) {
            case Storage.Column(String column) -> new Place(column, columnType(field));
            case Storage.Slot slot -> new Place(slot.column(), ColumnType.of(slot.kind()));
            case Storage.Overflow _, Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException(field.name() + " has no column");
        };
    }

    /** Adds the columns of these fields. */
    static void addColumns(GivenRows<Draft> given, ObjectType object, Collection<String> names) {
        Map<String, Field> overflowing = new LinkedHashMap<>();
        boolean writesMore = false;
        for (Field field : object.fields()) {
            boolean isUsed = names.contains(field.name());
            switch (field.storage()) {
                case Storage.Column(String column) -> {
                    if (isUsed && OwnValues.isOwn(field)) {
                        given.column(column, columnType(field), value(field));
                    }
                }
                case Storage.Slot slot -> {
                    if (isUsed) {
                        given.column(slot.column(), ColumnType.of(slot.kind()), value(field));
                    }
                }
                case Storage.Overflow overflow -> {
                    overflowing.put(overflow.key(), field);
                    writesMore |= isUsed;
                }
                case Storage.Links _, Storage.Computed _ -> {}
            }
        }
        if (writesMore) {
            given.json(MORE, draft -> document(overflowing, draft));
        }
    }

    private static ColumnType columnType(Field field) {
        return field.name().equals(SystemFields.OWNER) ? ColumnType.UUID : ColumnType.TEXT;
    }

    private static Function<Draft, @Nullable Object> value(Field field) {
        return draft -> {
            Object value = draft.value(field.name());
            return value == null ? null : StoredValues.toColumn(field.type(), value);
        };
    }

    /** Keys without value are null in it: an update takes them away. */
    private static String document(Map<String, Field> overflowing, Draft draft) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        overflowing.forEach((key, field) -> {
            Object value = draft.value(field.name());
            if (value != null) {
                document.set(key, StoredValues.toOverflow(value));
            } else if (!draft.isNew()) {
                document.putNull(key);
            }
        });
        return document.toString();
    }

    /**
     * What a column takes from the given row. The overflow keeps what it holds under keys that are
     * no field's: the values of a field that was removed and may come back.
     */
    private static Sql merged(String column) {
        return column.equals(MORE)
                ? Sql.text(
                        "nullif(jsonb_strip_nulls(coalesce(changed.more, '{}') || given.more::jsonb), '{}')")
                : Sql.of("given.{}", Sql.identifier(column));
    }
}
