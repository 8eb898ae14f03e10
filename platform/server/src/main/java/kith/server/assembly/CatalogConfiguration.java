package kith.server.assembly;

import java.time.Clock;
import kith.graphql.client.ApiClients;
import kith.graphql.metadata.MetadataEndpoint;
import kith.graphql.share.Sharing;
import kith.graphql.trace.Insight;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.audit.AuditTrail;
import kith.runtime.catalog.CatalogChanges;
import kith.runtime.catalog.CatalogStore;
import kith.runtime.catalog.Catalogs;
import kith.runtime.catchup.FormulaFills;
import kith.runtime.job.Jobs;
import kith.runtime.member.AccessExplanations;
import kith.runtime.member.MemberLookup;
import kith.runtime.read.RecordReader;
import kith.runtime.rule.GroovyRuleCompiler;
import kith.runtime.sql.Database;
import kith.runtime.storage.SlotAssigner;
import kith.runtime.write.RecordIds;
import kith.script.process.RunProcessSettings;
import kith.script.process.RunProcesses;
import kith.script.run.ScriptRunner;
import kith.script.worker.CompileWorkerPool;
import kith.server.redis.RedisCatalogAnnouncer;
import kith.server.redis.SharedRedis;
import kith.server.settings.Installation;
import kith.server.settings.RuleSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;

/** The dictionaries of the tenants: read, changed, announced. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    /** Rules are compiled in processes of their own. */
    @Bean
    CompileWorkerPool compileWorkers() {
        return new CompileWorkerPool();
    }

    /** Rules run in the server itself, or in processes without credentials. */
    @Bean
    ScriptRunner scriptRunner(Installation installation) {
        RuleSettings rules = installation.rules();
        return rules.processes() == 0
                ? ScriptRunner.inProcess()
                : new RunProcesses(
                        RunProcessSettings.of(rules.processes()).withLauncher(rules.launcher()));
    }

    @Bean
    RedisCatalogAnnouncer catalogAnnouncer(SharedRedis redis) {
        return new RedisCatalogAnnouncer(redis);
    }

    @Bean
    GroovyRuleCompiler ruleCompiler(CompileWorkerPool compiler, ScriptRunner runner) {
        return new GroovyRuleCompiler(compiler, runner);
    }

    @Bean
    CatalogStore catalogStore(
            Database database,
            GroovyRuleCompiler compiler,
            RedisCatalogAnnouncer announcer,
            RecordIds ids,
            Jobs jobs,
            Clock clock) {
        return new CatalogStore(
                database,
                new CatalogBuilder(new SlotAssigner(), compiler),
                announcer,
                ids::next,
                clock,
                new FormulaFills(jobs));
    }

    @Bean(destroyMethod = "dispose")
    Disposable catalogAnnouncements(RedisCatalogAnnouncer announcer, CatalogStore store) {
        return announcer.listen(store::heard);
    }

    @Bean
    Catalogs catalogs(CatalogStore store) {
        return store.catalogs();
    }

    @Bean
    CatalogChanges catalogChanges(CatalogStore store) {
        return store.changes();
    }

    @Bean
    MetadataEndpoint metadataEndpoint(
            Catalogs catalogs,
            CatalogChanges changes,
            RecordReader reader,
            Jobs jobs,
            Insight insight,
            ApiClients clients,
            Sharing sharing,
            MemberLookup members,
            AuditTrail trail) {
        return new MetadataEndpoint(
                catalogs,
                changes,
                reader,
                jobs,
                insight,
                clients,
                sharing,
                new AccessExplanations(members),
                trail);
    }
}
