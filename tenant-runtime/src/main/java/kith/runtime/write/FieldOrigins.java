package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.trace.LoggedRun;
import kith.runtime.trace.TraceProblem;
import kith.runtime.trace.Why;
import kith.runtime.value.DefaultValue;
import kith.runtime.value.ValueJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * Tells why a field of a record has its value: who changed it and when, which line of which rule
 * set it, from what a formula computed it.
 */
public final class FieldOrigins {

    private static final int MOST_CHANGES = 20;

    /**
     * The script of a rule as it was then is what the first change since found.
     *
     * <p>Users never have a table of their own, so their names lie in the shared one.
     */
    private static final String CHANGES =
            """
            select h.version, h.at, h.actor, u.name as actor_name, h.origin, h.kind,
                (h.changes -> {}::text)::text as change, (h.causes -> {}::text)::text as cause,
                (select found.entry -> 'before' ->> 'script'
                from catalog_change later, lateral jsonb_array_elements(later.changes) found (entry)
                where later.tenant = h.tenant and later.at > h.at
                    and found.entry -> 'before' ->> 'id' = h.causes -> {}::text ->> 'rule'
                order by later.version limit 1) as script
            from history h
            left join record u on u.tenant = h.tenant and u.id = h.actor
            where h.tenant = {} and h.record = {} and h.changes -> {}::text is not null
            order by h.version desc limit {}
            """;

    private final LookTransaction looking;

    public FieldOrigins(Database database, Access access, Clock clock) {
        this.looking = new LookTransaction(database, access, clock);
    }

    /** What is known of the value; whatever the caller may not see is not there. */
    public Mono<Why> why(Caller caller, Catalog catalog, String object, UUID id, String field) {
        return Mono.defer(() ->
                looking.look(
                        caller,
                        catalog,
                        session -> {
                            ObjectType type = object(session, object);
                            return why(session, type, id, field(session, type, field));
                        }));
    }

    private static ObjectType object(WriteSession session, String name) {
        List<ObjectType> known =
                session.catalog().objects().stream().filter(session::mayKnow).toList();
        return known.stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        unknown(
                                "There is no object `%s`".formatted(name),
                                Nearest.hint(name, known.stream().map(ObjectType::name).toList()),
                                "object"));
    }

    private static Field field(WriteSession session, ObjectType object, String name) {
        List<Field> readable =
                object.fields().stream()
                        .filter(field -> session.access().mayRead(session.caller(), field))
                        .toList();
        return readable.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        unknown(
                                "%s has no field `%s`".formatted(object.name(), name),
                                Nearest.hint(name, readable.stream().map(Field::name).toList()),
                                "field"));
    }

    private static ProblemException unknown(String message, Optional<String> hint, String path) {
        Problem problem = Problem.of(TraceProblem.VALUE_UNKNOWN, message).at(path);
        return new ProblemException(hint.map(problem::hint).orElse(problem));
    }

    private static Why why(WriteSession session, ObjectType object, UUID id, Field field) {
        StoredRecord record =
                new RecordLoader(session)
                        .read(List.of(object), List.of(id)).stream()
                                .findFirst()
                                .orElseThrow(() ->
                                        unknown(
                                                "There is no %s %s".formatted(object.name(), id),
                                                Optional.empty(),
                                                "id"));
        FormulaInputs inputs = new FormulaInputs(session, record);
        return new Why(
                object.name(),
                id,
                field.name(),
                json(inputs.value(field)),
                object.definition().keepsHistory(),
                changes(session, id, field),
                inputs.of(field),
                DefaultValue.of(field).map(ValueJson::of),
                field.definition().defaultExpression());
    }

    private static List<Why.Change> changes(WriteSession session, UUID record, Field field) {
        Sql key = Sql.bind(field.id().toString());
        return session.rows(
                Sql.of(
                        CHANGES,
                        key,
                        key,
                        key,
                        session.tenant(),
                        Sql.bind(record),
                        key,
                        Sql.number(MOST_CHANGES)),
                row -> change(session.catalog(), field, row));
    }

    private static Why.Change change(Catalog catalog, Field field, Readable row) {
        JsonNode values = tree(row.get("change", String.class));
        JsonNode after = values.path(1);
        String kind = Objects.requireNonNull(row.get("kind", String.class));
        JsonNode cause = tree(row.get("cause", String.class));
        Optional<Why.RuleLine> rule =
                cause.has("rule")
                        ? Optional.of(rule(catalog, cause, row.get("script", String.class)))
                        : Optional.empty();
        // The shortest way of a write notes no causes; there the value itself has to tell.
        boolean hasDefault = DefaultValue.of(field).map(ValueJson::of).equals(Optional.of(after));
        boolean isNew = kind.equals(RecordChange.Kind.CREATE.name());
        boolean isDefault = cause.has("default") || (isNew && rule.isEmpty() && hasDefault);
        return new Why.Change(
                Objects.requireNonNull(row.get("version", Integer.class)),
                Objects.requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                Optional.ofNullable(row.get("actor", UUID.class))
                        .map(user ->
                                new LoggedRun.User(
                                        user,
                                        Optional.ofNullable(row.get("actor_name", String.class)))),
                Objects.requireNonNull(row.get("origin", String.class)),
                kind,
                values.path(0),
                after,
                rule,
                isDefault);
    }

    /**
     * The rule may have been renamed or changed since, or be gone.
     *
     * @param before its script before it was changed; null where it was not
     */
    private static Why.RuleLine rule(Catalog catalog, JsonNode cause, @Nullable String before) {
        UUID id = UUID.fromString(cause.path("rule").asString());
        int line = cause.path("line").asInt();
        Optional<RuleDefinition> now =
                catalog.components().stream()
                        .filter(RuleDefinition.class::isInstance)
                        .map(RuleDefinition.class::cast)
                        .filter(rule -> rule.id().equals(id))
                        .findFirst();
        return new Why.RuleLine(
                id,
                now.map(RuleDefinition::name).orElse(cause.path("name").asString()),
                line,
                Optional.ofNullable(before)
                        .or(() -> now.map(RuleDefinition::script))
                        .flatMap(script -> script.lines().skip(Math.max(0, line - 1)).findFirst())
                        .filter(_ -> line > 0));
    }

    private static JsonNode tree(@Nullable String json) {
        return json == null ? NullNode.getInstance() : JsonMapper.shared().readTree(json);
    }

    private static JsonNode json(@Nullable Object value) {
        return ValueJson.of(value);
    }
}
