package kith.crm.sample;

import java.util.List;
import kith.crm.packages.CrmPackage;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.catalog.Catalogs;
import kith.runtime.write.RecordInput;
import kith.runtime.write.RecordWriter;
import kith.runtime.write.WriteRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Loads the sample data of a package as any client would; a repeated load changes nothing. */
public final class SampleDataLoader {

    private static final int BATCH = 500;

    private final Catalogs catalogs;
    private final RecordWriter writer;

    public SampleDataLoader(Catalogs catalogs, RecordWriter writer) {
        this.catalogs = catalogs;
        this.writer = writer;
    }

    /** Loads all tables of the package in their order and answers how many records were written. */
    public Mono<Integer> load(Caller caller, CrmPackage source) {
        return catalogs.current(caller.tenant())
                .flatMapMany(catalog ->
                        tables(source)
                                .concatMap(table ->
                                        Mono.fromCallable(() -> new SampleRows(catalog, table))
                                                .subscribeOn(Schedulers.boundedElastic())
                                                .flatMapMany(rows -> write(caller, catalog, rows))))
                .reduce(0, Integer::sum);
    }

    private static Flux<SampleTable> tables(CrmPackage source) {
        return Mono.justOrEmpty(source.sampleData())
                .map(SampleTables::read)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapIterable(tables -> tables);
    }

    private Flux<Integer> write(Caller caller, Catalog catalog, SampleRows rows) {
        return Flux.fromIterable(rows.read())
                .buffer(BATCH)
                .concatMap(batch ->
                        writer.write(caller, catalog, upsert(rows, batch))
                                .thenReturn(batch.size()));
    }

    private static WriteRequest upsert(SampleRows rows, List<RecordInput> batch) {
        return new WriteRequest(
                List.of(
                        new WriteRequest.Upsert(
                                "records", rows.object(), rows.key(), batch, List.of())));
    }
}
