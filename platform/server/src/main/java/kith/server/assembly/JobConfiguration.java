package kith.server.assembly;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kith.runtime.catalog.CatalogStore;
import kith.runtime.catchup.FormulaCatchUpKind;
import kith.runtime.catchup.FormulaCatchUps;
import kith.runtime.job.FinishedJobs;
import kith.runtime.job.JobEngine;
import kith.runtime.job.JobKinds;
import kith.runtime.job.JobLimits;
import kith.runtime.job.Jobs;
import kith.runtime.move.ObjectMoveKind;
import kith.runtime.move.ObjectMoves;
import kith.runtime.move.StoredObjects;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.sql.Database;
import kith.runtime.stream.StreamRetention;
import kith.runtime.write.RecordIds;
import kith.server.audit.AuditSealing;
import kith.server.job.ChangeStreamExpiry;
import kith.server.job.KeptAnswersExpiry;
import kith.server.job.RemovedValuesPurge;
import kith.server.job.RuleLogExpiry;
import kith.server.operator.ObjectAdministration;
import kith.server.tenant.TenantLife;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Work that goes on without anybody waiting for it. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    Jobs jobs(Database database, RecordIds ids, Clock clock) {
        return new Jobs(database, ids::next, clock);
    }

    @Bean
    ObjectMoveKind objectMoveKind(Database database, CatalogStore catalogs) {
        return new ObjectMoveKind(database, catalogs.homes());
    }

    @Bean
    FormulaCatchUpKind formulaCatchUpKind(Database database, CatalogStore catalogs) {
        return new FormulaCatchUpKind(database, catalogs.catalogs(), catalogs.homes());
    }

    @Bean
    FormulaCatchUps formulaCatchUps(CatalogStore catalogs, Jobs jobs) {
        return new FormulaCatchUps(catalogs.homes(), jobs);
    }

    @Bean
    ObjectAdministration objectAdministration(
            TenantRegistry registry,
            Database database,
            CatalogStore catalogs,
            Jobs jobs,
            ObjectMoveKind kind) {
        return new ObjectAdministration(
                new TenantLife(registry),
                new StoredObjects(database, catalogs.catalogs()),
                new ObjectMoves(catalogs.homes(), jobs, kind),
                jobs);
    }

    @Bean
    JobKinds jobKinds(
            Database database,
            CatalogStore catalogs,
            ObjectMoveKind moves,
            FormulaCatchUpKind formulas,
            Clock clock) {
        return new JobKinds(
                List.of(
                        new RemovedValuesPurge(catalogs.retiredValues()),
                        new KeptAnswersExpiry(clock),
                        new RuleLogExpiry(clock),
                        new AuditSealing(),
                        new ChangeStreamExpiry(new StreamRetention(database, clock)),
                        new FinishedJobs(clock),
                        moves,
                        formulas));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    JobEngine jobEngine(Database database, JobKinds kinds, Jobs jobs, Clock clock) {
        return new JobEngine(database, kinds, jobs, UUID::randomUUID, clock, JobLimits.STANDARD);
    }
}
