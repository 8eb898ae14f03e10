package kith.graphql.reference.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import kith.graphql.data.DataEndpoint;
import kith.graphql.data.Limits;
import kith.graphql.data.Subscriptions;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.live.LiveHub;
import kith.graphql.reference.generate.Request;
import kith.graphql.reference.world.Model;
import kith.graphql.reference.world.ModelYaml;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleCatalog;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.catalog.Catalogs;
import kith.runtime.read.PostgresRecordReader;
import kith.runtime.read.ReadStatements;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleWorkers;
import kith.runtime.search.SearchUpkeep;
import kith.runtime.stream.EventReader;
import kith.runtime.stream.Sequencer;
import kith.runtime.stream.StreamReader;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.DedicatedSample;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.write.PostgresRecordWriter;
import kith.runtime.write.RecordIds;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The data endpoint over a database of its own, for any number of generated tenants. */
public final class Engine implements AutoCloseable {

    private final RuntimeDatabase runtime;
    private final RuleWorkers workers = new RuleWorkers(1, 1, Duration.ofSeconds(10));
    private final Map<Integer, Catalog> catalogs = new ConcurrentHashMap<>();
    private final TurnedClock clock = new TurnedClock();
    private final Access access;
    private final DataEndpoint endpoint;

    public Engine(String database, Access access) {
        this.runtime = RuntimeDatabase.fresh(database);
        this.access = access;
        this.endpoint =
                new DataEndpoint(
                        catalogs(),
                        new StreamReader(
                                new PostgresRecordReader(runtime.database(), access), sequencer()),
                        new PostgresRecordWriter(
                                runtime.database(),
                                access,
                                new RuleRunner(workers),
                                new RecordIds(clock, new Random(11)),
                                clock),
                        Limits.STANDARD,
                        clock);
    }

    /** A new tenant with the model as its catalog. */
    public Tenant tenant(String slug, Model model) {
        Tenant tenant = runtime.tenant(slug, 1);
        catalogs.put(tenant.key(), SampleCatalog.of(ModelYaml.of(model)));
        return tenant;
    }

    /** Moves the records of some objects to tables of their own. */
    public void dedicate(Tenant tenant, Predicate<ObjectType> chosen) {
        Catalog catalog = Objects.requireNonNull(catalogs.get(tenant.key()));
        catalogs.put(tenant.key(), DedicatedSample.of(runtime, tenant, catalog, chosen));
        runtime.asOwner(tenant, "analyze");
    }

    /** The catalogs of all tenants. */
    public Catalogs catalogs() {
        return new GeneratedCatalogs(catalogs);
    }

    public RuntimeDatabase runtime() {
        return runtime;
    }

    /** What subscribers of all tenants listen to; hears of writes when it is told, or looks. */
    public LiveHub hub() {
        return new LiveHub(
                sequencer(), new EventReader(runtime.database()), subscriptions(), () -> true);
    }

    /** What subscriptions are bound by. */
    public Subscriptions subscriptions() {
        return endpoint.subscriptions(new ReadStatements(access));
    }

    /** Lets search know of all that the tenant has. */
    public void followWords(Tenant tenant) {
        new SearchUpkeep(runtime.database(), catalogs(), sequencer()).follow(tenant).block();
    }

    private Sequencer sequencer() {
        return new Sequencer(runtime.database());
    }

    public Connection owner() throws SQLException {
        return runtime.owner();
    }

    /** Sets the clock by which writes are dated and periods are told. */
    public void turnTo(Instant now) {
        clock.now = now;
    }

    public Instant now() {
        return clock.now;
    }

    public JsonNode answer(Caller caller, Request request) {
        return answer(caller, Requests.post(request.text(), request.variables()));
    }

    public JsonNode answer(Caller caller, GraphqlHttpRequest request) {
        return Requests.json(Requests.answer(endpoint.handle(caller, request)));
    }

    @Override
    public void close() {
        workers.close();
        runtime.close();
    }

    private record GeneratedCatalogs(Map<Integer, Catalog> known) implements Catalogs {

        @Override
        public Mono<Catalog> current(Tenant tenant) {
            return Mono.just(Objects.requireNonNull(known.get(tenant.key())));
        }

        @Override
        public Mono<Catalog> atLeast(Tenant tenant, long version) {
            return current(tenant);
        }
    }

    private static final class TurnedClock extends Clock {
        private volatile Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("It stands in UTC");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
