package kith.runtime.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.member.Visitor;
import kith.runtime.read.ReadRequest;
import kith.runtime.read.ReadTemplate;
import kith.runtime.read.RecordReader;
import kith.runtime.stream.WriteListener;
import reactor.core.publisher.Mono;

/**
 * Reads by another reader; a search tells the upkeep now and then that the tenant's words are
 * wanted. So they catch up even where the node that was to follow a change went away, and a tenant
 * whose words nobody wrote yet gets them.
 */
public final class SearchedRecordReader implements RecordReader {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RecordReader reader;
    private final WriteListener upkeep;
    private final Clock clock;
    private final Map<Integer, Instant> told = new ConcurrentHashMap<>();

    public SearchedRecordReader(RecordReader reader, WriteListener upkeep, Clock clock) {
        this.reader = reader;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    @Override
    public Mono<byte[]> read(Caller caller, Catalog catalog, ReadRequest request) {
        return isSearch(request)
                ? reader.read(caller, catalog, request).doOnSuccess(_ -> tell(caller))
                : reader.read(caller, catalog, request);
    }

    @Override
    public String planKey(Caller caller) {
        return reader.planKey(caller);
    }

    /** What people look for seldom comes twice, and a template would not tell the upkeep. */
    @Override
    public Optional<ReadTemplate> template(
            Caller caller, Catalog catalog, ReadTemplate.Trial one, ReadTemplate.Trial other) {
        return isSearch(one.request())
                ? Optional.empty()
                : reader.template(caller, catalog, one, other);
    }

    @Override
    public Optional<Mono<byte[]>> read(
            Visitor visitor, Catalog catalog, ReadTemplate template, ReadTemplate.Given given) {
        return reader.read(visitor, catalog, template, given);
    }

    private static boolean isSearch(ReadRequest request) {
        return request.roots().stream().anyMatch(ReadRequest.Search.class::isInstance);
    }

    private void tell(Caller caller) {
        Instant now = clock.instant();
        Instant last =
                told.compute(
                        caller.tenant().key(),
                        (_, before) ->
                                before == null || before.plus(PAUSE).isBefore(now) ? now : before);
        if (last.equals(now)) {
            upkeep.written(caller.tenant());
        }
    }
}
