package kith.runtime.catalog;

import static kith.runtime.catalog.CatalogFixture.now;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeProblem;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.read.RecordSelection;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleWorkers;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.write.PostgresRecordWriter;
import kith.runtime.write.RecordIds;
import kith.runtime.write.RecordInput;
import kith.runtime.write.WriteRequest;
import reactor.core.publisher.Mono;

/** A tenant that keeps guests, whose fields change under its records. */
final class Guests {

    static final Instant NOW = Instant.parse("2026-07-04T12:30:00.120Z");

    private static final RuleWorkers WORKERS = new RuleWorkers(2, 2, Duration.ofSeconds(10));

    private static final String OBJECT = "Guest";
    private static final String GUESTS =
            """
            kind: Object
            name: Guest
            ---
            kind: Field
            object: Guest
            name: code
            type: text
            ---
            kind: Field
            object: Guest
            name: email
            type: email
            ---
            kind: Field
            object: Guest
            name: number
            type: number
            digits: 12
            decimals: 2
            ---
            kind: Field
            object: Guest
            name: status
            type: picklist
            values: [new, regular]
            ---
            kind: Field
            object: Guest
            name: tastes
            type: multiPicklist
            values: [tea, coffee]
            """;

    private final RuntimeDatabase database;
    private final CatalogFixture node;
    private final Tenant tenant;
    private final PostgresRecordWriter writer;

    Guests(RuntimeDatabase database) {
        this(database, new CatalogFixture(database));
    }

    Guests(RuntimeDatabase database, CatalogFixture node) {
        this(database, node, database.tenant("t" + UUID.randomUUID().toString().substring(0, 12)));
        node.put(tenant, GUESTS);
    }

    /** The same tenant as another node sees it. */
    Guests(RuntimeDatabase database, CatalogFixture node, Tenant tenant) {
        this.database = database;
        this.node = node;
        this.tenant = tenant;
        this.writer = writer(database);
    }

    CatalogFixture node() {
        return node;
    }

    Tenant tenant() {
        return tenant;
    }

    ChangeOutcome put(String field, String type, String options) {
        return node.put(tenant, document(field, type, options));
    }

    /** What a change would do. */
    ChangeOutcome tried(String field, String type, String options) {
        return now(
                node.changes()
                        .apply(
                                CatalogFixture.administrator(tenant),
                                CatalogFixture.request(document(field, type, options), true)));
    }

    static String document(String field, String type, String options) {
        return """
        kind: Field
        object: Guest
        name: %s
        type: %s
        %s
        """
                .formatted(field, type, options);
    }

    ObjectType object() {
        return node.catalog(tenant).require(OBJECT);
    }

    Field field(String name) {
        return object().field(name).orElseThrow();
    }

    /** Adds a guest beside the path of writes, with the SQL of one value. */
    void add(String field, String value) {
        add(1, field, value);
    }

    /** Adds many guests; the value may refer to their number {@code n}. */
    void add(int count, String field, String value) {
        String storage = field(field).storage().toString();
        boolean isOverflow = storage.startsWith("more_");
        sql(
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at, %s)
                select %d, %d, gen_random_uuid(), 1, 'Guest ' || n, now(), now(), %s
                from generate_series(1, %d) n
                """
                        .formatted(
                                isOverflow ? "more" : storage,
                                tenant.key(),
                                object().key(),
                                isOverflow
                                        ? "jsonb_build_object('%s', %s)"
                                                .formatted(storage.substring(5), value)
                                        : value,
                                count));
    }

    /** The SQL of what the rows of guests hold for a field. */
    String home(String field) {
        String storage = field(field).storage().toString();
        return storage.startsWith("more_")
                ? "(more -> '%s')".formatted(storage.substring(5))
                : storage;
    }

    /** Makes a guest as people do. */
    Mono<byte[]> write(Catalog catalog, Map<String, Object> values) {
        ObjectType object = catalog.require(OBJECT);
        RecordInput input =
                new RecordInput(
                        Optional.empty(),
                        values.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                entry -> object.field(entry.getKey()).orElseThrow(),
                                                entry -> new RecordInput.Plain(entry.getValue()))),
                        List.of("created", "data"));
        return writer.write(
                Caller.platform(tenant),
                catalog,
                new WriteRequest(
                        List.of(
                                new WriteRequest.Create(
                                        "created",
                                        object,
                                        List.of(input),
                                        false,
                                        new RecordSelection(
                                                List.of(
                                                        new RecordSelection.Value(
                                                                "id",
                                                                object.field("id")
                                                                        .orElseThrow())))))));
    }

    private static PostgresRecordWriter writer(RuntimeDatabase database) {
        return new PostgresRecordWriter(
                database.database(),
                new MemberAccess(),
                new RuleRunner(WORKERS),
                new RecordIds(Clock.systemUTC(), new Random(7)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    String sql(String sql) {
        return database.asOwner(tenant, sql);
    }

    long count(String sql) {
        return Long.parseLong(sql("select count(*) from " + sql));
    }

    static List<Object> codes(ChangeOutcome outcome) {
        return outcome.problems().stream()
                .map(ChangeProblem::problem)
                .<Object>map(problem -> problem.code())
                .toList();
    }

    static List<String> messages(ChangeOutcome outcome) {
        return outcome.problems().stream().map(problem -> problem.problem().message()).toList();
    }
}
