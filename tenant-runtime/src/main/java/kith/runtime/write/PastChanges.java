package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.runtime.rule.RuleSubject;
import kith.runtime.sql.Sql;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import kith.runtime.value.ValueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of an object as they were when they were last changed: what lies in the database now,
 * with the later changes of the change stream taken back one by one.
 */
final class PastChanges {

    /** The newest have no place in the stream yet. */
    private static final String CHANGES =
            """
            select o.record, o.version, o.kind, o.at, o.changes::text as changes from (
                (select record, version, kind, at, changes from outbox
                    where tenant = {} and object = {} and position is null order by written desc limit {})
                union all
                (select record, version, kind, at, changes from outbox
                    where tenant = {} and object = {} and position is not null order by position desc limit {})
            ) o order by o.at desc, o.version desc limit {}
            """;

    private final WriteSession session;
    private final ObjectType object;
    private final Map<String, Field> fields;

    PastChanges(WriteSession session, ObjectType object) {
        this.session = session;
        this.object = object;
        this.fields =
                object.fields().stream()
                        .collect(
                                Collectors.toMap(
                                        field -> field.id().toString(),
                                        field -> field,
                                        (one, _) -> one));
    }

    /** A record as it was changed. */
    record Past(Instant at, RuleSubject subject) {}

    /** The last so many creations and updates of records that are still there, newest first. */
    List<Past> last(int count) {
        List<Change> changes = changes(count);
        Map<UUID, StoredRecord> records = new HashMap<>();
        new RecordLoader(session)
                .read(List.of(object), changes.stream().map(Change::record).distinct().toList())
                .forEach(record -> records.put(record.id(), record));
        List<Past> found = new ArrayList<>();
        changes.stream()
                .filter(change -> records.containsKey(change.record()))
                .collect(
                        Collectors.groupingBy(
                                Change::record, LinkedHashMap::new, Collectors.toList()))
                .forEach((id, ofRecord) ->
                        found.addAll(past(Objects.requireNonNull(records.get(id)), ofRecord)));
        found.sort(Comparator.comparing(Past::at).reversed());
        return found;
    }

    private List<Change> changes(int count) {
        Sql key = Sql.bind(object.key());
        Sql most = Sql.number(count);
        return session.rows(
                Sql.of(CHANGES, session.tenant(), key, most, session.tenant(), key, most, most),
                PastChanges::change);
    }

    private record Change(UUID record, int version, String kind, Instant at, JsonNode values) {}

    private static Change change(Readable row) {
        return new Change(
                Objects.requireNonNull(row.get("record", UUID.class)),
                Objects.requireNonNull(row.get("version", Integer.class)),
                Objects.requireNonNull(row.get("kind", String.class)),
                Objects.requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                JsonMapper.shared()
                        .readTree(Objects.requireNonNull(row.get("changes", String.class))));
    }

    private List<Past> past(StoredRecord record, List<Change> changes) {
        Map<String, Object> values = new LinkedHashMap<>(record.values());
        List<Past> found = new ArrayList<>();
        List<Change> newestFirst =
                changes.stream()
                        .sorted(Comparator.comparingInt(Change::version).reversed())
                        .toList();
        for (Change change : newestFirst) {
            Map<String, Object> after = new LinkedHashMap<>(values);
            takeBack(change, values);
            subject(record.id(), change, after, values)
                    .ifPresent(subject -> found.add(new Past(change.at(), subject)));
        }
        return found;
    }

    private Optional<RuleSubject> subject(
            UUID id, Change change, Map<String, Object> after, Map<String, Object> before) {
        if (change.kind().equals(RecordChange.Kind.CREATE.name())) {
            return Optional.of(
                    new RuleSubject(object, id, after, Optional.empty(), List.of("record")));
        }
        return change.kind().equals(RecordChange.Kind.UPDATE.name())
                ? Optional.of(
                        new RuleSubject(
                                object,
                                id,
                                after,
                                Optional.of(new LinkedHashMap<>(before)),
                                List.of("record")))
                : Optional.empty();
    }

    private void takeBack(Change change, Map<String, Object> values) {
        change.values()
                .properties()
                .forEach(entry -> {
                    Field field = fields.get(entry.getKey());
                    if (field != null && !field.isManyToMany()) {
                        Object before = typed(field, entry.getValue().path(0));
                        if (before == null) {
                            values.remove(field.name());
                        } else {
                            values.put(field.name(), before);
                        }
                    }
                });
    }

    /** Also a value that new records may no longer take. */
    private static @Nullable Object typed(Field field, JsonNode json) {
        Object raw = ValueJson.raw(json);
        Coercion coerced =
                field.type() instanceof FieldType.MultiPicklist
                        ? FieldValues.coerce(field.type(), raw)
                        : FieldValues.coerceComparand(field.type(), raw);
        return switch (coerced) {
            case Coercion.Accepted(var value) -> value;
            case Coercion.Refused _ -> null;
        };
    }
}
