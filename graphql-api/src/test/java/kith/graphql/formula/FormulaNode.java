package kith.graphql.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import kith.graphql.data.DataEndpoint;
import kith.graphql.data.Limits;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRequest;
import kith.metadata.change.ComponentChange;
import kith.metadata.codec.YamlDocuments;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.catalog.CatalogAnnouncer;
import kith.runtime.catalog.CatalogStore;
import kith.runtime.catchup.FormulaCatchUp;
import kith.runtime.catchup.FormulaCatchUpKind;
import kith.runtime.catchup.FormulaCatchUps;
import kith.runtime.catchup.FormulaFills;
import kith.runtime.job.JobEngine;
import kith.runtime.job.JobFilter;
import kith.runtime.job.JobInfo;
import kith.runtime.job.JobKind;
import kith.runtime.job.JobKinds;
import kith.runtime.job.JobLimits;
import kith.runtime.job.Jobs;
import kith.runtime.read.PostgresRecordReader;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleWorkers;
import kith.runtime.storage.SlotAssigner;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.write.PostgresRecordWriter;
import kith.runtime.write.RecordIds;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** A node that serves a tenant whose deals have stored formulas; it hears of no other node. */
final class FormulaNode {

    /** Records that a write brings up to date itself, and those of a step of a job. */
    static final int FEW = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RuleWorkers WORKERS = new RuleWorkers(1, 1, Duration.ofSeconds(10));

    private final RuntimeDatabase database;
    private final Tenant tenant;
    private final CatalogStore store;
    private final Jobs jobs;
    private final FormulaCatchUpKind kind;
    private final DataEndpoint data;

    private FormulaNode(RuntimeDatabase database, Tenant tenant) {
        this.database = database;
        this.tenant = tenant;
        Clock clock = Clock.systemUTC();
        Access access = new MemberAccess();
        RecordIds ids = new RecordIds(clock, new Random());
        this.jobs = new Jobs(database.database(), ids::next, clock);
        this.store =
                new CatalogStore(
                        database.database(),
                        new CatalogBuilder(
                                new SlotAssigner(),
                                (rule, objects) -> new RuleCompiler.Compiled(Set::of)),
                        CatalogAnnouncer.none(),
                        ids::next,
                        clock,
                        new FormulaFills(jobs, FEW));
        this.kind =
                new FormulaCatchUpKind(database.database(), store.catalogs(), store.homes(), FEW);
        this.data =
                new DataEndpoint(
                        store.catalogs(),
                        new PostgresRecordReader(database.database(), access),
                        new PostgresRecordWriter(
                                database.database(),
                                access,
                                new RuleRunner(WORKERS),
                                ids,
                                clock,
                                new FormulaCatchUps(store.homes(), jobs, FEW)),
                        Limits.STANDARD,
                        clock);
    }

    /** The first node of a new tenant. */
    static FormulaNode fresh(RuntimeDatabase database) {
        FormulaNode node =
                new FormulaNode(
                        database,
                        database.tenant("t" + UUID.randomUUID().toString().substring(0, 12)));
        node.put(SampleCatalog.resource("/kith/graphql/formulas.yaml"));
        return node;
    }

    /** Another node of the same tenant. */
    FormulaNode beside() {
        return new FormulaNode(database, tenant);
    }

    ChangeOutcome put(String yaml) {
        List<ComponentChange> changes = new ArrayList<>();
        for (YamlDocuments.YamlDocument document : YamlDocuments.read("test.yaml", yaml)) {
            changes.add(
                    new ComponentChange.PutDocument(
                            document.document(), List.of("components", changes.size())));
        }
        ChangeOutcome outcome =
                now(store.changes().apply(caller(), new ChangeRequest(changes, "test", false)));
        assertThat(outcome.problems()).isEmpty();
        return outcome;
    }

    Catalog catalog() {
        return now(store.catalogs().current(tenant));
    }

    FormulaCatchUpKind kind() {
        return kind;
    }

    /** An answer of the data API, whatever it is. */
    JsonNode answer(String query) {
        return Requests.json(
                Requests.answer(
                        data.handle(
                                new Caller(tenant, Optional.empty(), true, Caller.Origin.API),
                                Requests.post(query))));
    }

    /** The data of an answer without errors. */
    JsonNode found(String query) {
        JsonNode answer = answer(query);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.get("data");
    }

    UUID create(String object, String data) {
        String mutation = "mutation { made: create%s(data: {%s}) { id } }".formatted(object, data);
        return UUID.fromString(found(mutation).at("/made/id").asString());
    }

    void update(String object, UUID id, String data) {
        found("mutation { update%s(id: \"%s\", data: {%s}) { id } }".formatted(object, id, data));
    }

    /** Adds deals of an account, numbered from 1, each with another amount. */
    void deals(UUID account, int count) {
        deals(account, 1, count);
    }

    void deals(UUID account, int first, int last) {
        StringBuilder deals = new StringBuilder();
        for (int number = first; number <= last; number++) {
            deals.append(
                    "{name: \"D%d\", amount: \"%d.50\", account: {id: \"%s\"}}"
                            .formatted(number, number, account));
        }
        found("mutation { createDeals(data: [%s]) { id } }".formatted(deals));
    }

    /** A node that does jobs. */
    JobEngine engine(JobKind<FormulaCatchUp> does) {
        JobEngine engine =
                new JobEngine(
                        database.database(),
                        new JobKinds(List.of(does)),
                        jobs,
                        UUID::randomUUID,
                        Clock.systemUTC(),
                        new JobLimits(4, 4, Duration.ofSeconds(2), Duration.ofMillis(20)));
        engine.start();
        return engine;
    }

    List<JobInfo> jobs() {
        return now(jobs.page(caller(), new JobFilter(Optional.empty(), 100, Optional.empty())))
                .jobs();
    }

    /** Waits until no formula is stale. */
    void untilStored() {
        await(() -> stale().equals("0"));
    }

    static void await(BooleanSupplier condition) {
        Flux.interval(Duration.ofMillis(20), Schedulers.boundedElastic())
                .filter(_ -> condition.getAsBoolean())
                .blockFirst(PATIENCE);
    }

    /** How many formulas are stale. */
    String stale() {
        return sql("select count(*) from stale_formula");
    }

    /** How many records hold another value in their column than the formula gives. */
    String differences() {
        StoredFormula net =
                catalog().storedFormulas().stream()
                        .filter(one -> one.field().name().equals("net"))
                        .findFirst()
                        .orElseThrow();
        return sql(
                """
                select count(*) from record d
                left join record a on a.id = d.%s and a.deleted_at is null
                left join record r on r.id = a.%s and r.deleted_at is null
                where d.object = %d and d.%s is distinct from round(d.%s::numeric * (10000 - r.%s) / 10000.0)
                """
                        .formatted(
                                home("Deal", "account"),
                                home("Account", "region"),
                                catalog().require("Deal").key(),
                                net.field().storage(),
                                home("Deal", "amount"),
                                home("Region", "tax")));
    }

    private String home(String object, String field) {
        return catalog().require(object).field(field).orElseThrow().storage().toString();
    }

    String sql(String sql) {
        return database.asOwner(tenant, sql);
    }

    private Caller caller() {
        return Caller.platform(tenant);
    }

    private static <T> T now(Mono<T> result) {
        return Objects.requireNonNull(result.block(PATIENCE));
    }
}
