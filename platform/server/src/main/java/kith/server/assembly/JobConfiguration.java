package kith.server.assembly;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kith.runtime.catalog.CatalogStore;
import kith.runtime.job.FinishedJobs;
import kith.runtime.job.JobEngine;
import kith.runtime.job.JobKinds;
import kith.runtime.job.JobLimits;
import kith.runtime.job.Jobs;
import kith.runtime.sql.Database;
import kith.runtime.stream.StreamRetention;
import kith.runtime.write.RecordIds;
import kith.server.job.ChangeStreamExpiry;
import kith.server.job.KeptAnswersExpiry;
import kith.server.job.RemovedValuesPurge;
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
    JobKinds jobKinds(Database database, CatalogStore catalogs, Clock clock) {
        return new JobKinds(
                List.of(
                        new RemovedValuesPurge(catalogs.retiredValues()),
                        new KeptAnswersExpiry(clock),
                        new ChangeStreamExpiry(new StreamRetention(database, clock)),
                        new FinishedJobs(clock)));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    JobEngine jobEngine(Database database, JobKinds kinds, Jobs jobs, Clock clock) {
        return new JobEngine(database, kinds, jobs, UUID::randomUUID, clock, JobLimits.STANDARD);
    }
}
