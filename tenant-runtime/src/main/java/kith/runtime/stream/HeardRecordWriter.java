package kith.runtime.stream;

import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.write.OnlyOnce;
import kith.runtime.write.RecordWriter;
import kith.runtime.write.WriteRequest;
import reactor.core.publisher.Mono;

/** Writes by another writer, and tells that the tenant's stream has something new. */
public final class HeardRecordWriter implements RecordWriter {

    private final RecordWriter writer;
    private final WriteListener listener;

    public HeardRecordWriter(RecordWriter writer, WriteListener listener) {
        this.writer = writer;
        this.listener = listener;
    }

    @Override
    public Mono<byte[]> write(Caller caller, Catalog catalog, WriteRequest request) {
        return writer.write(caller, catalog, request)
                .doOnSuccess(_ -> listener.written(caller.tenant()));
    }

    @Override
    public Mono<byte[]> writeOnce(
            Caller caller, Catalog catalog, WriteRequest request, OnlyOnce once) {
        return writer.writeOnce(caller, catalog, request, once)
                .doOnSuccess(_ -> listener.written(caller.tenant()));
    }

    @Override
    public Mono<byte[]> firstAnswer(Caller caller, OnlyOnce once) {
        return writer.firstAnswer(caller, once);
    }
}
