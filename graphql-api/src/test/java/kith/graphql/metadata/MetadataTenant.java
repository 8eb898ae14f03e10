package kith.graphql.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kith.graphql.data.DataEndpoint;
import kith.graphql.data.Limits;
import kith.graphql.share.Sharing;
import kith.graphql.testing.NoApiClients;
import kith.graphql.testing.Requests;
import kith.graphql.trace.Insight;
import kith.graphql.trace.Segments;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RuleCompiler;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tenant whose metadata is asked for and changed through the API. */
final class MetadataTenant {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final RuleWorkers WORKERS = new RuleWorkers(1, 1, Duration.ofSeconds(5));

    private final RuntimeDatabase runtime;
    private final Tenant tenant;
    private final MetadataEndpoint endpoint;

    MetadataTenant(RuntimeDatabase runtime) {
        this.runtime = runtime;
        this.tenant = runtime.tenant("metadata-" + NUMBER.incrementAndGet());
        this.endpoint = node();
    }

    Tenant tenant() {
        return tenant;
    }

    MetadataEndpoint endpoint() {
        return endpoint;
    }

    /** The object Thing with the field size. */
    void make() {
        data(
                """
                mutation {
                  createObject(input: { name: "Thing", label: "Thing", pluralLabel: "Things", keepsHistory: false }) { name }
                  createField(input: { object: "Thing", name: "size", type: "text", unique: true, helpText: "H", maxLength: 30 }) { name }
                }
                """);
    }

    /** Another node, which knows only what is stored. */
    MetadataEndpoint node() {
        CatalogStore store =
                new CatalogStore(
                        runtime.database(),
                        new CatalogBuilder(new SlotAssigner(), new BrokenWords()),
                        CatalogAnnouncer.none(),
                        new RecordIds(Clock.systemUTC(), new Random(3))::next,
                        Clock.systemUTC());
        return new MetadataEndpoint(
                store.catalogs(),
                store.changes(),
                new PostgresRecordReader(runtime.database(), new MemberAccess()),
                jobs(),
                insight(store),
                new NoApiClients(),
                new Sharing(
                        new RecordShares(runtime.database(), new MemberAccess(), Clock.systemUTC()),
                        new AccessReasons(runtime.database())),
                new AccessExplanations(
                        new MemberLookup(runtime.database(), store.catalogs(), Clock.systemUTC())),
                new AuditTrail(
                        runtime.database(),
                        new RecordIds(Clock.systemUTC(), new Random(5))::next,
                        Clock.systemUTC()));
    }

    private Insight insight(CatalogStore store) {
        Clock clock = Clock.systemUTC();
        Access access = new MemberAccess();
        RecordIds ids = new RecordIds(clock, new Random(9));
        RuleRunner rules = new RuleRunner(WORKERS);
        return new Insight(
                new RuleLog(
                        runtime.database(), new RunKeeper(runtime.database(), ids::next, clock)),
                new FieldOrigins(runtime.database(), access, clock),
                new RuleTrials(runtime.database(), access, new BrokenWords(), rules, clock),
                new Segments(
                        new DataEndpoint(
                                store.catalogs(),
                                new PostgresRecordReader(runtime.database(), access),
                                new PostgresRecordWriter(
                                        runtime.database(), access, rules, ids, clock),
                                Limits.STANDARD,
                                clock)));
    }

    Jobs jobs() {
        return new Jobs(
                runtime.database(),
                new RecordIds(Clock.systemUTC(), new Random(5))::next,
                Clock.systemUTC());
    }

    Caller administrator() {
        return new Caller(tenant, Optional.empty(), true, Caller.Origin.API);
    }

    Caller member() {
        return new Caller(
                tenant,
                Optional.of(UUID.fromString("01900000-0000-7000-8000-0000000000a2")),
                false,
                Caller.Origin.API);
    }

    JsonNode data(String query) {
        JsonNode answer = answer(query);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.get("data");
    }

    JsonNode answer(String query) {
        return Requests.json(
                Requests.answer(endpoint.handle(administrator(), Requests.post(query))));
    }

    static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    /** Refuses scripts with the word broken. */
    private static final class BrokenWords implements RuleCompiler {
        @Override
        public Compilation compile(RuleDefinition rule, List<ObjectType> objects) {
            List<String> lines = rule.script().lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                int column = lines.get(line).indexOf("broken");
                if (column >= 0) {
                    return new Refused(
                            List.of(
                                    new ScriptProblem(
                                            line + 1,
                                            column + 1,
                                            "Unknown word",
                                            Optional.of("Mend it"))));
                }
            }
            return new Compiled(Set::of);
        }
    }
}
