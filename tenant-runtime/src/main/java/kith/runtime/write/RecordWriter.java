package kith.runtime.write;

import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/** Port: the one path by which records are written, whoever writes. */
public interface RecordWriter {

    /**
     * Writes all steps in one transaction and answers with the UTF-8 bytes of one JSON object keyed
     * by the steps' keys.
     *
     * <p>Fails with {@link kith.runtime.tenant.CatalogOutdatedException} when the tenant has a
     * newer catalog than the request is bound to, and with all violations at once when it is
     * refused; then nothing is written.
     */
    Mono<byte[]> write(Caller caller, Catalog catalog, WriteRequest request);

    /**
     * Writes like {@link #write}, unless the caller wrote under the same key within the last day:
     * then it yields the answer of that time. A repetition that comes while the first is under way
     * waits for it. What failed may be repeated under its key.
     */
    Mono<byte[]> writeOnce(Caller caller, Catalog catalog, WriteRequest request, OnlyOnce once);

    /** The answer that a write under the key was given within the last day; empty where none. */
    Mono<byte[]> firstAnswer(Caller caller, OnlyOnce once);
}
