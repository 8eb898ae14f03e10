package kith.graphql.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kith.graphql.data.DataEndpoint;
import kith.graphql.data.Limits;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.read.PostgresRecordReader;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleWorkers;
import kith.runtime.stream.Sequencer;
import kith.runtime.stream.StreamReader;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.CountedStatements;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.write.PostgresRecordWriter;
import kith.runtime.write.RecordIds;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The sample catalog with its records in a database, behind the data endpoint. */
public final class SampleTenant implements AutoCloseable {

    public static final UUID ADA = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
    public static final UUID GRACE = UUID.fromString("01900000-0000-7000-8000-0000000000a2");

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-07-04T12:30:00Z"), ZoneOffset.UTC);

    private final RuntimeDatabase runtime;
    private final RuleWorkers workers = new RuleWorkers(1, 1, Duration.ofSeconds(10));
    private final KnownCatalogs catalogs = new KnownCatalogs();
    private final DataEndpoint endpoint;
    private final Tenant tenant;

    private SampleTenant(String name, Catalog catalog) {
        Access access = new MemberAccess();
        this.runtime = RuntimeDatabase.fresh(name);
        this.endpoint =
                new DataEndpoint(
                        catalogs,
                        new StreamReader(
                                new PostgresRecordReader(runtime.database(), access),
                                new Sequencer(runtime.database())),
                        new PostgresRecordWriter(
                                runtime.database(),
                                access,
                                new RuleRunner(workers),
                                new RecordIds(CLOCK, new Random(11)),
                                CLOCK),
                        Limits.STANDARD,
                        CLOCK);
        this.tenant = runtime.tenant(name.replace('_', '-'), 1);
        catalogs.know(catalog);
    }

    /** A tenant of its own with the sample's records. */
    public static SampleTenant fresh(String name) {
        SampleTenant sample = new SampleTenant(name, SampleCatalog.standard());
        sample.load("/kith/graphql/sample.graphql");
        return sample;
    }

    /** A tenant of its own without any records. */
    public static SampleTenant empty(String name, Catalog catalog) {
        return new SampleTenant(name, catalog);
    }

    /** The same with visits, which can be about records of several objects. */
    public static SampleTenant withVisits(String name) {
        SampleTenant sample = new SampleTenant(name, SampleCatalog.withVisits());
        sample.load("/kith/graphql/sample.graphql");
        sample.load("/kith/graphql/polymorphic/visits.graphql");
        return sample;
    }

    private void load(String mutation) {
        String data = SampleCatalog.resource(mutation);
        JsonNode answer = json(Caller.platform(tenant), Requests.post(data));
        if (answer.has("errors")) {
            throw new IllegalStateException(answer.get("errors").toString());
        }
    }

    public Tenant tenant() {
        return tenant;
    }

    public KnownCatalogs catalogs() {
        return catalogs;
    }

    public RuntimeDatabase runtime() {
        return runtime;
    }

    public CountedStatements statements() {
        return runtime.statements();
    }

    /** What the requests are sent to. */
    public DataEndpoint endpoint() {
        return endpoint;
    }

    /** The caller that most tests are. */
    public Caller ada() {
        return new Caller(tenant, Optional.of(ADA), true, Caller.Origin.API);
    }

    /** A member without administrator's rights. */
    public Caller grace() {
        return new Caller(tenant, Optional.of(GRACE), false, Caller.Origin.API);
    }

    /** The answer before it is waited for. */
    public Mono<GraphqlAnswer> pending(Caller caller, GraphqlHttpRequest request) {
        return endpoint.handle(caller, request);
    }

    public GraphqlAnswer answer(Caller caller, GraphqlHttpRequest request) {
        return Requests.answer(endpoint.handle(caller, request));
    }

    public JsonNode json(Caller caller, GraphqlHttpRequest request) {
        return Requests.json(answer(caller, request));
    }

    /** A new version of the catalog, that the database knows and this node does not yet. */
    public void advance(Catalog next) {
        runtime.asOwner(
                tenant,
                "update tenant set catalog_version = %d where key = %d"
                        .formatted(next.version(), tenant.key()));
        catalogs.announce(next);
    }

    @Override
    public void close() {
        workers.close();
        runtime.close();
    }
}
