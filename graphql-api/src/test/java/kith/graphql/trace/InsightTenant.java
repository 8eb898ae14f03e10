package kith.graphql.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kith.graphql.data.DataEndpoint;
import kith.graphql.data.Limits;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.metadata.MetadataEndpoint;
import kith.graphql.share.Sharing;
import kith.graphql.testing.NoApiClients;
import kith.graphql.testing.Requests;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.audit.AuditTrail;
import kith.runtime.catalog.CatalogAnnouncer;
import kith.runtime.catalog.CatalogStore;
import kith.runtime.job.Jobs;
import kith.runtime.member.AccessExplanations;
import kith.runtime.member.MemberLookup;
import kith.runtime.read.PostgresRecordReader;
import kith.runtime.rule.GroovyRuleCompiler;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleWorkers;
import kith.runtime.share.AccessReasons;
import kith.runtime.share.RecordShares;
import kith.runtime.storage.SlotAssigner;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.trace.RuleLog;
import kith.runtime.trace.RunKeeper;
import kith.runtime.write.FieldOrigins;
import kith.runtime.write.PostgresRecordWriter;
import kith.runtime.write.RecordIds;
import kith.runtime.write.RuleTrials;
import kith.script.compile.InProcessScriptCompiler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tenant with real rules, behind both of its endpoints. */
final class InsightTenant implements AutoCloseable {

    private final RuntimeDatabase runtime;
    private final RuleWorkers workers = new RuleWorkers(2, 2, Duration.ofSeconds(10));
    private final Tenant tenant;
    private final DataEndpoint data;
    private final MetadataEndpoint metadata;

    InsightTenant(String name) {
        this.runtime = RuntimeDatabase.fresh(name);
        this.tenant = runtime.tenant(name.replace('_', '-'));
        Clock clock = Clock.systemUTC();
        Access access = new MemberAccess();
        RecordIds ids = new RecordIds(clock, new Random(3));
        GroovyRuleCompiler compiler = new GroovyRuleCompiler(new InProcessScriptCompiler());
        CatalogStore store =
                new CatalogStore(
                        runtime.database(),
                        new CatalogBuilder(new SlotAssigner(), compiler),
                        CatalogAnnouncer.none(),
                        ids::next,
                        clock);
        RunKeeper keeper = new RunKeeper(runtime.database(), ids::next, clock);
        RuleRunner rules = new RuleRunner(workers, _ -> kith.script.Limits.synchronous(), keeper);
        PostgresRecordReader reader = new PostgresRecordReader(runtime.database(), access);
        this.data =
                new DataEndpoint(
                        store.catalogs(),
                        reader,
                        new PostgresRecordWriter(runtime.database(), access, rules, ids, clock),
                        Limits.STANDARD,
                        clock);
        this.metadata =
                new MetadataEndpoint(
                        store.catalogs(),
                        store.changes(),
                        reader,
                        new Jobs(runtime.database(), ids::next, clock),
                        new Insight(
                                new RuleLog(runtime.database(), keeper),
                                new FieldOrigins(runtime.database(), access, clock),
                                new RuleTrials(runtime.database(), access, compiler, rules, clock),
                                new Segments(data)),
                        new NoApiClients(),
                        new Sharing(
                                new RecordShares(runtime.database(), access, clock),
                                new AccessReasons(runtime.database())),
                        new AccessExplanations(
                                new MemberLookup(runtime.database(), store.catalogs(), clock)),
                        new AuditTrail(runtime.database(), ids::next, clock));
    }

    Caller administrator() {
        return new Caller(tenant, Optional.empty(), true, Caller.Origin.API);
    }

    Caller member() {
        return new Caller(tenant, Optional.of(UUID.randomUUID()), false, Caller.Origin.API);
    }

    /** The data of an answer of the metadata API. */
    JsonNode setup(String query) {
        return setup(query, "{}");
    }

    JsonNode setup(String query, String variables) {
        return found(setupAs(administrator(), query, variables));
    }

    JsonNode setupAs(Caller caller, String query, String variables) {
        return Requests.json(
                Requests.answer(metadata.handle(caller, Requests.post(query, variables))));
    }

    /** The data of an answer of the data API. */
    JsonNode records(String query) {
        return found(answered(Requests.post(query)));
    }

    /** An answer of the data API, whatever it is. */
    JsonNode answered(GraphqlHttpRequest request) {
        return Requests.json(Requests.answer(data.handle(administrator(), request)));
    }

    /** What a statement finds in the tenant's tables. */
    String stored(String sql) {
        return runtime.asOwner(tenant, sql);
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode found(JsonNode answer) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.get("data");
    }

    @Override
    public void close() {
        workers.close();
        runtime.close();
    }
}
