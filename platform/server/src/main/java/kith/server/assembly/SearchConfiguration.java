package kith.server.assembly;

import kith.runtime.catalog.Catalogs;
import kith.runtime.search.SearchUpkeep;
import kith.runtime.sql.Database;
import kith.runtime.stream.Sequencer;
import kith.runtime.stream.WriteListeners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;

/** The words by which records are found, kept a moment behind the records. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    SearchUpkeep searchUpkeep(Database database, Catalogs catalogs, Sequencer sequencer) {
        return new SearchUpkeep(database, catalogs, sequencer);
    }

    @Bean(destroyMethod = "dispose")
    Disposable startedSearchUpkeep(SearchUpkeep upkeep, WriteListeners writes) {
        writes.add(upkeep);
        return upkeep.start();
    }
}
