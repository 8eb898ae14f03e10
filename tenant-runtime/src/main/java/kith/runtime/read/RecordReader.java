package kith.runtime.read;

import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.member.Visitor;
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

    /**
     * Equal for callers whose reads are planned alike, under catalogs of equal content, in whatever
     * tenant.
     */
    String planKey(Caller caller);

    /**
     * The template of a read that was bound twice, for values that nothing else holds; empty where
     * the two differ in anything else.
     */
    Optional<ReadTemplate> template(
            Caller caller, Catalog catalog, ReadTemplate.Trial one, ReadTemplate.Trial other);

    /**
     * The answer of a template, empty where what is given needs another statement; fails as {@link
     * #read(Caller, Catalog, ReadRequest)} does, and with {@link
     * kith.runtime.sql.ConditionUnmetException} where a remembered visitor is not as remembered.
     */
    Optional<Mono<byte[]>> read(
            Visitor visitor, Catalog catalog, ReadTemplate template, ReadTemplate.Given given);
}
