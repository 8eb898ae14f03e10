package kith.graphql.metadata;

import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.catalog.Catalogs;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.RecordReader;
import kith.runtime.tenant.CatalogOutdatedException;
import reactor.core.publisher.Mono;

/**
 * The catalog as it stands now, whether or not this node has heard of it: whoever looks at the
 * metadata, or changes a part of a component, must not do so from an old one.
 */
final class FreshCatalogs {

    private final Catalogs catalogs;
    private final RecordReader reader;

    FreshCatalogs(Catalogs catalogs, RecordReader reader) {
        this.catalogs = catalogs;
        this.reader = reader;
    }

    /** Fails with a problem when the tenant may not work. */
    Mono<Catalog> of(Caller caller) {
        return catalogs.current(caller.tenant())
                .flatMap(catalog ->
                        reader.read(caller, catalog, new ReadRequest(List.of()))
                                .thenReturn(catalog))
                .onErrorResume(
                        CatalogOutdatedException.class,
                        outdated -> catalogs.atLeast(caller.tenant(), outdated.actualVersion()));
    }
}
