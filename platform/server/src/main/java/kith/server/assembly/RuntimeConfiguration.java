package kith.server.assembly;

import io.r2dbc.pool.ConnectionPool;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import kith.graphql.data.CostMeter;
import kith.graphql.data.DataEndpoint;
import kith.graphql.data.Limits;
import kith.runtime.access.Access;
import kith.runtime.access.MemberAccess;
import kith.runtime.catalog.Catalogs;
import kith.runtime.catchup.FormulaCatchUps;
import kith.runtime.read.PostgresRecordReader;
import kith.runtime.read.RecordReader;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleWorkers;
import kith.runtime.search.SearchUpkeep;
import kith.runtime.search.SearchedRecordReader;
import kith.runtime.sql.ConnectionSettings;
import kith.runtime.sql.Database;
import kith.runtime.sql.StatementListener;
import kith.runtime.stream.HeardRecordWriter;
import kith.runtime.stream.Sequencer;
import kith.runtime.stream.StreamReader;
import kith.runtime.stream.WriteListeners;
import kith.runtime.trace.RunKeeper;
import kith.runtime.write.PostgresRecordWriter;
import kith.runtime.write.RecordIds;
import kith.runtime.write.RecordWriter;
import kith.script.LimitPlans;
import kith.server.audit.AuditNotes;
import kith.server.limit.RequestGate;
import kith.server.settings.DatabaseAddress;
import kith.server.settings.Installation;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** Records: read and written under their catalogs. */
@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {

    private static final Duration RULE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(2);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionPool(Installation installation, LoopResources networkThreads) {
        DatabaseAddress address = installation.database();
        return ConnectionSettings.of(
                        address.host(),
                        address.port(),
                        address.database(),
                        address.user(),
                        address.password())
                .with(
                        new ConnectionSettings.Encryption(
                                address.option("sslmode").orElse("prefer"),
                                address.option("sslrootcert")))
                .pool(networkThreads);
    }

    @Bean
    Database database(ConnectionPool connections) {
        return new Database(connections, StatementListener.NONE);
    }

    @Bean
    ReactiveHealthIndicator databaseHealthIndicator(ConnectionPool connections) {
        return () ->
                Mono.usingWhen(
                                connections.create(),
                                connection ->
                                        Mono.from(
                                                connection.validate(
                                                        io.r2dbc.spi.ValidationDepth.REMOTE)),
                                io.r2dbc.spi.Connection::close)
                        .timeout(HEALTH_LIMIT)
                        .map(isUsable -> isUsable ? Health.up().build() : Health.down().build())
                        .onErrorReturn(Health.down().build());
    }

    @Bean
    Access access() {
        return new MemberAccess();
    }

    @Bean
    RecordReader recordReader(
            Database database,
            Access access,
            Sequencer sequencer,
            SearchUpkeep searchUpkeep,
            Clock clock) {
        return new SearchedRecordReader(
                new StreamReader(new PostgresRecordReader(database, access), sequencer),
                searchUpkeep,
                clock);
    }

    @Bean
    RuleWorkers ruleWorkers() {
        int size = Math.max(4, Runtime.getRuntime().availableProcessors());
        return new RuleWorkers(size, size / 2, RULE_PATIENCE);
    }

    @Bean
    RecordIds recordIds(Clock clock) {
        return new RecordIds(clock, new SecureRandom());
    }

    @Bean
    RunKeeper runKeeper(Database database, RecordIds ids, Clock clock) {
        return new RunKeeper(database, ids::next, clock);
    }

    @Bean
    RuleRunner ruleRunner(RuleWorkers workers, RunKeeper keeper, Installation installation) {
        LimitPlans plans = installation.rules().plans();
        return new RuleRunner(workers, tenant -> plans.of(tenant.slug()), keeper);
    }

    @Bean
    RecordWriter recordWriter(
            Database database,
            Access access,
            RuleRunner rules,
            RecordIds ids,
            Clock clock,
            FormulaCatchUps formulas,
            WriteListeners listeners) {
        return new HeardRecordWriter(
                new PostgresRecordWriter(database, access, rules, ids, clock, formulas), listeners);
    }

    @Bean
    DataEndpoint dataEndpoint(
            Catalogs catalogs,
            RecordReader reader,
            RecordWriter writer,
            Clock clock,
            RequestGate gate,
            AuditNotes notes) {
        CostMeter meter =
                (caller, cost) -> {
                    notes.spent(caller, cost);
                    return gate.spend(caller, cost);
                };
        return new DataEndpoint(catalogs, reader, writer, Limits.STANDARD, clock, meter);
    }
}
