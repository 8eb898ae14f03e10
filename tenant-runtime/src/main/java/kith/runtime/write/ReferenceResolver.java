package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;
import kith.runtime.value.UniqueKeys;
import kith.runtime.write.RecordInput.ById;
import kith.runtime.write.RecordInput.ByIdOf;
import kith.runtime.write.RecordInput.ByKey;
import kith.runtime.write.RecordInput.Target;
import org.jspecify.annotations.Nullable;

/**
 * Second stage: finds the records that a write refers to, all of them in one statement, and holds
 * them so that nobody can delete them until the write is done.
 */
final class ReferenceResolver {

    private static final Sql TARGET = Sql.identifier("target");

    private final WriteSession session;
    private final Set<Arrival> arrivals = new LinkedHashSet<>();
    private final Set<UUID> ids = new LinkedHashSet<>();
    private final Set<UniqueKey> keys = new LinkedHashSet<>();
    private final Map<UUID, Integer> objectsFound = new HashMap<>();
    private final Map<UniqueKey, UUID> keysFound = new HashMap<>();

    ReferenceResolver(WriteSession session) {
        this.session = session;
    }

    /** The value of a unique field, and the field. */
    private record UniqueKey(UUID field, String value) {}

    /** A record that the write itself makes, under an id that the caller chose. */
    private record Arrival(int object, UUID id) {}

    /** Lets references point to a record that comes with the same batch. */
    void arrives(int object, UUID id) {
        arrivals.add(new Arrival(object, id));
    }

    void want(Target target) {
        switch (target) {
            case ById(UUID id) -> ids.add(id);
            case ByIdOf(ObjectType _, UUID id) -> ids.add(id);
            case ByKey byKey -> keys.add(uniqueKey(byKey));
        }
    }

    /** Looks up everything wanted so far. */
    void lookUp() {
        if (ids.isEmpty() && keys.isEmpty()) {
            return;
        }
        session.rows(statement(), ReferenceResolver::found).forEach(this::remember);
    }

    /** A record that is there. */
    record Pointed(UUID id, ObjectType object) {}

    /** The record that the target names, if it is of an object that the field may point to. */
    Optional<Pointed> find(Target wanted, Field reference) {
        for (String name : reference.targets()) {
            ObjectType object = session.catalog().require(name);
            Optional<UUID> id = find(wanted, object);
            if (id.isPresent()) {
                return Optional.of(new Pointed(id.get(), object));
            }
        }
        return Optional.empty();
    }

    /** The same for a target of a given object. */
    Optional<UUID> find(Target wanted, ObjectType target) {
        return session.mayKnow(target) ? find(wanted, target.key()) : Optional.empty();
    }

    private Optional<UUID> find(Target wanted, int object) {
        @Nullable UUID id =
                switch (wanted) {
                    case ById byId -> byId.id();
                    case ByIdOf byId -> byId.object().key() == object ? byId.id() : null;
                    case ByKey byKey -> keysFound.get(uniqueKey(byKey));
                };
        if (id == null) {
            return Optional.empty();
        }
        boolean isFound =
                Objects.equals(objectsFound.get(id), object)
                        || arrivals.contains(new Arrival(object, id));
        return isFound ? Optional.of(id) : Optional.empty();
    }

    /** What to say of a target that is not there, or is no target of the field. */
    Problem notFound(Target target, Field reference, List<Object> path) {
        return reference.isPolymorphic() && target instanceof ById(UUID id)
                ? otherObject(id)
                        .map(object -> wrongObject(id, object, reference, path))
                        .orElseGet(() -> notFound(target, anyOf(reference), path))
                : notFound(target, anyOf(reference), path);
    }

    private Optional<ObjectType> otherObject(UUID id) {
        return Optional.ofNullable(objectsFound.get(id))
                .flatMap(session.catalog()::objectWithKey)
                .filter(session::mayKnow);
    }

    private static Problem wrongObject(
            UUID id, ObjectType object, Field reference, List<Object> path) {
        return Problem.of(
                        WriteProblem.REFERENCE_WRONG_OBJECT,
                        "`%s` cannot point to %s %s".formatted(reference.name(), object.name(), id))
                .at(path)
                .hint("It points to %s.".formatted(anyOf(reference)));
    }

    private static String anyOf(Field reference) {
        return String.join(" or ", reference.targets());
    }

    static Problem notFound(Target target, String object, List<Object> path) {
        return Problem.of(
                        WriteProblem.REFERENCE_NOT_FOUND,
                        switch (target) {
                            case ById(UUID id) -> "There is no %s %s".formatted(object, id);
                            case ByIdOf(ObjectType of, UUID id) ->
                                    "There is no %s %s".formatted(of.name(), id);
                            case ByKey(Field key, Object _) ->
                                    "There is no %s with this `%s`"
                                            .formatted(key.object(), key.name());
                        })
                .at(path);
    }

    private static UniqueKey uniqueKey(ByKey target) {
        Field key = target.key();
        return new UniqueKey(key.id(), UniqueKeys.of(key.type(), target.value()));
    }

    private record Found(UUID id, int object, @Nullable UUID field, @Nullable String value) {}

    private Sql statement() {
        Sql tenant = session.tenant();
        List<Sql> sources = new ArrayList<>();
        if (!ids.isEmpty()) {
            sources.add(
                    Sql.of(
                            "select null::uuid as field, null::text as value, given.id from"
                                    + " unnest({}) as given(id)",
                            Sql.bind(SqlType.UUID_ARRAY, ids.toArray(UUID[]::new))));
        }
        if (!keys.isEmpty()) {
            GivenRows<UniqueKey> given =
                    GivenRows.of(keys)
                            .column("field", ColumnType.UUID, UniqueKey::field)
                            .column("value", ColumnType.TEXT, UniqueKey::value);
            sources.add(
                    Sql.of(
                            """
                            select holder.field, holder.value, holder.record from {}
                            join unique_value holder on holder.tenant = {} and holder.field = given.field
                                and holder.value = given.value\
                            """,
                            given.source(),
                            tenant));
        }
        List<Sql> held = RecordTable.all(session.catalog()).stream().map(this::heldIn).toList();
        Sql wanted = Sql.join(" union all ", sources);
        return held.size() == 1
                ? Sql.of("with wanted(field, value, id) as ({}) {}", wanted, held.getFirst())
                : Sql.of(
                        "with wanted(field, value, id) as materialized ({}) select * from ({}) held",
                        wanted,
                        Sql.join(") held union all select * from (", held));
    }

    private Sql heldIn(RecordTable table) {
        return Sql.of(
                """
                select target.id, target.object, wanted.field, wanted.value
                from wanted join {} target on target.tenant = {} and target.id = wanted.id
                where target.deleted_at is null and {}{}
                order by target.id
                for key share of target\
                """,
                table.name(),
                session.tenant(),
                table.counts(session.catalog(), Sql.text("target.object")),
                session.scope().isKnown(inTable(table), TARGET));
    }

    private List<ObjectType> inTable(RecordTable table) {
        return session.catalog().objects().stream()
                .filter(object -> RecordTable.of(object).equals(table))
                .toList();
    }

    private static Found found(Readable row) {
        return new Found(
                Objects.requireNonNull(row.get(0, UUID.class)),
                Objects.requireNonNull(row.get(1, Integer.class)),
                row.get(2, UUID.class),
                row.get(3, String.class));
    }

    private void remember(Found found) {
        objectsFound.put(found.id(), found.object());
        if (found.field() != null && found.value() != null) {
            keysFound.put(new UniqueKey(found.field(), found.value()), found.id());
        }
    }
}
