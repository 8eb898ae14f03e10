package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.SystemFields;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.problem.Problem;
import kith.runtime.sql.Sql;
import kith.runtime.value.ValueJson;
import org.jspecify.annotations.Nullable;

/**
 * Tells a caller who saw an older version of a record what happened since: who changed it last and
 * when, and which of the fields that the caller may read.
 */
final class VersionConflict {

    /** Versions that are looked through, the latest first. */
    private static final int MOST_VERSIONS = 100;

    private final WriteSession session;

    VersionConflict(WriteSession session) {
        this.session = session;
    }

    Problem problem(StoredRecord now, int seen) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("version", now.version());
        String who = nameOf(now.value(SystemFields.UPDATED_BY));
        details.put("changedBy", who);
        String when =
                now.value(SystemFields.UPDATED_AT) instanceof Instant at
                        ? ValueJson.text(at)
                        : "an unknown time";
        details.put("changedAt", when);
        List<Field> fields = changedSince(now, seen);
        details.put("fields", fields.stream().map(Field::name).toList());
        return Problem.of(
                        WriteProblem.VERSION_CONFLICT,
                        "The record is now at version %d: %s changed it at %s%s"
                                .formatted(now.version(), who, when, named(fields)))
                .hint("Read it again and repeat what you meant")
                .details(details);
    }

    private static String named(List<Field> fields) {
        return fields.isEmpty()
                ? ""
                : "; changed since: "
                        + String.join(
                                ", ",
                                fields.stream().map(field -> "`" + field.name() + "`").toList());
    }

    /** In the order of the object; none where the object keeps no history. */
    private List<Field> changedSince(StoredRecord now, int seen) {
        Set<UUID> changed =
                new LinkedHashSet<>(
                        session.rows(
                                Sql.of(
                                        """
                                        select distinct field.id::uuid
                                        from (select past.changes from history past
                                            where past.tenant = {} and past.record = {} and past.version > {}
                                            order by past.version desc limit {}) since,
                                            jsonb_object_keys(since.changes) field(id)\
                                        """,
                                        session.tenant(),
                                        Sql.bind(now.id()),
                                        Sql.bind(seen),
                                        Sql.number(MOST_VERSIONS)),
                                VersionConflict::id));
        List<Field> fields = new ArrayList<>();
        for (Field field : now.object().fields()) {
            if (changed.contains(field.id()) && session.access().mayRead(session.caller(), field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    private String nameOf(@Nullable Object reference) {
        if (!(reference instanceof UUID id)) {
            return "the platform";
        }
        return new RecordLoader(session)
                .read(List.of(session.catalog().require(SystemObjects.USER)), Set.of(id)).stream()
                        .map(user -> String.valueOf(user.value(SystemFields.NAME)))
                        .findFirst()
                        .orElse("a former user");
    }

    private static UUID id(Readable row) {
        return Objects.requireNonNull(row.get(0, UUID.class));
    }
}
