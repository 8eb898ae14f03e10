package kith.runtime.move;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRequest;
import kith.metadata.change.ComponentChange;
import kith.metadata.codec.TimeOrderedIds;
import kith.metadata.codec.YamlDocuments;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.catalog.CatalogAnnouncer;
import kith.runtime.catalog.CatalogStore;
import kith.runtime.job.JobEngine;
import kith.runtime.job.JobFilter;
import kith.runtime.job.JobInfo;
import kith.runtime.job.JobKind;
import kith.runtime.job.JobKinds;
import kith.runtime.job.JobLimits;
import kith.runtime.job.JobState;
import kith.runtime.job.Jobs;
import kith.runtime.read.PostgresRecordReader;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleWorkers;
import kith.runtime.storage.RecordTable;
import kith.runtime.storage.SlotAssigner;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleCatalog;
import kith.runtime.write.PostgresRecordWriter;
import kith.runtime.write.RecordIds;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A tenant that keeps deals, with their lines and their customers, and moves them. */
final class Deals {

    static final String DEAL = "Deal";
    static final String LINE = "Line";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final RuleWorkers WORKERS = new RuleWorkers(2, 2, Duration.ofSeconds(10));

    private final RuntimeDatabase database;
    private final Tenant tenant;
    private final CatalogStore store;
    private final Jobs jobs;
    private final ObjectMoveKind kind;
    private final ObjectMoves moves;
    private final RecordIds ids = new RecordIds(Clock.systemUTC(), new Random(11));
    private final DealRequests requests;

    Deals(RuntimeDatabase database) {
        this(database, database.tenant("t" + UUID.randomUUID().toString().substring(0, 12)));
        put(SampleCatalog.text("/move/deals.yaml"));
    }

    /** The same tenant as another node sees it. */
    Deals(RuntimeDatabase database, Tenant tenant) {
        this.database = database;
        this.tenant = tenant;
        this.store =
                new CatalogStore(
                        database.database(),
                        new CatalogBuilder(new SlotAssigner(), Deals::compiled),
                        CatalogAnnouncer.none(),
                        new TimeOrderedIds(Clock.systemUTC(), new Random()),
                        Clock.systemUTC());
        this.jobs = new Jobs(database.database(), ids::next, Clock.systemUTC());
        this.kind = new ObjectMoveKind(database.database(), store.homes());
        this.moves = new ObjectMoves(store.homes(), jobs, kind);
        this.requests =
                new DealRequests(
                        caller(),
                        store.catalogs(),
                        new PostgresRecordReader(database.database(), new MemberAccess()),
                        new PostgresRecordWriter(
                                database.database(),
                                new MemberAccess(),
                                new RuleRunner(WORKERS),
                                ids,
                                Clock.systemUTC()));
    }

    Tenant tenant() {
        return tenant;
    }

    ObjectMoves moves() {
        return moves;
    }

    Jobs jobs() {
        return jobs;
    }

    ObjectMoveKind kind() {
        return kind;
    }

    CatalogStore store() {
        return store;
    }

    Caller caller() {
        return Caller.platform(tenant);
    }

    StoredObjects stored() {
        return new StoredObjects(database.database(), store.catalogs());
    }

    /** A node that does jobs of one kind. */
    JobEngine node(JobKind<?> does) {
        JobEngine engine =
                new JobEngine(
                        database.database(),
                        new JobKinds(List.of(does)),
                        jobs,
                        UUID::randomUUID,
                        Clock.systemUTC(),
                        new JobLimits(4, 4, Duration.ofSeconds(5), Duration.ofMillis(20)));
        engine.start();
        return engine;
    }

    UUID toDedicated(String object, List<List<String>> indexes) {
        return now(moves.toDedicated(tenant, object, indexes));
    }

    UUID toShared(String object) {
        return now(moves.toShared(tenant, object));
    }

    /** Waits until a job has come to its end. */
    JobInfo ended(UUID job) {
        return Mono.defer(() ->
                        jobs.page(caller(), new JobFilter(Optional.empty(), 100, Optional.empty())))
                .map(page ->
                        page.jobs().stream()
                                .filter(each -> each.id().equals(job))
                                .findFirst()
                                .orElseThrow())
                .filter(each ->
                        each.state() != JobState.WAITING && each.state() != JobState.RUNNING)
                .repeatWhenEmpty(tries -> tries.delayElements(Duration.ofMillis(20)))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    ChangeOutcome put(String yaml) {
        List<ComponentChange> changes = new ArrayList<>();
        for (YamlDocuments.YamlDocument document : YamlDocuments.read("test.yaml", yaml)) {
            changes.add(
                    new ComponentChange.PutDocument(
                            document.document(), List.of("components", changes.size())));
        }
        return change(changes);
    }

    ChangeOutcome change(List<ComponentChange> changes) {
        return now(store.changes().apply(caller(), new ChangeRequest(changes, "test", false)));
    }

    Catalog catalog() {
        return now(store.catalogs().current(tenant));
    }

    ObjectType object(String name) {
        return catalog().require(name);
    }

    /** Clears what was removed more than a month ago, in a month. */
    long purgeInAMonth() {
        CatalogStore later =
                new CatalogStore(
                        database.database(),
                        new CatalogBuilder(new SlotAssigner(), Deals::compiled),
                        CatalogAnnouncer.none(),
                        UUID::randomUUID,
                        Clock.offset(Clock.systemUTC(), Duration.ofDays(31)));
        return now(later.retiredValues().purge(tenant));
    }

    private static RuleCompiler.Compilation compiled(
            RuleDefinition rule, List<ObjectType> objects) {
        return new RuleCompiler.Compiled(() -> Set.of());
    }

    /** Adds many deals beside the path of writes. */
    void fill(int count) {
        ObjectType deal = object(DEAL);
        sql(
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at, %s, %s, %s, more)
                select %d, %d, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'Deal ' || n, now(), now(),
                    (array['new', 'won', 'lost', null])[n %% 4 + 1], case when n %% 3 > 0 then date '2026-01-01' + n %% 300 end,
                    n * 100, case when n %% 5 = 0 then jsonb_build_object('1', 'Note ' || n) end
                from generate_series(1, %d) n
                """
                        .formatted(
                                home(deal, "stage"),
                                home(deal, "closeDate"),
                                home(deal, "amount"),
                                tenant.key(),
                                deal.key(),
                                count));
    }

    private static String home(ObjectType object, String field) {
        return object.field(field).orElseThrow().storage().toString();
    }

    /** All that the rows of an object say, in the order of their ids. */
    String rows(String object) {
        ObjectType type = object(object);
        String columns =
                type.fields().stream()
                        .map(Field::storage)
                        .map(storage ->
                                storage.toString().startsWith("more_")
                                        ? "more"
                                        : storage.toString())
                        .filter(column -> !column.equals("links"))
                        .distinct()
                        .collect(Collectors.joining(","));
        return sql(
                "select md5(coalesce(string_agg((r)::text, '|' order by (r).id), '')) from (select deletion, %s from %s where tenant = %d and object = %d) r"
                        .formatted(columns, table(object), tenant.key(), type.key()));
    }

    long count(String object) {
        return Long.parseLong(
                sql(
                        "select count(*) from %s where tenant = %d and object = %d"
                                .formatted(table(object), tenant.key(), object(object).key())));
    }

    /** How many rows of the object are in the shared table. */
    long countShared(String object) {
        return Long.parseLong(
                sql(
                        "select count(*) from record where tenant = %d and object = %d"
                                .formatted(tenant.key(), object(object).key())));
    }

    String table(String object) {
        int number = RecordTable.of(object(object)).number();
        return number == 0 ? "record" : "dedicated_" + number;
    }

    String sql(String sql) {
        return database.asOwner(tenant, sql);
    }

    UUID create(String object, Map<String, ?> values) {
        return requests.create(object, values);
    }

    JsonNode update(String object, UUID id, Map<String, ?> values) {
        return requests.update(object, id, values);
    }

    JsonNode delete(String object, UUID id) {
        return requests.delete(object, id);
    }

    DealRequests requests() {
        return requests;
    }

    JsonNode read(String object, UUID id) {
        return requests.read(object, id);
    }

    static <T> T now(Mono<T> result) {
        return Objects.requireNonNull(result.block(PATIENCE));
    }
}
