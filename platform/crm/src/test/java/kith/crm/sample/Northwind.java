package kith.crm.sample;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.crm.packages.CrmPackage;
import kith.crm.packages.PackageInstaller;
import kith.crm.packages.PackageLibrary;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.codec.TimeOrderedIds;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.catalog.CatalogAnnouncer;
import kith.runtime.catalog.CatalogStore;
import kith.runtime.read.ConnectionSelection;
import kith.runtime.read.ListArguments;
import kith.runtime.read.Page;
import kith.runtime.read.PostgresRecordReader;
import kith.runtime.read.Predicate;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.RecordReader;
import kith.runtime.read.RecordSelection;
import kith.runtime.rule.GroovyRuleCompiler;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleWorkers;
import kith.runtime.storage.SlotAssigner;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.write.PostgresRecordWriter;
import kith.runtime.write.RecordIds;
import kith.runtime.write.RecordInput;
import kith.runtime.write.RecordWriter;
import kith.runtime.write.WriteRequest;
import kith.script.worker.CompileWorkerPool;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Northwind package in a tenant of its own, with rules compiled by workers as in the product.
 */
final class Northwind implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    private final RuntimeDatabase database = RuntimeDatabase.fresh("northwind");
    private final CompileWorkerPool compilers = new CompileWorkerPool();
    private final RuleWorkers workers = new RuleWorkers(2, 2, Duration.ofSeconds(30));
    private final CrmPackage source = PackageLibrary.fromClassPath().require("northwind");
    private final Tenant tenant = database.tenant("northwind");
    private final CatalogStore catalogs;
    private final RecordReader reader;
    private final RecordWriter writer;

    Northwind() {
        Access access = new MemberAccess();
        Clock clock = Clock.systemUTC();
        CatalogAnnouncer nobody = (_, _) -> Mono.empty();
        catalogs =
                new CatalogStore(
                        database.database(),
                        new CatalogBuilder(new SlotAssigner(), new GroovyRuleCompiler(compilers)),
                        nobody,
                        new TimeOrderedIds(clock, new SecureRandom()),
                        clock);
        reader = new PostgresRecordReader(database.database(), access);
        writer =
                new PostgresRecordWriter(
                        database.database(),
                        access,
                        new RuleRunner(workers),
                        new RecordIds(clock, new SecureRandom()),
                        clock);
    }

    long install() {
        return now(new PackageInstaller(catalogs.changes()).install(caller(), source));
    }

    int load() {
        return now(new SampleDataLoader(catalogs.catalogs(), writer).load(caller(), source));
    }

    ObjectType object(String name) {
        return catalog().require(name);
    }

    Field field(String object, String name) {
        return object(object).field(name).orElseThrow();
    }

    int count(String object) {
        return page(object, Optional.empty(), new ConnectionSelection.TotalCount("count"))
                .path("count")
                .asInt();
    }

    /**
     * The next thousand records of an object with these fields, as {@code nodes} and {@code end}.
     */
    JsonNode records(String object, Optional<String> after, List<String> fields) {
        return page(
                object,
                after,
                new ConnectionSelection.Nodes(
                        "nodes",
                        new RecordSelection(
                                fields.stream()
                                        .<RecordSelection.Selected>map(field ->
                                                new RecordSelection.Value(
                                                        field, field(object, field)))
                                        .toList())),
                new ConnectionSelection.PageInfo(
                        "page",
                        List.of(
                                new ConnectionSelection.PageInfoItem(
                                        "end",
                                        ConnectionSelection.PageInfoItem.Fact.END_CURSOR,
                                        ""),
                                new ConnectionSelection.PageInfoItem(
                                        "more",
                                        ConnectionSelection.PageInfoItem.Fact.HAS_NEXT_PAGE,
                                        ""))));
    }

    /** Creates a record as a member of the tenant would and answers with these fields of it. */
    JsonNode create(String object, Map<String, RecordInput.Value> values, List<String> fields) {
        RecordSelection selection =
                new RecordSelection(
                        fields.stream()
                                .<RecordSelection.Selected>map(field ->
                                        new RecordSelection.Value(field, field(object, field)))
                                .toList());
        Map<Field, RecordInput.Value> bound = new LinkedHashMap<>();
        values.forEach((name, value) -> bound.put(field(object, name), value));
        WriteRequest request =
                new WriteRequest(
                        List.of(
                                new WriteRequest.Create(
                                        "made",
                                        object(object),
                                        List.of(
                                                new RecordInput(
                                                        Optional.empty(), bound, List.of("data"))),
                                        false,
                                        selection)));
        return JSON.readTree(now(writer.write(member(), catalog(), request))).path("made");
    }

    /** Removes a record that a test made, so that the data stand as they were loaded. */
    void destroy(String object, String id) {
        now(
                writer.write(
                        caller(),
                        catalog(),
                        new WriteRequest(
                                List.of(
                                        new WriteRequest.Destroy(
                                                "gone",
                                                object(object),
                                                UUID.fromString(id),
                                                List.of())))));
    }

    RecordInput.Value reference(String object, String key, String value) {
        return new RecordInput.Reference(
                Optional.of(new RecordInput.ByKey(field(object, key), value)));
    }

    private JsonNode page(
            String object, Optional<String> after, ConnectionSelection.Part... parts) {
        ListArguments arguments =
                new ListArguments(
                        Predicate.ALWAYS, List.of(), new Page(1000, Page.Direction.FORWARD, after));
        ReadRequest request =
                new ReadRequest(
                        List.of(
                                new ReadRequest.Listing(
                                        "list",
                                        object(object),
                                        arguments,
                                        new ConnectionSelection(List.of(parts)))));
        return JSON.readTree(now(reader.read(caller(), catalog(), request))).path("list");
    }

    private Catalog catalog() {
        return now(catalogs.catalogs().current(tenant));
    }

    private Caller caller() {
        return Caller.platform(tenant);
    }

    private Caller member() {
        return new Caller(tenant, Optional.empty(), false, Caller.Origin.API);
    }

    private static <T> T now(Mono<T> result) {
        return Objects.requireNonNull(result.block(PATIENCE));
    }

    @Override
    public void close() {
        compilers.close();
        workers.close();
        database.close();
    }
}
