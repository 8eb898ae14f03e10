package kith.runtime.read;

import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/** Port: answers reads, one SQL statement each. */
public interface RecordReader {

    /**
     * The answer as the UTF-8 bytes of one JSON object.
     *
     * <p>Fails with {@link kith.runtime.tenant.CatalogOutdatedException} when the tenant has a
     * newer catalog than the request is bound to (the request is then bound anew), and with a
     * problem when it is refused or the tenant may not work.
     */
    Mono<byte[]> read(Caller caller, Catalog catalog, ReadRequest request);
}
